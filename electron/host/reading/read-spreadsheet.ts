import {
  type CellValue,
  EncryptedFileError,
  parseCsv,
  readOds,
  readXlsx,
  type Workbook,
} from 'hucre';
import type { Cell, OpenedSpreadsheet, Unreadable } from '../../../shared/contract/index.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import { unescapeFormula } from '../formula-text.ts';
import { instantToCell, MAX_CELL_CHARACTERS, type SheetRows, trimRows } from './cells.ts';
import { decodeText } from './encoding.ts';
import { fileKindOf } from './file-kind.ts';
import { readOldWorkbook } from './old-workbook.ts';
import { checkZip } from './zip.ts';

const MAX_CELLS = 20_000_000;

export interface ReadSpreadsheet {
  readonly encoding: OpenedSpreadsheet['encoding'];
  readonly sheets: readonly SheetRows[];
}

/**
 * Reads a spreadsheet of any kind that we know by its bytes. In text files every cell stays text;
 * dates of date-formatted cells are civil dates, in no time zone. Whatever a reader throws means
 * that the file is damaged.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
): Promise<Result<ReadSpreadsheet, Unreadable>> {
  const kind = fileKindOf(bytes);
  try {
    switch (kind) {
      case 'zip':
        return within(await readArchive(bytes));
      case 'compound':
        return within(readOldWorkbook(bytes));
      case 'text':
        return readText(bytes);
      default:
        return err(kind);
    }
  } catch (error) {
    if (error instanceof EncryptedFileError) return err({ type: 'passwordProtected' });
    // Two cells at opposite corners make a sheet that the reader itself refuses.
    const tooMany = error instanceof Error && /over the \d+ limit/.test(error.message);
    return err(tooMany ? tooManyCells : { type: 'damaged' });
  }
}

const tooManyCells: Unreadable = { type: 'tooLarge', limit: 'cells', allowed: MAX_CELLS };

async function readArchive(bytes: Uint8Array): Promise<Result<readonly SheetRows[], Unreadable>> {
  const checked = await checkZip(bytes);
  if (!checked.ok) return checked;
  const names = checked.value;
  const within = (folder: string) => names.some((name) => name.startsWith(folder));
  if (within('xl/') && !names.includes('xl/workbook.bin')) {
    return ok(sheetsOf(await readXlsx(bytes)));
  }
  if (names.includes('mimetype') && names.includes('content.xml')) {
    return ok(sheetsOf(await readOds(bytes)));
  }
  const looksLike = within('word/') || within('ppt/') || within('xl/') ? 'document' : 'archive';
  return err({ type: 'notASpreadsheet', looksLike });
}

function sheetsOf(workbook: Workbook): readonly SheetRows[] {
  return workbook.sheets.map(({ name, hidden, veryHidden, rows }) => ({
    name,
    hidden: hidden === true || veryHidden === true,
    rows: trimRows(rows.map((row) => row.map(toCell))),
  }));
}

function toCell(value: CellValue): Cell {
  if (value === '') return null;
  if (value instanceof Date) return instantToCell(value);
  // A number that no double holds is kept as what it has become, for the reader to refuse.
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function readText(bytes: Uint8Array): Result<ReadSpreadsheet, Unreadable> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const rows = parseCsv(text).map((row) => row.map((value) => textToCell(String(value ?? ''))));
  const read = within(ok([{ name: '', hidden: false, rows: trimRows(rows) }]));
  return read.ok ? ok({ ...read.value, encoding }) : read;
}

function textToCell(text: string): Cell {
  return text === '' ? null : unescapeFormula(text);
}

/** Holds what was read to the limits of the contract. */
function within(
  read: Result<readonly SheetRows[], Unreadable>,
): Result<ReadSpreadsheet, Unreadable> {
  if (!read.ok) return read;
  let cells = 0;
  for (const { rows } of read.value) {
    for (const row of rows) {
      cells += row.length;
      // In a text file a quote that is never closed swallows the rest; no program writes this.
      if (row.some((cell) => typeof cell === 'string' && cell.length > MAX_CELL_CHARACTERS)) {
        return err({ type: 'damaged' });
      }
    }
  }
  if (cells > MAX_CELLS) return err(tooManyCells);
  const blank = read.value.every(({ rows }) => rows.length === 0);
  return blank ? err({ type: 'emptyFile' }) : ok({ encoding: null, sheets: read.value });
}
