import { titleOf } from '../../../shared/entities/entity.ts';
import { useTurnStars } from '../stars/stars.ts';
import { type GridProps, rowsBetween } from './grid-props.ts';
import type { CellRange } from './spot.ts';

/** Stars the records of a range, or takes their stars off. */
export function useStarRange(props: GridProps, { top, bottom }: CellRange): () => Promise<void> {
  const turn = useTurnStars();
  const { entity } = props;
  return async () => {
    const { rows } = await rowsBetween(props, top, bottom);
    await turn(
      rows.map((record) => ({
        entity: entity.name,
        id: record.id,
        title: titleOf(entity, record),
      })),
    );
  };
}
