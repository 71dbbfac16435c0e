import type { Change } from '../../commits/index.ts';
import { roundTogether } from '../../core/money.ts';
import type { DisclosureInventor } from './entity.ts';

/** All of it, in basis points. */
const WHOLE_BP = 10_000;
/** Distance between the positions of neighbours, so that one can be put between them. */
const STEP = 100;

export type InventorValues = Pick<
  DisclosureInventor,
  'name' | 'belongs' | 'affiliation' | 'shareBp'
>;
type Placed = Pick<DisclosureInventor, 'id' | 'position' | 'shareBp'>;

/** In the order in which they are named; of equal positions, the earlier made first. */
export const inventorsInOrder = <I extends Placed>(inventors: readonly I[]): readonly I[] =>
  inventors.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** What is left to give, in basis points; below zero when more than all is given. */
export const sharesLeft = (inventors: readonly Pick<Placed, 'shareBp'>[]): number =>
  WHOLE_BP - inventors.reduce((sum, { shareBp }) => sum + shareBp, 0);

/** Puts an inventor behind the others. */
export const addInventor = (
  disclosureId: string,
  values: InventorValues,
  existing: readonly Placed[],
  id: string,
): Change => ({
  put: 'disclosureInventor',
  id,
  value: {
    ...values,
    disclosureId,
    position: Math.max(0, ...existing.map(({ position }) => position)) + STEP,
  },
});

/** Equal shares by largest remainder: they make exactly all, the first named get what is over. */
export function splitEqually(ordered: readonly Placed[]): readonly Change[] {
  if (ordered.length === 0) return [];
  const count = BigInt(ordered.length);
  const shares = roundTogether(
    ordered.map(() => BigInt(WHOLE_BP)),
    count,
  );
  return ordered.flatMap(({ id, shareBp }, index): readonly Change[] => {
    const equal = shares[index] ?? 0;
    return equal === shareBp ? [] : [{ patch: 'disclosureInventor', id, set: { shareBp: equal } }];
  });
}

/** Puts an inventor one place up (-1) or down (1); nothing at the ends. */
export function moveInventor(
  ordered: readonly Placed[],
  id: string,
  by: -1 | 1,
): readonly Change[] {
  const from = ordered.findIndex((one) => one.id === id);
  const moved = ordered[from];
  if (!moved || !ordered[from + by]) return [];
  const next = ordered.toSpliced(from, 1).toSpliced(from + by, 0, moved);
  return next.flatMap((one, index): readonly Change[] => {
    const position = (index + 1) * STEP;
    return one.position === position
      ? []
      : [{ patch: 'disclosureInventor', id: one.id, set: { position } }];
  });
}
