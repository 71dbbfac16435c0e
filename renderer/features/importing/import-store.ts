import { create } from 'zustand';
import type { MoneyUnit } from '../../../shared/core/money.ts';
import {
  CAUTIOUS,
  type Choices,
  type Corrections,
  chooseTarget,
  chooseUnit,
  createReading,
  HEAD_ROWS,
  headerAt,
  type ImportColumn,
  noCorrections,
  planReading,
  proposeColumns,
  proposeHeaderRow,
  proposePlace,
  type Reading,
  type RowState,
  type Subject,
  type TablePlace,
  type Target,
  unitAbove,
} from '../../../shared/importing/index.ts';
import { entityNames, partsOf } from '../../../shared/registry.ts';
import type { CommitFailure } from '../../data/commit.ts';
import { entityNamedNow, entityNow } from '../../data/descriptions.ts';
import { usePast } from '../../data/past.ts';
import { onCommits } from '../../data/session.ts';
import { indexDesk, indexLinks } from './desk-index.ts';
import { inSlices } from './in-slices.ts';
import { type OpenFailure, openSheetFile, PAGE, type SheetFile } from './sheet-file.ts';

/** The kinds of records that spreadsheets are brought in for, with the user's own fields. */
export const subjectsNow = (): readonly Subject[] =>
  entityNames
    .map(entityNow)
    .filter(({ imported }) => imported)
    .map((entity) => ({
      entity,
      parts: partsOf(entity.name).map((part) => entityNamedNow(part.name) ?? part),
    }));

/** Which rows are looked at: those of one state, or all that are data. */
export type Tab = 'all' | RowState;

const rowsOf = (reading: Reading, tab: Tab): readonly number[] =>
  reading.rowsIn(tab === 'all' ? ['ready', 'problem', 'repeated', 'known'] : [tab]);

/** A file being looked at, mapped and mended. Nothing of it is on the desk yet. */
export interface Work {
  readonly file: SheetFile;
  readonly place: TablePlace;
  /** The rows before this one are read. */
  readonly endRow: number;
  readonly subject: Subject;
  readonly columns: readonly ImportColumn[];
  readonly corrections: Corrections;
  readonly choices: Choices;
  readonly reading: Reading | null;
  readonly tab: Tab;
  /** The rows on show. A row that a mend moves to another state stays until the tab is chosen again. */
  readonly rows: readonly number[];
  readonly rowsRead: number;
  /** Counts what has changed in `reading`, which is the same object all along. */
  readonly version: number;
  readonly isRead: boolean;
  /** Why the last attempt to write came to nothing; the desk is as it was before. */
  readonly failed: CommitFailure | null;
}

/** What came of an import. */
export interface Outcome {
  /** The unit to undo; null when nothing had to change. */
  readonly unit: string | null;
  readonly added: number;
  readonly updated: number;
  readonly leftOut: readonly number[];
}

export type ImportState =
  | {
      readonly at: 'choose';
      readonly failed?: { readonly file: string; readonly why: OpenFailure };
    }
  | { readonly at: 'opening'; readonly file: string }
  | { readonly at: 'preview'; readonly work: Work }
  | {
      readonly at: 'writing';
      readonly work: Work;
      /** Of the rows to write. */
      readonly done: number;
      readonly total: number;
      readonly phase: 'preparing' | 'writing' | 'takingBack';
    }
  | { readonly at: 'done'; readonly work: Work; readonly outcome: Outcome };

export const useImport = create<{ readonly state: ImportState }>(() => ({
  state: { at: 'choose' },
}));

export const setImport = (state: ImportState): void => useImport.setState({ state });

const workNow = (): Work | null => {
  const { state } = useImport.getState();
  return state.at === 'preview' ? state.work : null;
};
const setWork = (work: Work): void => setImport({ at: 'preview', work });

/** Each start of reading, opening or leaving ends what was going on before. */
let turn = 0;

export async function beginImport(file: File): Promise<void> {
  leaveImport();
  const mine = turn;
  setImport({ at: 'opening', file: file.name });
  const opened = await openSheetFile(file);
  if (mine !== turn) {
    if (opened.ok) opened.value.close();
    return;
  }
  const place = opened.ok ? proposePlace(opened.value.heads, subjectsNow()) : null;
  if (!opened.ok || !place) {
    const why = opened.ok ? ({ type: 'emptyFile' } as const) : opened.error;
    setImport({ at: 'choose', failed: { file: file.name, why } });
    return;
  }
  startPlace(opened.value, place, noCorrections(), CAUTIOUS);
}

/** Gives the file back and forgets all that was done with it; the desk is as it was. */
export function leaveImport(): void {
  turn += 1;
  const { state } = useImport.getState();
  if ('work' in state) state.work.file.close();
  setImport({ at: 'choose' });
}

function startPlace(
  file: SheetFile,
  place: TablePlace,
  corrections: Corrections,
  choices: Choices,
  endRow = file.sheets[place.sheet]?.rows ?? 0,
): void {
  const subjects = subjectsNow();
  const subject = subjects.find(({ entity }) => entity.name === place.entity) ?? subjects[0];
  const rows = file.heads[place.sheet]?.rows ?? [];
  if (!subject) return;
  const header = place.headerRow === null ? [] : headerAt(rows, place.headerRow);
  const samples = rows.slice((place.headerRow ?? -1) + 1, HEAD_ROWS);
  const columns = proposeColumns(header, samples, subject, unitAbove(rows, place.headerRow));
  void readAgain({
    file,
    place,
    endRow,
    subject,
    columns,
    corrections,
    choices,
    reading: null,
    tab: 'all',
    rows: [],
    rowsRead: 0,
    version: 0,
    isRead: false,
    failed: null,
  });
}

/** Reads the sheet from its first row to its last, showing what is read as it comes. */
async function readAgain(before: Work): Promise<void> {
  turn += 1;
  const mine = turn;
  const isOver = () => mine !== turn;
  const { file, place, subject, columns, corrections, endRow } = before;
  setWork({ ...before, isRead: false });
  const [desk, links] = await Promise.all([indexDesk(subject), indexLinks(subject, columns)]);
  if (isOver()) return;
  const firstRow = (place.headerRow ?? -1) + 1;
  const rows = file.heads[place.sheet]?.rows ?? [];
  const header = place.headerRow === null ? [] : headerAt(rows, place.headerRow);
  const plan = planReading(subject, columns, links);
  const reading = createReading(plan, header, firstRow, desk, corrections);
  for (let page = Math.floor(firstRow / PAGE); page * PAGE < endRow; page += 1) {
    const read = await file.page(place.sheet, page);
    if (isOver()) return;
    if (!read.ok) {
      setImport({ at: 'choose', failed: { file: file.name, why: read.error } });
      return;
    }
    const wanted = read.value.slice(Math.max(0, firstRow - page * PAGE), endRow - page * PAGE);
    if (!(await inSlices(wanted, (row) => reading.add([row]), isOver))) return;
    showRead(before, reading, { rowsRead: page * PAGE + read.value.length });
  }
  showRead(before, reading, { isRead: true });
}

function showRead(before: Work, reading: Reading, change: Partial<Work>): void {
  const now = workNow() ?? before;
  const rows = rowsOf(reading, now.tab);
  setWork({ ...now, reading, rows, version: now.version + 1, ...change });
}

export function chooseTab(tab: Tab): void {
  const work = workNow();
  if (work?.reading) setWork({ ...work, tab, rows: rowsOf(work.reading, tab) });
}

/** Another sheet, header row or kind of record: columns are proposed anew, mends of the sheet stay. */
export function choosePlace(change: Partial<TablePlace>): void {
  const work = workNow();
  if (!work) return;
  const { file, place, corrections, choices } = work;
  const next = { ...place, ...change };
  if (next.sheet === place.sheet) return startPlace(file, next, corrections, choices, work.endRow);
  const rows = file.heads[next.sheet]?.rows ?? [];
  const headerRow = proposeHeaderRow(rows, work.subject);
  startPlace(file, { ...next, headerRow }, noCorrections(), choices);
}

export function chooseEndRow(endRow: number): void {
  const work = workNow();
  if (work && endRow !== work.endRow) void readAgain({ ...work, endRow });
}

export function chooseColumn(index: number, target: Target | null): void {
  const work = workNow();
  if (work) void readAgain({ ...work, columns: chooseTarget(work.columns, index, target) });
}

export function chooseColumnUnit(index: number, unit: MoneyUnit): void {
  const work = workNow();
  if (work) void readAgain({ ...work, columns: chooseUnit(work.columns, index, unit) });
}

export function chooseWhatToDo(choices: Partial<Choices>): void {
  const work = workNow();
  if (work) setWork({ ...work, choices: { ...work.choices, ...choices } });
}

/** Replaces a cell by what was typed; its row is read again at once. */
export function mendCell(row: number, column: number, text: string): void {
  const work = workNow();
  if (!work?.isRead) return;
  work.reading?.mend(row, column, text);
  setWork({ ...work, version: work.version + 1 });
}

export function takeRowAsData(row: number): void {
  const work = workNow();
  if (!work?.isRead) return;
  work.reading?.takeAsData(row);
  setWork({ ...work, version: work.version + 1 });
}

/** Back from a result, or from a failure, to the sheet as it was, read against the desk as it is now. */
export function backToPreview(work: Work, failed: CommitFailure | null): void {
  void readAgain({ ...work, failed });
}

// What is on the desk may change while a sheet is looked at: an undo, a merge, another screen, a look back.
const follow = (): void => {
  const work = workNow();
  if (work) void readAgain(work);
};
onCommits(follow);
usePast.subscribe(follow);
