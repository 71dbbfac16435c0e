import type {
  CommonFailure,
  OpenedSpreadsheet,
  Unreadable,
} from '../../../shared/contract/index.ts';
import { MAX_FILE_BYTES } from '../../../shared/contract/index.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import { type Cells, HEAD_ROWS, type SheetHead } from '../../../shared/importing/index.ts';
import { host } from '../../data/host.ts';

export type OpenFailure = Unreadable | CommonFailure | { readonly type: 'closed' };

/** A spreadsheet that the computer holds open, with the rows fetched so far. */
export interface SheetFile {
  readonly name: string;
  readonly encoding: OpenedSpreadsheet['encoding'];
  readonly sheets: OpenedSpreadsheet['sheets'];
  readonly heads: readonly SheetHead[];
  /** The rows of a page of a sheet; pages are `PAGE` rows long. */
  readonly page: (sheet: number, page: number) => Promise<Result<readonly Cells[], OpenFailure>>;
  readonly close: () => void;
}

/** Small enough for an answer to be checked between two frames. */
export const PAGE = 400;

/** Sheets beyond these are not looked at for a proposal, but can be chosen. */
const MOST_HEADS = 30;

/** Opens a file and fetches the head of each sheet, to find the table in. */
export async function openSheetFile(file: File): Promise<Result<SheetFile, OpenFailure>> {
  if (file.size > MAX_FILE_BYTES)
    return err({ type: 'tooLarge', limit: 'bytes', allowed: MAX_FILE_BYTES });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = await host.openSpreadsheet({ name: file.name, bytes });
  if (!opened.ok) return opened;
  const { handle, encoding, sheets } = opened.value;
  const pages = new Map<string, readonly Cells[]>();
  const heads: SheetHead[] = [];
  for (const [sheet, { name, hidden }] of sheets.slice(0, MOST_HEADS).entries()) {
    const read = await host.readRows({ handle, sheet, from: 0, count: HEAD_ROWS });
    if (!read.ok) return read;
    heads.push({ name, hidden, rows: read.value.rows });
  }
  return ok({
    name: file.name,
    encoding,
    sheets,
    heads,
    page: async (sheet, page) => {
      const key = `${sheet}/${page}`;
      const known = pages.get(key);
      if (known) return ok(known);
      const read = await host.readRows({ handle, sheet, from: page * PAGE, count: PAGE });
      if (!read.ok) return read;
      pages.set(key, read.value.rows);
      return ok(read.value.rows);
    },
    close: () => void host.closeSpreadsheet({ handle }),
  });
}
