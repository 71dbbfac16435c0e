import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Json,
  type StoredRecord,
  type Tally,
  tallyAfter,
  tallyDifference,
  tallyWith,
} from '../../../shared/commits/index.ts';

const kinds = ['achievement', 'enterprise', 'deal'] as const;
type Kind = (typeof kinds)[number];
interface Held {
  readonly kind: Kind;
  readonly record: StoredRecord;
}

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.record({ kind: fc.constant('amount'), fen: fc.integer() }),
);
const values = fc.dictionary(fc.constantFrom('title', 'price', 'units', 'note'), value);
const instant = fc.nat();
const stored = fc
  .record({ id: fc.uuid(), rev: fc.uuid(), createdAt: instant, updatedAt: instant, values })
  .map(({ values: fields, ...meta }) => ({ ...meta, ...fields }) as StoredRecord);
const held: fc.Arbitrary<Held> = fc.record({ kind: fc.constantFrom(...kinds), record: stored });
const desk = fc.uniqueArray(held, { selector: ({ record }) => record.id, maxLength: 20 });
const desks = fc.uniqueArray(held, {
  selector: ({ record }) => record.id,
  minLength: 1,
  maxLength: 20,
});

const tallyOf = (records: readonly Held[]): Tally =>
  kinds.reduce<Tally>((tally, kind) => {
    const own = records.filter((one) => one.kind === kind).map(({ record }) => record);
    return own.length > 0 ? tallyWith(tally, kind, own) : tally;
  }, {});

/** A value as a browser may give it back: with the keys of objects in another order. */
function reordered(json: Json): Json {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map(reordered);
  const entries = Object.entries(json as Readonly<Record<string, Json>>).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reordered(inner)]));
}

describe('the tally of a desk', () => {
  it('does not depend on the order of records or of keys', () => {
    fc.assert(
      fc.property(desk, fc.infiniteStream(fc.nat()), (records, chance) => {
        const shuffled = records
          .map((one) => ({ one, at: chance.next().value ?? 0 }))
          .sort((left, right) => left.at - right.at)
          .map(({ one }) => ({ ...one, record: reordered(one.record) as StoredRecord }));
        expect(tallyOf(shuffled)).toEqual(tallyOf(records));
      }),
    );
  });

  it('followed change by change is the one that is counted from nothing', () => {
    const step = fc.record({ index: fc.nat(30), next: fc.option(held) });
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 12 }), (writes) => {
        const records = new Map<string, Held>();
        let tally: Tally = {};
        for (const write of writes) {
          const steps = write.map(({ index, next }) => {
            const [key, before] = [...records][index % (records.size + 1)] ?? [];
            // A record keeps its kind as long as it lives.
            const after = before && next ? { ...next, kind: before.kind } : next;
            const at = key ?? after?.record.id ?? '';
            if (after) records.set(at, after);
            else records.delete(at);
            const entity = before?.kind ?? after?.kind ?? 'deal';
            return { entity, before: before?.record, after: after?.record };
          });
          tally = tallyAfter(tally, steps);
          expect(tally).toEqual(tallyOf([...records.values()]));
        }
      }),
    );
  });

  it('tells a desk from one with a single field, record or revision otherwise', () => {
    fc.assert(
      fc.property(desks, fc.nat(), values, (records, index, other) => {
        const at = index % records.length;
        const chosen = records[at];
        if (!chosen) return;
        const tally = tallyOf(records);
        const differs = (instead: readonly Held[]) =>
          expect(tallyDifference(tallyOf(instead), tally)).toEqual([chosen.kind]);
        const changed = { ...chosen.record, ...other } as StoredRecord;
        if (JSON.stringify(reordered(changed)) !== JSON.stringify(reordered(chosen.record)))
          differs(records.with(at, { ...chosen, record: changed }));
        differs(records.with(at, { ...chosen, record: { ...chosen.record, rev: 'another' } }));
        differs(records.toSpliced(at, 1));
        differs([...records, chosen]);
      }),
    );
  });

  it('knows a blank from an empty text, a number from its digits, a list from its text', () => {
    const base: StoredRecord = { id: 'r', rev: 'c', createdAt: 0, updatedAt: 0 };
    const forms: readonly Json[] = ['', 0, '0', false, [], ['0'], '["0"]', {}, ['a', 'b'], ['a,b']];
    const tallies = [base, ...forms.map((note): StoredRecord => ({ ...base, note }))].map(
      (record) => tallyOf([{ kind: 'deal', record }]).deal?.digest,
    );
    expect(new Set(tallies).size).toBe(tallies.length);
  });

  it('of a desk from which everything went is that of one on which nothing ever was', () => {
    fc.assert(
      fc.property(desk, (records) => {
        const gone = records
          .toReversed()
          .map(({ kind, record }) => ({ entity: kind, before: record, after: undefined }));
        expect(tallyAfter(tallyOf(records), gone)).toEqual({});
      }),
    );
  });

  it('keeps sums of many records apart that a count alone would take for the same', () => {
    const desk = (from: number): readonly Held[] =>
      Array.from({ length: 5_000 }, (_, index) => ({
        kind: 'deal',
        record: { id: `d${from + index}`, rev: 'c', createdAt: 0, updatedAt: 0 },
      }));
    const [one, other] = [tallyOf(desk(0)), tallyOf(desk(1))];
    expect(one.deal?.count).toBe(other.deal?.count);
    expect(tallyDifference(one, other)).toEqual(['deal']);
    expect(one.deal?.digest).toMatch(/^[0-9a-f]{16}$/);
  });
});
