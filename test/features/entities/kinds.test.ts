import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portion } from '../../../shared/core/portion.ts';
import type { Field, Tier } from '../../../shared/entities/field.ts';
import { formatField, parseField, schemaOfField } from '../../../shared/entities/kinds.ts';
import { achievement } from '../../../shared/features/achievements/index.ts';
import { enterprise } from '../../../shared/features/enterprises/index.ts';

const label = { zh: '某项', en: 'Something' };
const { modes, price, field: policyField } = achievement.fields;
const { industry, qualifications } = enterprise.fields;

const words = fc
  .stringMatching(/^[\p{Script=Han}A-Za-z0-9]{1,12}$/u)
  .map((text) => text.normalize('NFC'));
const fen = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const tiers: fc.Arbitrary<readonly Tier[]> = fc
  .tuple(
    fc.array(
      fc.record({
        upToFen: fc.integer({ min: 1, max: 10_000_000_000 }),
        rateBp: fc.integer({ min: 0, max: 10_000 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.integer({ min: 0, max: 10_000 }),
  )
  .map(([steps, rateBp]) => [...steps, { upToFen: null, rateBp }]);

const examples: readonly (readonly [string, Field, fc.Arbitrary<unknown>])[] = [
  ['text', { kind: 'text', label }, words],
  ['list', { kind: 'list', label }, fc.uniqueArray(words, { minLength: 1, maxLength: 5 })],
  ['choice', policyField, fc.constantFrom(...Object.keys(policyField.options))],
  ['choices', modes, fc.subarray(Object.keys(modes.options), { minLength: 1 })],
  ['money', { kind: 'money', label }, fen],
  [
    'price',
    price,
    fc.oneof(
      fc.record({ kind: fc.constant('amount'), fen: fc.nat(1_000_000_000) }),
      fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)).map(([low, more]) => ({
        kind: 'range',
        fromFen: low,
        toFen: low + more + 1,
      })),
      fc.constant({ kind: 'open' }),
    ),
  ],
  ['rate', { kind: 'rate', label }, fc.integer({ min: 0, max: 10_000 })],
  ['integer', { kind: 'integer', label }, fc.integer()],
  [
    'number',
    { kind: 'number', label },
    fc
      .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(999_999))
      .map(([whole, part]) => Number(`${whole}.${String(part).padStart(6, '0')}`) + 0),
  ],
  ['tiers', { kind: 'tiers', label }, tiers],
  [
    'portion',
    { kind: 'portion', label },
    fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 60 }))
      .filter(([n, d]) => n <= d)
      .map(([n, d]) => portion(n, d)),
  ],
];

describe('the text of a value', () => {
  it.each(examples)(
    'of kind %s is read back as the same value in both languages',
    (_kind, field, values) => {
      fc.assert(
        fc.property(values, fc.constantFrom('zh' as const, 'en' as const), (value, language) => {
          expect(schemaOfField(field).safeParse(value).success).toBe(true);
          const text = formatField(field, value, language);
          expect(parseField(field, text)).toEqual({ ok: true, value });
        }),
      );
    },
  );

  it('is empty for a blank, and a blank text is a blank of any kind', () => {
    for (const [, field] of examples) {
      expect(formatField(field, undefined, 'zh')).toBe('');
      expect(parseField(field, ' 　 ')).toEqual({ ok: true, value: null });
    }
  });
});

describe('words of code lists', () => {
  it('are found by code, by either language, by alias, and by a code before the name', () => {
    const codes = ['C27', '医药制造业', 'Medicines', 'C27 医药制造业', 'c27医药制造业'];
    for (const text of codes)
      expect(parseField(industry, text)).toEqual({ ok: true, value: 'C27' });
    expect(parseField(industry, 'N77生态保护和环境治理业')).toEqual({ ok: true, value: 'N77' });
  });

  it('are several in one cell, each once', () => {
    expect(parseField(modes, '技术许可、技术许可')).toEqual({ ok: true, value: ['licence'] });
    expect(parseField(qualifications, '高新技术企业；瞪羚企业')).toEqual({
      ok: true,
      value: ['highTech', 'gazelle'],
    });
    expect(parseField(qualifications, '无')).toEqual({ ok: true, value: null });
  });

  it('that are not on the list are a problem that names some that are', () => {
    const read = parseField(policyField, '量子科技');
    expect(read.ok).toBe(false);
    expect(!read.ok && read.error).toMatchObject({ type: 'notAChoice', text: '量子科技' });
  });
});

describe('codes', () => {
  it('are normalised and checked', () => {
    expect(parseField(enterprise.fields.uscc, '91420200692585168p')).toEqual({
      ok: true,
      value: '91420200692585168P',
    });
    const wrong = parseField(enterprise.fields.uscc, '91350100M000100Y44');
    expect(!wrong.ok && wrong.error.type).toBe('wrongCheckCharacter');
  });

  it('of patents are several in one cell, without ZL', () => {
    expect(parseField(achievement.fields.patents, 'ZL202012994117.4；ZL202218744487.X')).toEqual({
      ok: true,
      value: ['202012994117.4', '202218744487.X'],
    });
  });
});
