import { addDays, type CivilDate } from '../../core/dates.ts';
import type { AnyRuleTable, RuleBasis, Rules } from '../../rules/index.ts';
import type { RuleRecord } from './entity.ts';
import { figuresOf, figuresText, type Misfit, readRow } from './read.ts';

/** A row as the desk has it: built in, spoken of by a record, or of the user's own. */
export interface RuleState {
  readonly row: RuleBasis;
  readonly builtIn: RuleBasis | null;
  readonly record: RuleRecord | null;
}

/** What is wrong with a table; shown, and never guessed away. */
export type RuleProblem =
  /** Two rows say different things of one case, region and day. Neither counts as checked. */
  | { readonly type: 'overlap'; readonly rows: readonly [RuleBasis, RuleBasis] }
  /** Between two rows of a case there are days on which none holds. */
  | {
      readonly type: 'gap';
      readonly rows: readonly [RuleBasis, RuleBasis];
      readonly fromOn: CivilDate;
      readonly toOn: CivilDate;
    }
  /** A confirmation of a built-in row that another version of the app has changed: to be renewed. */
  | { readonly type: 'outdated'; readonly record: RuleRecord }
  /** A second record of the same built-in row, which is left aside. */
  | { readonly type: 'twice'; readonly record: RuleRecord }
  | { readonly type: 'misfit'; readonly record: RuleRecord; readonly why: Misfit };

export interface TableState {
  readonly rows: readonly RuleState[];
  /** Built-in rows that the user does not want to count. */
  readonly removed: readonly RuleState[];
  readonly problems: readonly RuleProblem[];
}

/** The whole number that bounds a row's span, or null where it is open. */
const bound = (row: RuleBasis, name: string): number | null => {
  const value: unknown = new Map<string, unknown>(Object.entries(row)).get(name);
  return typeof value === 'number' ? value : null;
};

function spansMeet({ span }: AnyRuleTable, a: RuleBasis, b: RuleBasis): boolean {
  if (!span) return true;
  const { first, last } = span;
  const before = (one: RuleBasis, other: RuleBasis): boolean =>
    (bound(one, last) ?? Number.POSITIVE_INFINITY) < (bound(other, first) ?? 0);
  return !before(a, b) && !before(b, a);
}

const endOf = ({ validTo }: RuleBasis): CivilDate => validTo ?? '9999-12-31';

const daysMeet = (a: RuleBasis, b: RuleBasis): boolean =>
  a.validFrom <= endOf(b) && b.validFrom <= endOf(a);

/** One case of one region; with `isExact`, of one span. */
function caseOf(table: AnyRuleTable, row: RuleBasis, isExact: boolean): string {
  const span = isExact && table.span ? [table.span.first, table.span.last] : [];
  const names = [...table.slot, ...span];
  const figures = figuresOf(table, row);
  return JSON.stringify([row.region, ...names.map((name) => figures[name] ?? null)]);
}

/** The pairs of rows that hold for the same case on the same day. */
export function overlapsOf(
  table: AnyRuleTable,
  rows: readonly RuleBasis[],
): readonly (readonly [RuleBasis, RuleBasis])[] {
  return [...Map.groupBy(rows, (row) => caseOf(table, row, false)).values()].flatMap((alike) =>
    alike.flatMap((a, place) =>
      alike
        .slice(place + 1)
        .filter((b) => daysMeet(a, b) && spansMeet(table, a, b))
        .map((b) => [a, b] as const),
    ),
  );
}

function gapsOf(table: AnyRuleTable, rows: readonly RuleBasis[]): readonly RuleProblem[] {
  return [...Map.groupBy(rows, (row) => caseOf(table, row, true)).values()].flatMap((alike) => {
    const ordered = alike.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    return ordered.slice(1).flatMap((next, place): readonly RuleProblem[] => {
      const before = ordered[place];
      if (!before || before.validTo === null) return [];
      const fromOn = addDays(before.validTo, 1);
      return fromOn < next.validFrom
        ? [{ type: 'gap', rows: [before, next], fromOn, toOn: addDays(next.validFrom, -1) }]
        : [];
    });
  });
}

/** Whether a confirmation was given to the row as the app has it now. */
const saysTheSame = (table: AnyRuleTable, a: RuleBasis, b: RuleBasis): boolean =>
  a.region === b.region &&
  a.validFrom === b.validFrom &&
  a.validTo === b.validTo &&
  a.source === b.source &&
  figuresText(table, a) === figuresText(table, b);

/** Of several records of one built-in row the one written last counts. */
function recordsByKey(records: readonly RuleRecord[]): {
  readonly byKey: ReadonlyMap<string, RuleRecord>;
  readonly twice: readonly RuleRecord[];
} {
  const byKey = new Map<string, RuleRecord>();
  const twice: RuleRecord[] = [];
  for (const record of records.toSorted((a, b) => (a.rev < b.rev ? -1 : 1))) {
    if (record.rowKey === undefined) continue;
    const before = byKey.get(record.rowKey);
    if (before) twice.push(before);
    byKey.set(record.rowKey, record);
  }
  return { byKey, twice };
}

/** A table as the desk has it. `records` may be of other tables too. */
export function tableState(table: AnyRuleTable, records: readonly RuleRecord[]): TableState {
  const mine = records.filter((record) => record.table === table.name);
  const { byKey, twice } = recordsByKey(mine);
  const builtIns = new Map(table.rows.map((row) => [row.key, row]));
  const rows: RuleState[] = [];
  const removed: RuleState[] = [];
  const problems: RuleProblem[] = twice.map((record) => ({ type: 'twice', record }));
  const take = (record: RuleRecord, builtIn: RuleBasis | null): void => {
    if (builtIn && record.change === 'removed') {
      removed.push({ row: builtIn, builtIn, record });
      return;
    }
    const read = readRow(table, record);
    if (!read.ok) problems.push({ type: 'misfit', record, why: read.error });
    else if (record.change !== 'confirmed' || (builtIn && saysTheSame(table, read.value, builtIn)))
      rows.push({ row: read.value, builtIn, record });
    else if (builtIn) problems.push({ type: 'outdated', record });
    const isUsed = rows.at(-1)?.record === record;
    if (!isUsed && builtIn) rows.push({ row: builtIn, builtIn, record });
  };
  for (const builtIn of table.rows) {
    const record = byKey.get(builtIn.key);
    if (record) take(record, builtIn);
    else rows.push({ row: builtIn, builtIn, record: null });
  }
  for (const record of mine) {
    const { rowKey, change } = record;
    // What was said of a built-in row that is gone: only figures of the user's own stay.
    if (rowKey === undefined || (!builtIns.has(rowKey) && byKey.get(rowKey) === record)) {
      if (change === 'added' || change === 'changed') take(record, null);
    }
  }
  const overlaps = overlapsOf(
    table,
    rows.map(({ row }) => row),
  );
  const disputed = new Set(overlaps.flat());
  const doubted = rows.map((state): RuleState => {
    const { row } = state;
    return disputed.has(row) && row.confidence === 'sure'
      ? { ...state, row: { ...row, confidence: 'check' } }
      : state;
  });
  return {
    rows: doubted,
    removed,
    problems: [
      ...overlaps.map((pair): RuleProblem => ({ type: 'overlap', rows: pair })),
      ...gapsOf(
        table,
        rows.map(({ row }) => row),
      ),
      ...problems,
    ],
  };
}

/** The rows that count: the built-in ones as the user has left them, and the user's own. */
export const effectiveRows = (
  table: AnyRuleTable,
  records: readonly RuleRecord[],
): readonly RuleBasis[] => tableState(table, records).rows.map(({ row }) => row);

/** The rules of a desk; each table is put together when it is first asked for. */
export function rulesOf(records: readonly RuleRecord[]): Rules {
  const byTable = Map.groupBy(records, ({ table }) => table);
  const made = new Map<string, readonly RuleBasis[]>();
  return {
    rowsOf: (table) => {
      const theirs = byTable.get(table.name);
      if (!theirs) return table.rows;
      const rows = made.get(table.name) ?? effectiveRows(table, theirs);
      made.set(table.name, rows);
      // Each row was read by the description of this very table.
      return rows as typeof table.rows;
    },
  };
}

/** Records of tables that none of these is. */
export const strayRecords = (
  tables: readonly AnyRuleTable[],
  records: readonly RuleRecord[],
): readonly RuleRecord[] => {
  const known = new Set(tables.map(({ name }) => name));
  return records.filter(({ table }) => !known.has(table));
};
