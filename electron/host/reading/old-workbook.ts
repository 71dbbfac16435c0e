import { type CellObject, CFB, read, SSF } from '@e965/xlsx';
import type { Cell, Unreadable } from '../../../shared/contract/index.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import { type SheetRows, serialToCell, trimRows } from './cells.ts';

/** Record that a BIFF stream has when it is encrypted (MS-XLS 2.4.117). */
const FILEPASS = 0x002f;
const BOUNDSHEET = 0x0085;

/** Error values by their code (MS-XLS 2.5.10). */
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Reads the container of Office 97–2003: an `.xls`, or something else that lives in one. */
export function readOldWorkbook(bytes: Uint8Array): Result<readonly SheetRows[], Unreadable> {
  const container = CFB.read(bytes, { type: 'array' });
  const has = (name: string) => CFB.find(container, `/${name}`) !== null;
  if (has('EncryptedPackage')) return err({ type: 'passwordProtected' });
  if (has('WordDocument') || has('PowerPoint Document')) {
    return err({ type: 'notASpreadsheet', looksLike: 'document' });
  }
  const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  // The root is always there: alone, it means that the directory is cut off.
  if (stream === null && container.FullPaths.length <= 1) return err({ type: 'damaged' });
  if (stream === null) return err({ type: 'notASpreadsheet', looksLike: 'unknown' });
  if (stream.content.length !== stream.size) return err({ type: 'damaged' });
  if (isEncrypted(Uint8Array.from(stream.content))) return err({ type: 'passwordProtected' });

  const workbook = read(bytes, {
    type: 'array',
    dense: true,
    cellDates: false,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
  });
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return ok(
    workbook.SheetNames.map((name, index) => {
      const rows = workbook.Sheets[name]?.['!data'] ?? [];
      return {
        name,
        hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
        // Rows and cells that hold nothing are holes in these arrays.
        rows: trimRows(
          Array.from(rows, (row) => Array.from(row ?? [], (cell) => toCell(cell, is1904))),
        ),
      };
    }),
  );
}

function toCell(cell: CellObject | undefined, is1904: boolean): Cell {
  if (cell?.v === undefined || cell.v === '') return null;
  if (typeof cell.v === 'number') {
    if (cell.t === 'e') return errors[cell.v] ?? '#N/A';
    return typeof cell.z === 'string' && SSF.is_date(cell.z)
      ? serialToCell(cell.v, is1904)
      : cell.v;
  }
  return cell.v instanceof Date ? null : cell.v;
}

/** The record, where there is one, stands among the first, before the list of sheets. */
function isEncrypted(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.byteLength; ) {
    const record = view.getUint16(at, true);
    if (record === FILEPASS) return true;
    if (record === BOUNDSHEET) return false;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}
