import type { Json, Values } from '../../commits/index.ts';
import type { Language } from '../../core/language.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Field } from '../../entities/field.ts';
import { formatField, schemaOfField } from '../../entities/kinds.ts';
import type { AnyRuleTable, RuleBasis } from '../../rules/index.ts';
import type { RuleRecord } from './entity.ts';

/** The figures of a row by field, in the table's order, without blanks. */
export function figuresOf({ fields }: AnyRuleTable, row: RuleBasis): Values {
  const values = new Map<string, Json>(Object.entries(row));
  return Object.fromEntries(
    Object.keys(fields).flatMap((name): readonly [string, Json][] => {
      const value = values.get(name) ?? null;
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The text under which figures are kept: the same for the same figures. */
export const figuresText = (table: AnyRuleTable, row: RuleBasis): string =>
  JSON.stringify(figuresOf(table, row));

/** Why a record says nothing that could be used. */
export type Misfit =
  /** Of a table that this version does not have. */
  | { readonly type: 'noTable' }
  | { readonly type: 'unreadable' }
  /** Blank though required, of another shape, or unknown to the table. */
  | { readonly type: 'field'; readonly field: string }
  /** It ends before it begins. */
  | { readonly type: 'reversed' };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The row that a record stands for, if it still fits the description of its table. */
export function readRow(table: AnyRuleTable, record: RuleRecord): Result<RuleBasis, Misfit> {
  const parsed = parseJson(record.values);
  if (typeof parsed !== 'object' || parsed === null) return err({ type: 'unreadable' });
  const figures = new Map<string, unknown>(Object.entries(parsed));
  const unknown = [...figures.keys()].find((name) => !Object.hasOwn(table.fields, name));
  if (unknown !== undefined) return err({ type: 'field', field: unknown });
  for (const [name, field] of Object.entries(table.fields)) {
    const value = figures.get(name);
    if (value === undefined ? field.required : !schemaOfField(field).safeParse(value).success)
      return err({ type: 'field', field: name });
  }
  const { region, validFrom, validTo = null, source, confirmedOn } = record;
  if (validTo !== null && validTo < validFrom) return err({ type: 'reversed' });
  return ok({
    ...Object.fromEntries(figures),
    table: table.name,
    key: record.rowKey ?? record.id,
    version: record.rev,
    region,
    validFrom,
    validTo,
    source,
    confidence: confirmedOn === undefined ? record.confidence : 'sure',
  });
}

export interface RowWords {
  /** Which case it is for: 发明 · 第 4–6 年. */
  readonly slot: string;
  /** The other figures, each with its label: 期限 20 年. */
  readonly figures: readonly string[];
}

/** A label says its unit at its end, `期限（年）` and `Term, years`; beside a figure it comes after. */
const unitOf: Readonly<Record<Language, RegExp>> = { zh: /^(.+)（(.+)）$/, en: /^(.+), ([^,]+)$/ };

function figureText(field: Field, value: Json, language: Language): string {
  const label = field.label[language];
  const text = formatField(field, value, language);
  if (field.kind === 'choice') return `${label}${language === 'zh' ? '：' : ': '}${text}`;
  const [, plain = label, unit] = unitOf[language].exec(label) ?? [];
  return [plain, text.replace(/\.00(?=%?$)/, ''), ...(unit === undefined ? [] : [unit])].join(' ');
}

/** A row in words, by the description of its table. */
export function rowWords(table: AnyRuleTable, row: RuleBasis, language: Language): RowWords {
  const { slot, span, fields } = table;
  const figures = figuresOf(table, row);
  const said = slot.flatMap((name) => {
    const [field, value] = [fields[name], figures[name]];
    return field && value !== undefined ? [formatField(field, value, language)] : [];
  });
  const inSlot = new Set([...slot, ...(span ? [span.first, span.last] : [])]);
  return {
    slot: [
      ...said,
      ...(span
        ? [span.said[language].replace('{}', `${figures[span.first]}–${figures[span.last]}`)]
        : []),
    ].join(' · '),
    figures: Object.entries(figures).flatMap(([name, value]) => {
      const field = inSlot.has(name) ? undefined : fields[name];
      return field ? [figureText(field, value, language)] : [];
    }),
  };
}
