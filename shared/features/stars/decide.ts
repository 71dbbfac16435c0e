import type { Change } from '../../commits/index.ts';
import type { CivilDate } from '../../core/dates.ts';
import { type Star, star } from './entity.ts';

/** A record that a star is put on or taken off. */
export interface Starrable {
  readonly entity: string;
  readonly id: string;
  readonly title: string;
}

/** One star a record, on every laptop the same. */
export const starIdOf = (recordId: string): string => `star-${recordId}`;

export const isOn = ({ starredOn }: Star): boolean => starredOn !== undefined;

/**
 * Puts stars on the records, or takes them off where all have one. `known` are the stars that are
 * or were on them, by the record's id.
 */
export function turnStars(
  records: readonly Starrable[],
  known: ReadonlyMap<string, Star>,
  today: CivilDate,
): { readonly on: boolean; readonly changes: readonly Change[] } {
  const hasStar = ({ id }: Starrable): boolean => {
    const one = known.get(id);
    return one !== undefined && isOn(one);
  };
  const on = !records.every(hasStar);
  const changes = records
    .filter((record) => hasStar(record) !== on)
    .map((record): Change => {
      const id = starIdOf(record.id);
      if (known.has(record.id)) {
        return { patch: star.name, id, set: { starredOn: on ? today : null } };
      }
      const title = record.title.slice(0, star.fields.title.max) || record.id;
      const value = { title, starredOn: today, ownerKind: record.entity, ownerId: record.id };
      return { put: star.name, id, value };
    });
  return { on, changes };
}
