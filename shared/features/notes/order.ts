import { type CivilDate, dateInChina } from '../../core/dates.ts';
import type { Note } from './entity.ts';

/** The day that a note tells of. */
export const dayOfNote = ({ happenedOn, createdAt }: Note): CivilDate =>
  happenedOn ?? dateInChina(createdAt);

/** The order on a record's page: pinned ones, then by the day that they tell of, newest first. */
export const newestFirst = (notes: readonly Note[]): readonly Note[] =>
  notes.toSorted(
    (one, other) =>
      Number(other.pinnedOn !== undefined) - Number(one.pinnedOn !== undefined) ||
      dayOfNote(other).localeCompare(dayOfNote(one)) ||
      other.createdAt - one.createdAt,
  );

const EXCERPT = 40;

/** What a note is called in a sentence: the beginning of its first line. */
export function excerptOf(text: string): string {
  const [line = ''] = text.trim().split('\n');
  const chars = [...line];
  return chars.length > EXCERPT ? `${chars.slice(0, EXCERPT).join('')}…` : line;
}
