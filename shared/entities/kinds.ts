import { z } from 'zod';
import {
  parseEmail,
  parseIpNumber,
  parsePatentNumber,
  parsePhone,
  parsePublicationNumber,
  parseUscc,
} from '../core/codes.ts';
import { isCivilDate, parseDate } from '../core/dates.ts';
import { parseOutcomeNumber } from '../core/identifiers.ts';
import { parseIpc } from '../core/ipc.ts';
import type { Language } from '../core/language.ts';
import { formatYuan, type MoneyUnit, parseFen, parsePrice } from '../core/money.ts';
import { formatPortion, parsePortion } from '../core/portion.ts';
import { err, ok, type Result } from '../core/result.ts';
import { marksStateSecret } from '../core/state-secrets.ts';
import { halfWidth, splitList, tidy } from '../core/text.ts';
import type { Field, FieldOfKind, Kind, Options, TextFormat, Tier, ValueByKind } from './field.ts';
import type { Problem } from './problem.ts';
import { formatTiers, parseTiers } from './tiers.ts';

/** What a text is read with: a column of a spreadsheet says the unit of its amounts. */
export interface ReadingHints {
  readonly unit: MoneyUnit;
}
const NO_HINTS: ReadingHints = { unit: 'yuan' };

interface KindBehaviour<K extends Kind> {
  readonly schema: (field: FieldOfKind<K>) => z.ZodType<ValueByKind[K]>;
  /** Reads a text that is not blank. Null is a text that says "nothing", such as 无. */
  readonly parse: (
    text: string,
    field: FieldOfKind<K>,
    hints: ReadingHints,
  ) => Result<ValueByKind[K] | null, Problem>;
  /** The text of a value; `parse` reads it back to the same value. */
  readonly format: (value: ValueByKind[K], field: FieldOfKind<K>, language: Language) => string;
}

/** Read and written back, a number of so many digits is the same. */
const MOST_DIGITS = 15;
const NUMBER = /^-?(\d+)(?:\.(\d{1,6}))?$/;

/** The number that a plain text says; null for none, or one that would lose digits. */
function numberIn(text: string): number | null {
  const [, whole, part = ''] = NUMBER.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replace(/^0+(?=\d)/, '').length + part.length;
  // Minus nothing is nothing.
  return digits <= MOST_DIGITS ? Number(text) + 0 : null;
}

const TEXT_MAX = 500;
const NOTE_MAX = 20_000;
const LIST_MAX = 100;

const formats: Record<TextFormat, (text: string) => Result<string, Problem>> = {
  uscc: parseUscc,
  patentNumber: parsePatentNumber,
  ipNumber: parseIpNumber,
  publicationNumber: parsePublicationNumber,
  outcomeNumber: parseOutcomeNumber,
  ipc: parseIpc,
  phone: parsePhone,
  email: parseEmail,
};

const readFormat = (text: string, format: TextFormat | undefined): Result<string, Problem> =>
  format === undefined ? ok(tidy(text)) : formats[format](text);

const fits = (text: string, max: number): Result<string, Problem> =>
  text.length <= max ? ok(text) : err({ type: 'tooLong', text, max });

function parseOption(text: string, options: Options): Result<string, Problem> {
  const wanted = halfWidth(tidy(text)).toLowerCase();
  const words = (code: string) => {
    const option = options[code];
    return option ? [code, option.zh, option.en, ...(option.aliases ?? [])] : [];
  };
  for (const code of Object.keys(options)) {
    if (words(code).some((word) => halfWidth(word).toLowerCase() === wanted)) return ok(code);
  }
  // Sheets often put the code before its name: "C27 医药制造业", "N77生态保护和环境治理业".
  for (const code of Object.keys(options)) {
    const lead = code.toLowerCase();
    if (/\d$/.test(lead) && wanted.startsWith(lead) && !/^[\da-z]/.test(wanted.slice(lead.length)))
      return ok(code);
  }
  const choices = Object.values(options)
    .slice(0, 8)
    .map((option) => option.zh);
  return err({ type: 'notAChoice', text, choices });
}

const optionLabel = (code: string, options: Options, language: Language): string =>
  options[code]?.[language] ?? code;

const tierSchema: z.ZodType<Tier> = z.strictObject({
  upToFen: z.number().int().positive().nullable(),
  rateBp: z.number().int().min(0).max(10_000),
});

const priceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), fen: z.number().int() }),
  z.strictObject({
    kind: z.literal('range'),
    fromFen: z.number().int(),
    toFen: z.number().int(),
  }),
  z.strictObject({ kind: z.literal('open') }),
]);

const kinds: { readonly [K in Kind]: KindBehaviour<K> } = {
  text: {
    schema: (field) =>
      z
        .string()
        .min(1)
        .max(field.max ?? TEXT_MAX),
    parse: (text, field) => {
      const read = readFormat(text, field.format);
      return read.ok ? fits(read.value, field.max ?? TEXT_MAX) : read;
    },
    format: (value) => value,
  },
  note: {
    schema: (field) =>
      z
        .string()
        .min(1)
        .max(field.max ?? NOTE_MAX),
    parse: (text, field) => fits(text.trim(), field.max ?? NOTE_MAX),
    format: (value) => value,
  },
  list: {
    schema: (field) =>
      z
        .array(z.string().min(1).max(TEXT_MAX))
        .min(1)
        .max(field.maxItems ?? LIST_MAX),
    parse: (text, field) => {
      const items: string[] = [];
      for (const part of splitList(text)) {
        const item = readFormat(part, field.format);
        if (!item.ok) return item;
        if (!items.includes(item.value)) items.push(item.value);
      }
      const max = field.maxItems ?? LIST_MAX;
      return items.length > max ? err({ type: 'tooMany', text, max }) : ok(items);
    },
    format: (value, _field, language) => value.join(language === 'zh' ? '；' : '; '),
  },
  choice: {
    schema: (field) => z.enum(Object.keys(field.options)),
    parse: (text, field) => parseOption(text, field.options),
    format: (value, field, language) => optionLabel(value, field.options, language),
  },
  choices: {
    schema: (field) => z.array(z.enum(Object.keys(field.options))).min(1),
    parse: (text, field) => {
      if (field.none?.includes(tidy(text))) return ok(null);
      const codes: string[] = [];
      for (const part of splitList(text)) {
        const code = parseOption(part, field.options);
        if (!code.ok) return code;
        if (!codes.includes(code.value)) codes.push(code.value);
      }
      return ok(codes);
    },
    format: (value, field, language) =>
      value
        .map((code) => optionLabel(code, field.options, language))
        .join(language === 'zh' ? '、' : ', '),
  },
  date: {
    schema: () => z.string().refine(isCivilDate),
    parse: (text) => parseDate(text),
    format: (value) => value,
  },
  money: {
    schema: () => z.number().int(),
    parse: (text, _field, hints) => parseFen(text, hints.unit),
    format: (value) => formatYuan(value),
  },
  price: {
    schema: () => priceSchema,
    parse: (text, _field, hints) => parsePrice(text, hints.unit),
    format: (value, _field, language) => {
      switch (value.kind) {
        case 'amount':
          return formatYuan(value.fen);
        case 'range':
          return `${formatYuan(value.fromFen)} - ${formatYuan(value.toFen)}`;
        case 'open':
          return language === 'zh' ? '面议' : 'negotiable';
      }
    },
  },
  rate: {
    schema: () => z.number().int().min(0).max(10_000),
    parse: (text) => {
      const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(halfWidth(tidy(text)));
      if (!match) return err({ type: 'notARate', text });
      const rateBp = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
      return rateBp <= 10_000 ? ok(rateBp) : err({ type: 'notARate', text });
    },
    format: (value) => `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}%`,
  },
  portion: {
    schema: () =>
      z
        .strictObject({ n: z.number().int().min(0), d: z.number().int().min(1) })
        .refine(({ n, d }) => n <= d),
    parse: (text) => parsePortion(text),
    format: (value) => formatPortion(value),
  },
  tiers: {
    schema: () => z.array(tierSchema).min(1).max(20),
    parse: (text) => parseTiers(text),
    format: (value) => formatTiers(value),
  },
  integer: {
    schema: (field) =>
      z
        .number()
        .int()
        .min(field.min ?? Number.MIN_SAFE_INTEGER)
        .max(field.max ?? Number.MAX_SAFE_INTEGER),
    parse: (text, field) => {
      const plain = halfWidth(tidy(text)).replaceAll(',', '');
      if (!/^-?\d{1,15}$/.test(plain)) return err({ type: 'notAWholeNumber', text });
      const value = Number(plain);
      const min = field.min ?? Number.MIN_SAFE_INTEGER;
      const max = field.max ?? Number.MAX_SAFE_INTEGER;
      return value < min || value > max ? err({ type: 'outOfRange', text, min, max }) : ok(value);
    },
    format: (value) => String(value),
  },
  number: {
    schema: () => z.number().refine((value) => numberIn(String(value)) !== null),
    parse: (text) => {
      const value = numberIn(halfWidth(tidy(text)).replaceAll(',', ''));
      return value === null ? err({ type: 'notANumber', text }) : ok(value);
    },
    format: (value) => String(value),
  },
  ref: {
    schema: () => z.string().min(1).max(80),
    // A name is turned into a record by whoever knows the desk; alone it is none.
    parse: (text) => err({ type: 'noSuchRecord', text }),
    format: (value) => value,
  },
};

/** The behaviour for a field's own kind. The table pairs them; the compiler cannot see that. */
const behaviourOf = (field: Field): KindBehaviour<Kind> =>
  kinds[field.kind] as unknown as KindBehaviour<Kind>;

const schemas = new WeakMap<Field, z.ZodType>();

/** The zod schema of a field's value. Made once a field: making one costs more than using it. */
export function schemaOfField(field: Field): z.ZodType {
  let schema = schemas.get(field);
  if (!schema) {
    schema = behaviourOf(field).schema(field as never);
    schemas.set(field, schema);
  }
  return schema;
}

/**
 * Reads a text as the value of a field: from a form, a spreadsheet's cell, the clipboard.
 * A blank text is null, whatever the kind; nothing is guessed and nothing dropped. What is marked as
 * a state secret is refused by every field.
 */
export function parseField(
  field: Field,
  text: string,
  hints: ReadingHints = NO_HINTS,
): Result<ValueByKind[Kind] | null, Problem> {
  if (tidy(text) === '') return ok(null);
  if (marksStateSecret(text)) return err({ type: 'stateSecret' });
  return behaviourOf(field).parse(text, field as never, hints);
}

/** The text of a field's value in a language; a value that does not fit its field is shown raw. */
export function formatField(field: Field, value: unknown, language: Language): string {
  if (value === undefined || value === null) return '';
  const parsed = schemaOfField(field).safeParse(value);
  if (!parsed.success) return typeof value === 'string' ? value : JSON.stringify(value);
  return behaviourOf(field).format(parsed.data as never, field as never, language);
}
