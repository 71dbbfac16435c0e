import { type Cells, cellText } from './cells.ts';
import {
  createIdentityIndex,
  type IdentityIndex,
  type IdentityKeys,
  identityKeys,
} from './identity.ts';
import { type ReadPlan, type RowReading, readRow } from './rows.ts';
import { type HeaderCell, type RowRole, roleOfRow } from './table.ts';

/** What becomes of a row: the first that fits, in this order. */
export type RowState =
  /** No data: totals, signatures, notes. Blank rows are not counted at all. */
  | 'skipped'
  | 'problem'
  /** The same thing as an earlier row of the sheet. */
  | 'repeated'
  /** The same thing as a record that is on the desk. */
  | 'known'
  | 'ready';
export const ROW_STATES: readonly RowState[] = ['ready', 'problem', 'repeated', 'known', 'skipped'];

/** A row as it is shown, by its number in the sheet, from 0. */
export interface RowView {
  readonly row: number;
  readonly state: RowState;
  readonly role: RowRole;
  /** The cells with the user's mends in them. */
  readonly cells: Cells;
  /** The cells as they stand in the sheet. */
  readonly original: Cells;
  readonly reading: RowReading;
  /** Columns whose cells the user has mended. */
  readonly mended: readonly number[];
  /** The earlier row that this one repeats. */
  readonly repeats: number | null;
  /** The record on the desk that this row is about. */
  readonly record: string | null;
}

/**
 * A sheet on its way to the desk. Rows come in slices, in order, so that a long sheet never blocks;
 * what a row means is worked out anew when it is asked for, so that a long sheet stays small.
 */
export interface Reading {
  readonly plan: ReadPlan;
  readonly add: (rows: readonly Cells[]) => void;
  /** Replaces a cell by what the user typed and reads its row, and those like it, again. */
  readonly mend: (row: number, column: number, text: string) => void;
  /** Reads a row as data although it looked like none. */
  readonly takeAsData: (row: number) => void;
  readonly view: (row: number) => RowView;
  readonly count: (state: RowState) => number;
  /** The rows in some states, in order. */
  readonly rowsIn: (states: readonly RowState[]) => readonly number[];
}

interface KeptRow {
  readonly cells: Cells;
  readonly role: RowRole;
  readonly state: RowState;
  readonly repeats: number | null;
  readonly record: string | null;
}

const NOTHING: RowReading = { values: {}, parts: [], problems: [], notes: [] };

/** What the user has set right in a sheet. It outlives a reading: another mapping keeps it. */
export interface Corrections {
  /** Texts typed into cells, by row and column. */
  readonly mends: Map<number, Map<number, string>>;
  /** Rows that are data although they look like none. */
  readonly taken: Set<number>;
}
export const noCorrections = (): Corrections => ({ mends: new Map(), taken: new Set() });

/** Notes what the user typed into a cell; what it says anyway is no mend. */
function setMend(
  mends: Corrections['mends'],
  row: number,
  column: number,
  text: string,
  original: string,
): void {
  const own = mends.get(row) ?? new Map<number, string>();
  if (text === original) own.delete(column);
  else own.set(column, text);
  if (own.size > 0) mends.set(row, own);
  else mends.delete(row);
}

/** Cells with the user's mends in their places. */
function withMends(cells: Cells, mends: ReadonlyMap<number, string> | undefined): Cells {
  if (!mends) return cells;
  const width = Math.max(cells.length, ...[...mends.keys()].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => mends.get(column) ?? cells[column] ?? null);
}

/** The rows read so far, with their states counted. */
function createRows(firstRow: number) {
  const rows: (KeptRow | null)[] = [];
  const counts: Record<RowState, number> = {
    ready: 0,
    problem: 0,
    repeated: 0,
    known: 0,
    skipped: 0,
  };
  return {
    next: () => firstRow + rows.length,
    at: (row: number): KeptRow | null => rows[row - firstRow] ?? null,
    keep: (row: number, kept: KeptRow | null): void => {
      const before = rows[row - firstRow];
      if (before) counts[before.state] -= 1;
      if (kept) counts[kept.state] += 1;
      rows[row - firstRow] = kept;
    },
    count: (state: RowState) => counts[state],
    rowsIn: (states: readonly RowState[]) =>
      rows.flatMap((kept, index) =>
        kept && states.includes(kept.state) ? [firstRow + index] : [],
      ),
  };
}

/**
 * @param firstRow number of the first row that will be added
 * @param desk what is on the desk, by identity
 * @param corrections what the user has set right before; later ones are noted in it
 */
export function createReading(
  plan: ReadPlan,
  header: readonly HeaderCell[],
  firstRow: number,
  desk: Pick<IdentityIndex<string>, 'first'>,
  corrections: Corrections = noCorrections(),
): Reading {
  const { at, keep, next, count, rowsIn } = createRows(firstRow);
  const { mends, taken } = corrections;
  const things = createIdentityIndex<number>();

  const originalOf = (row: number): Cells => at(row)?.cells ?? [];
  const cellsOf = (row: number): Cells => withMends(originalOf(row), mends.get(row));
  /**
   * What a row is: the record on the desk that it is about, then its own identity. Null when it
   * cannot be written and so is nothing yet.
   */
  const keysOf = (row: number): IdentityKeys | null => {
    const { values, problems } = readRow(cellsOf(row), plan, originalOf(row));
    if (problems.length > 0) return null;
    const keys = identityKeys(plan.subject.entity, values);
    return [desk.first(keys), ...keys];
  };
  /** Says whether a row is new, a repeat, or on the desk already. */
  const settle = (row: number, keys: IdentityKeys | null): void => {
    const kept = { cells: originalOf(row), role: 'data', repeats: null, record: null } as const;
    if (!keys) return keep(row, { ...kept, state: 'problem' });
    const first = things.first(keys);
    const repeats = first !== null && first < row ? first : null;
    const record = keys[0] ?? null;
    const state = repeats !== null ? 'repeated' : record === null ? 'ready' : 'known';
    keep(row, { ...kept, state, repeats, record });
  };
  const read = (row: number): void => {
    const keys = keysOf(row);
    if (keys) things.add(row, keys);
    settle(row, keys);
  };
  /** Reads a row after a change; rows that were like it, or now are, may change their state with it. */
  const change = (row: number, apply: () => unknown): void => {
    const like = (): readonly number[] => things.all(things.keysOf(row) ?? []);
    const before = like();
    apply();
    things.remove(row);
    read(row);
    for (const other of new Set([...before, ...like()])) settle(other, things.keysOf(other));
  };

  return {
    plan,
    count,
    rowsIn,
    add: (rows) => {
      for (const cells of rows) {
        const row = next();
        const isTaken = taken.has(row) || mends.has(row);
        const role = isTaken ? 'data' : roleOfRow(cells, header);
        const kept = { cells, role, state: 'skipped', repeats: null, record: null } as const;
        keep(row, role === 'blank' ? null : kept);
        if (role === 'data') read(row);
      }
    },
    mend: (row, column, text) =>
      change(row, () => setMend(mends, row, column, text, cellText(originalOf(row)[column]))),
    takeAsData: (row) => change(row, () => taken.add(row)),
    view: (row) => {
      const { role = 'blank', state = 'skipped', repeats = null, record = null } = at(row) ?? {};
      const cells = cellsOf(row);
      const reading = state === 'skipped' ? NOTHING : readRow(cells, plan, originalOf(row));
      return {
        row,
        state,
        role,
        cells,
        original: originalOf(row),
        reading,
        mended: [...(mends.get(row)?.keys() ?? [])],
        repeats,
        record,
      };
    },
  };
}
