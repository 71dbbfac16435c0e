import type { Change, Values } from '../../commits/index.ts';
import type { CivilDate } from '../../core/dates.ts';
import type { SecrecyLevel } from '../../lists/secrecy.ts';
import { type FieldGuard, fieldGuard, type Handout, handout } from './entity.ts';

/** Sets the level of a field of one achievement; null gives it back its own. */
export function setGuard(
  achievementId: string,
  records: readonly FieldGuard[],
  field: string,
  level: SecrecyLevel | null,
  newId: () => string,
): readonly Change[] {
  const [first, ...others] = records.filter((one) => one.field === field);
  const gone = (list: readonly FieldGuard[]) =>
    list.map(({ id }): Change => ({ delete: fieldGuard.name, id }));
  if (level === null) return gone(first ? [first, ...others] : []);
  const set: Change = first
    ? { patch: fieldGuard.name, id: first.id, set: { level } }
    : { put: fieldGuard.name, id: newId(), value: { achievementId, field, level } };
  return [set, ...gone(others)];
}

/** The next number of a day, `H20261124-003`: it names no achievement and no recipient. */
export function nextNumber(on: CivilDate, taken: readonly string[]): string {
  const head = `H${on.replaceAll('-', '')}-`;
  const last = taken.reduce((most, number) => {
    const [, count = '0'] = number.startsWith(head) ? (/-(\d+)$/.exec(number) ?? []) : [];
    return Math.max(most, Number(count));
  }, 0);
  return `${head}${String(last + 1).padStart(3, '0')}`;
}

/** What a handout is recorded with, beside what the page knows of the file. */
export const recordHandout = (
  values: Omit<Handout, 'id' | 'rev' | 'createdAt' | 'updatedAt'>,
  newId: () => string,
): Change => ({
  put: handout.name,
  id: newId(),
  // A blank is absent in a record.
  value: Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Values,
});

/** Whether a handout is still with its recipient and may not stay there: what is public anybody may keep. */
export const isToReturn = ({ layer, returnedOn }: Pick<Handout, 'layer' | 'returnedOn'>): boolean =>
  layer !== 'L0' && returnedOn === undefined;

/** The names of the pieces that read otherwise now than when a handout was made, or are gone or new. */
export function changedSince(
  { prints = [] }: Pick<Handout, 'prints'>,
  now: readonly string[],
): readonly string[] {
  const nameIn = (print: string) => print.slice(0, print.lastIndexOf('='));
  const differing = [
    ...prints.filter((print) => !now.includes(print)),
    ...now.filter((print) => !prints.includes(print)),
  ];
  return [...new Set(differing.map(nameIn))];
}
