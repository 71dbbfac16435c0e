import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addLater,
  applyOp,
  type Commit,
  cutAfter,
  type Op,
  type OpenOverlay,
  replayEarlier,
  type StoredRecord,
} from '../../../shared/commits/index.ts';
import { readingToId } from '../../../shared/core/clock.ts';

/** A desk as plain records by `entity/id`. */
type Desk = ReadonlyMap<string, StoredRecord>;

function replay(commits: readonly Commit[]): Desk {
  const desk = new Map<string, StoredRecord>();
  for (const commit of commits) {
    for (const op of commit.ops) {
      const key = `${op.entity}/${op.id}`;
      const next = applyOp(desk.get(key), op, commit);
      if (next) desk.set(key, next);
      else desk.delete(key);
    }
  }
  return desk;
}

/** The desk of now seen through what later commits changed. */
function lookBack(now: Desk, earlier: readonly Commit[], later: readonly Commit[]): Desk {
  const overlay: OpenOverlay = new Map();
  for (const { ops } of later) addLater(overlay, ops);
  for (const commit of earlier) replayEarlier(overlay, commit);
  const seen = new Map(now);
  for (const [entity, records] of overlay) {
    for (const [id, record] of records) {
      if (record) seen.set(`${entity}/${id}`, record);
      else seen.delete(`${entity}/${id}`);
    }
  }
  return seen;
}

const valuesArb = fc.dictionary(
  fc.constantFrom('title', 'price', 'note'),
  fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.constant(null)),
);
/** Ops as the log may hold them, those that find nothing to change among them. */
const opArb: fc.Arbitrary<Op> = fc
  .record({
    op: fc.constantFrom('put', 'patch', 'delete'),
    entity: fc.constantFrom('deal', 'achievement'),
    id: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
    values: valuesArb,
  })
  .map(({ op, entity, id, values }): Op => {
    if (op === 'put') return { op, entity, id, value: values };
    if (op === 'patch') return { op, entity, id, set: values, was: {} };
    return { op: 'delete', entity, id, was: {} };
  });

const FROM = Date.parse('2026-10-31T12:00:00+08:00');
const HOUR = 3_600_000;

const commitsArb: fc.Arbitrary<readonly Commit[]> = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 0, max: 12 }),
      ops: fc.array(opArb, { minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 25 },
  )
  .map((steps) => {
    let at = FROM;
    return steps.map(({ hours, ops }, counter): Commit => {
      at += hours * HOUR;
      const id = readingToId({ at, counter }, 'd1');
      const label = { key: 'edit' };
      return { id, actor: '', device: 'd1', at, label, unit: id, schema: 1, ops };
    });
  });

describe('the desk as it stood', () => {
  it('at any cut is what replaying the log up to there gives, to the last instant and revision', () => {
    fc.assert(
      fc.property(commitsArb, fc.nat(), (commits, place) => {
        const cut = commits.length === 0 ? 0 : place % (commits.length + 1);
        const [earlier, later] = [commits.slice(0, cut), commits.slice(cut)];
        expect(lookBack(replay(commits), earlier, later)).toEqual(replay(earlier));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what was not touched since out of the overlay', () => {
    const overlay: OpenOverlay = new Map();
    addLater(overlay, [{ op: 'patch', entity: 'deal', id: 'r1', set: {}, was: {} }]);
    replayEarlier(overlay, {
      id: 'c1',
      at: 1,
      ops: [
        { op: 'put', entity: 'deal', id: 'r1', value: { title: '一' } },
        { op: 'put', entity: 'deal', id: 'r2', value: { title: '二' } },
      ],
    });
    expect([...(overlay.get('deal')?.keys() ?? [])]).toEqual(['r1']);
  });
});

describe('the end of a day', () => {
  const idAt = (text: string) => readingToId({ at: Date.parse(text), counter: 9 }, 'laptop');

  it('lies between the last instant of it and midnight, in China', () => {
    const cut = cutAfter('2026-10-31');
    expect(idAt('2026-10-31T23:59:59.999+08:00') < cut).toBe(true);
    expect(idAt('2026-11-01T00:00:00.000+08:00') < cut).toBe(false);
    expect(readingToId({ at: Date.parse('2026-10-31T16:00:00Z'), counter: 0 }, 'a') < cut).toBe(
      false,
    );
    // Late in the evening of the day before, seen from London.
    expect(idAt('2026-10-31T15:59:00Z') < cut).toBe(true);
  });
});
