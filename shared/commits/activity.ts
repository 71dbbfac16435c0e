import { type CivilDate, dateInChina } from '../core/dates.ts';
import { foldForSearch } from '../core/text.ts';
import type { Label } from './commit.ts';
import type { CommitHead } from './undo.ts';

/** A commit's head with what its ops came to, so that lists of commits need not read them. */
export interface CountedHead extends CommitHead {
  /** The kinds of records that it touched. */
  readonly kinds: readonly string[];
  readonly puts: number;
  readonly patches: number;
  readonly deletes: number;
}

/** What was done in a unit, in the one word that a filter knows it by. */
export type Doing = 'created' | 'changed' | 'deleted' | 'restored' | 'imported' | 'undone';
export const doings: readonly Doing[] = [
  'created',
  'changed',
  'deleted',
  'restored',
  'imported',
  'undone',
];

/** Labels of what is brought back from the trash: one record, or several. */
export const RESTORED_ONE = 'restoreRecord';
export const RESTORED_MANY = 'restoreRecords';

/** One thing that somebody did: an edit, or an import of thousands of rows. */
export interface ActivityUnit {
  readonly unit: string;
  /** Ids of its commits, last first. */
  readonly commits: readonly string[];
  /** Instant of its last commit. */
  readonly at: number;
  readonly actor: string;
  readonly label: Label;
  readonly undoes?: string | undefined;
  readonly redoes?: string | undefined;
  readonly kinds: readonly string[];
  readonly puts: number;
  readonly patches: number;
  readonly deletes: number;
  readonly what: Doing;
}

function doingOf({ undoes, redoes, label, puts, deletes }: CountedHead): Doing {
  if (undoes !== undefined || redoes !== undefined) return 'undone';
  if (label.key === 'import') return 'imported';
  if (label.key === RESTORED_ONE || label.key === RESTORED_MANY) return 'restored';
  // A change with parts is judged by what people mean: a deal deleted with its shares is a deletion.
  if (deletes > 0 && puts === 0) return 'deleted';
  return puts > 0 && deletes === 0 ? 'created' : 'changed';
}

function joined(newer: ActivityUnit, older: ActivityUnit): ActivityUnit {
  return {
    ...newer,
    commits: [...newer.commits, ...older.commits],
    kinds: [...new Set([...newer.kinds, ...older.kinds])],
    puts: newer.puts + older.puts,
    patches: newer.patches + older.patches,
    deletes: newer.deletes + older.deletes,
  };
}

/** Puts newer units before older ones; a unit that was cut between them is whole again. */
export function joinUnits(
  newer: readonly ActivityUnit[],
  older: readonly ActivityUnit[],
): readonly ActivityUnit[] {
  const [last, first] = [newer.at(-1), older[0]];
  return last && first && last.unit === first.unit
    ? [...newer.slice(0, -1), joined(last, first), ...older.slice(1)]
    : [...newer, ...older];
}

/** The units of commits that are given newest first. */
export function unitsOf(heads: readonly CountedHead[]): readonly ActivityUnit[] {
  const units: ActivityUnit[] = [];
  for (const head of heads) {
    const { id, unit, at, actor, label, undoes, redoes, kinds, puts, patches, deletes } = head;
    const facts = { unit, at, actor, label, undoes, redoes, kinds, puts, patches, deletes };
    const one: ActivityUnit = { ...facts, commits: [id], what: doingOf(head) };
    const last = units.at(-1);
    if (last?.unit === unit) units[units.length - 1] = joined(last, one);
    else units.push(one);
  }
  return units;
}

/**
 * The units, newest first, that were taken back and are so still. One of which only a part could
 * be taken back is not among them: the rest of it stands.
 */
export function undoneUnits(units: readonly ActivityUnit[]): ReadonlySet<string> {
  const taken = new Map<string, number>();
  const undone = new Set<string>();
  for (const { unit, commits, undoes, redoes } of units) {
    // Whatever takes a unit back is newer, so it is known by now whether it stands itself.
    if ((taken.get(unit) ?? 0) >= commits.length) {
      undone.add(unit);
      continue;
    }
    const target = undoes ?? redoes;
    if (target !== undefined) taken.set(target, (taken.get(target) ?? 0) + commits.length);
  }
  return undone;
}

/** What a list of units is narrowed to; an empty list of choices leaves all. */
export interface ActivityFilter {
  readonly actors: readonly string[];
  readonly kinds: readonly string[];
  readonly doings: readonly Doing[];
  /** First and last day in China; null is open. */
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
  /** Words that must all stand in what the unit is called. */
  readonly text: string;
}

export const everything: ActivityFilter = {
  actors: [],
  kinds: [],
  doings: [],
  from: null,
  until: null,
  text: '',
};

/** The units that a filter leaves; `said` is a unit's text, folded for search. */
export function narrowUnits(
  units: readonly ActivityUnit[],
  { actors, kinds, doings: wanted, from, until, text }: ActivityFilter,
  said: (unit: ActivityUnit) => string,
): readonly ActivityUnit[] {
  const words = text.split(/\s+/).map(foldForSearch).filter(Boolean);
  return units.filter((unit) => {
    if (actors.length > 0 && !actors.includes(unit.actor)) return false;
    if (wanted.length > 0 && !wanted.includes(unit.what)) return false;
    if (kinds.length > 0 && !unit.kinds.some((kind) => kinds.includes(kind))) return false;
    if (from !== null || until !== null) {
      const on = dateInChina(unit.at);
      if ((from !== null && on < from) || (until !== null && on > until)) return false;
    }
    return words.length === 0 || words.every((word) => said(unit).includes(word));
  });
}
