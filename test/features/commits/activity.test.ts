import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActivityUnit,
  type CountedHead,
  everything,
  joinUnits,
  narrowUnits,
  undoneUnits,
  undoState,
  unitsOf,
} from '../../../shared/commits/index.ts';

const head = (number: number, more: Partial<CountedHead> = {}): CountedHead => {
  const id = `c${String(number).padStart(5, '0')}`;
  return {
    id,
    unit: id,
    actor: '周杰',
    device: 'd',
    at: Date.parse('2026-11-20T00:00:00Z') + number * 3_600_000,
    label: { key: 'edit' },
    schema: 1,
    kinds: ['achievement'],
    puts: 0,
    patches: 1,
    deletes: 0,
    ...more,
  };
};
const newestFirst = (heads: readonly CountedHead[]) => heads.toReversed();

describe('the activity of a desk', () => {
  it('shows an import of 3,000 rows as one step with its count', () => {
    const rows = { label: { key: 'import' }, puts: 1_000, patches: 0 };
    const heads = [1, 2, 3].map((number) => head(number, { ...rows, unit: 'c00001' }));
    expect(unitsOf(newestFirst(heads))).toMatchObject([
      { unit: 'c00001', puts: 3_000, what: 'imported', commits: ['c00003', 'c00002', 'c00001'] },
    ]);
  });

  it('is the same whether read at once or in slices that cut a unit in two', () => {
    const unit = fc.nat({ max: 3 });
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 12 }),
        fc.nat({ max: 12 }),
        (ids, cut) => {
          const heads = ids
            .toSorted()
            .map((of, number) => head(number, { unit: `u${of}` }))
            .toReversed();
          expect(joinUnits(unitsOf(heads.slice(0, cut)), unitsOf(heads.slice(cut)))).toEqual(
            unitsOf(heads),
          );
        },
      ),
    );
  });

  it('knows what was done', () => {
    const what = (more: Partial<CountedHead>) => unitsOf([head(1, more)])[0]?.what;
    expect(what({})).toBe('changed');
    expect(what({ puts: 1, patches: 0 })).toBe('created');
    expect(what({ puts: 2, patches: 1 })).toBe('created');
    expect(what({ patches: 0, deletes: 4 })).toBe('deleted');
    expect(what({ puts: 1, patches: 0, label: { key: 'restoreRecord' } })).toBe('restored');
    expect(what({ puts: 3, patches: 0, label: { key: 'restoreRecords' } })).toBe('restored');
    expect(what({ undoes: 'x' })).toBe('undone');
    expect(what({ redoes: 'x' })).toBe('undone');
  });
});

describe('undone steps', () => {
  it('agree with what undo and redo offer, whatever was done and taken back', () => {
    const acts = fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 30 });
    fc.assert(
      fc.property(acts, (list) => {
        const heads: CountedHead[] = [];
        for (const act of list) {
          const { undo, redo } = undoState(heads);
          const step = act === 'undo' ? undo[0] : redo[0];
          if (act === 'do') heads.push(head(heads.length));
          else if (step)
            heads.push(
              head(heads.length, act === 'undo' ? { undoes: step.unit } : { redoes: step.unit }),
            );
        }
        const undone = undoneUnits(unitsOf(newestFirst(heads)));
        const standing = new Set(undoState(heads).undo.map(({ unit }) => unit));
        // What may be undone stands, and what stands of the first steps is what may be undone or redone.
        for (const unit of standing) expect(undone.has(unit)).toBe(false);
        const first = heads.filter(
          ({ undoes, redoes }) => undoes === undefined && redoes === undefined,
        );
        const count = first.filter(({ unit }) => !undone.has(unit)).length;
        expect(count).toBe([...standing].length);
      }),
    );
  });

  it('are whole ones: what could be taken back in part only still stands', () => {
    const heads = [
      head(1, { unit: 'u' }),
      head(2, { unit: 'u' }),
      head(3, { unit: 'v', undoes: 'u' }),
    ];
    expect([...undoneUnits(unitsOf(newestFirst(heads)))]).toEqual([]);
    const whole = [...heads, head(4, { unit: 'v', undoes: 'u' })];
    expect([...undoneUnits(unitsOf(newestFirst(whole)))]).toEqual(['u']);
  });
});

describe('narrowing', () => {
  const units = unitsOf(
    newestFirst([
      head(1, { actor: '周杰', kinds: ['deal', 'share'] }),
      head(10, { actor: '梁栋', deletes: 1, patches: 0, kinds: ['enterprise'] }),
      // 16:00 in UTC is the next day in China.
      head(16, { actor: '周杰', kinds: ['achievement'] }),
    ]),
  );
  const narrowed = (
    filter: Partial<typeof everything>,
    said = (unit: ActivityUnit) => unit.actor,
  ) => narrowUnits(units, { ...everything, ...filter }, said).map(({ unit }) => unit);

  it('goes by who, what, which kind, and the day in China', () => {
    expect(narrowed({})).toHaveLength(3);
    expect(narrowed({ actors: ['梁栋'] })).toEqual(['c00010']);
    expect(narrowed({ doings: ['changed'] })).toEqual(['c00016', 'c00001']);
    expect(narrowed({ kinds: ['share', 'enterprise'] })).toEqual(['c00010', 'c00001']);
    expect(narrowed({ from: '2026-11-21' })).toEqual(['c00016']);
    expect(narrowed({ until: '2026-11-20' })).toEqual(['c00010', 'c00001']);
  });

  it('finds all words, of any width and case', () => {
    const said = (): string => 'lidar 激光雷达';
    expect(narrowed({ text: 'ＬｉＤＡＲ 雷达' }, said)).toHaveLength(3);
    expect(narrowed({ text: 'lidar 声呐' }, said)).toHaveLength(0);
  });
});
