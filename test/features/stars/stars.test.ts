import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValues, missingFields } from '../../../shared/entities/check.ts';
import {
  isOn,
  type Star,
  star,
  starIdOf,
  turnStars,
} from '../../../shared/features/stars/index.ts';
import { partsGoingWith } from '../../../shared/registry.ts';

const TODAY = '2026-11-24';
const record = (id: string) => ({ entity: 'achievement', id, title: `成果 ${id}` });

/** What the stars are after some changes. */
function withChanges(
  known: ReadonlyMap<string, Star>,
  { changes }: ReturnType<typeof turnStars>,
): ReadonlyMap<string, Star> {
  const next = new Map(known);
  for (const change of changes) {
    if ('put' in change) {
      expect(missingFields(star, change.value)).toEqual([]);
      expect(checkValues(star, change.value).ok).toBe(true);
      const values = change.value as unknown as Star;
      const meta = { id: change.id ?? '', rev: 'r', createdAt: 0, updatedAt: 0 };
      next.set(values.ownerId, { ...values, ...meta });
    } else if ('patch' in change) {
      const [owner, one] = [...next].find(([, { id }]) => id === change.id) ?? [];
      if (!owner || !one) throw new Error('a star that is not there was changed');
      const { starredOn: _before, ...rest } = one;
      const day = change.set.starredOn;
      next.set(owner, typeof day === 'string' ? { ...rest, starredOn: day } : rest);
    }
  }
  return next;
}

const idsOf = (known: ReadonlyMap<string, Star>): readonly string[] =>
  [...known.values()].filter(isOn).map(({ ownerId }) => ownerId);

describe('a star', () => {
  it('goes with its record', () => {
    expect(partsGoingWith('achievement')).toContain(star);
  });

  it('is one a record, whoever puts it on', () => {
    const { changes } = turnStars([record('a')], new Map(), TODAY);
    expect(changes).toMatchObject([{ put: 'star', id: starIdOf('a') }]);
  });

  it('is put on again where it was before', () => {
    const on = withChanges(new Map(), turnStars([record('a')], new Map(), TODAY));
    const off = withChanges(on, turnStars([record('a')], on, TODAY));
    expect(idsOf(off)).toEqual([]);
    expect(turnStars([record('a')], off, TODAY).changes).toMatchObject([
      { patch: 'star', id: starIdOf('a'), set: { starredOn: TODAY } },
    ]);
  });

  it('comes to all of some records first, and then off all of them', () => {
    const some = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'), { minLength: 1 });
    fc.assert(
      fc.property(some, some, (starred: readonly string[], chosen: readonly string[]) => {
        const records = chosen.map(record);
        const before = withChanges(new Map(), turnStars(starred.map(record), new Map(), TODAY));
        const others = idsOf(before).filter((id) => !chosen.includes(id));
        const turned = turnStars(records, before, TODAY);
        const once = withChanges(before, turned);
        const all = chosen.every((id) => starred.includes(id));
        expect(turned.on).toBe(!all);
        expect(new Set(idsOf(once))).toEqual(new Set(all ? others : [...others, ...chosen]));
        if (all) return;
        const twice = withChanges(once, turnStars(records, once, TODAY));
        expect(new Set(idsOf(twice))).toEqual(new Set(others));
      }),
    );
  });
});
