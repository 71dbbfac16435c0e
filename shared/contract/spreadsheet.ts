import { z } from 'zod';

/**
 * Spreadsheets as they cross between page and computer, in both directions.
 * Nothing here knows what the cells mean.
 */

/** A civil date as it stood in a date-formatted cell: `YYYY-MM-DD`, no time zone. */
export interface DateCell {
  readonly date: string;
}

/**
 * One cell as read. Numbers with more than 15 significant digits have already lost some
 * when the file was written: they arrive as the number they are, and the reader of the
 * row must refuse them for codes.
 */
export type Cell = string | number | boolean | null | DateCell;

export const cellSchema: z.ZodType<Cell> = z.union([
  z.string().max(40_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
]);

export const MAX_FILE_BYTES = 64 * 1024 * 1024;
export const MAX_ROWS_PER_READ = 2_000;

export const fileSchema = z.strictObject({
  /** The file's own name, for its ending and for messages; never used as a path. */
  name: z.string().min(1).max(255),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES, {
    message: 'too large',
  }),
});

export const openedSpreadsheetSchema = z.strictObject({
  handle: z.string(),
  /** How a text file was decoded; null for workbooks, which say so themselves. */
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16']).nullable(),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      /** Rows from the first of the sheet to the last that holds anything. */
      rows: z.number().int(),
      columns: z.number().int(),
      hidden: z.boolean(),
    }),
  ),
});
export type OpenedSpreadsheet = z.output<typeof openedSpreadsheetSchema>;

/** Why a file cannot be read as a spreadsheet. The page says what to do about each. */
export const unreadableSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('emptyFile') }),
  /** The bytes are of another kind than the name says, or of none that we read. */
  z.strictObject({
    type: z.literal('notASpreadsheet'),
    looksLike: z.enum(['image', 'pdf', 'document', 'archive', 'html', 'unknown']),
  }),
  z.strictObject({ type: z.literal('damaged') }),
  z.strictObject({ type: z.literal('passwordProtected') }),
  /** Neither UTF-8 nor GB18030, nor UTF-16 with a byte order mark. */
  z.strictObject({ type: z.literal('unknownEncoding') }),
  /** Over a limit; `limit` says which, `allowed` how much. */
  z.strictObject({
    type: z.literal('tooLarge'),
    limit: z.enum(['bytes', 'cells', 'unpacked', 'time']),
    allowed: z.number(),
  }),
]);
export type Unreadable = z.output<typeof unreadableSchema>;

/** How a column of an exported table is written. Amounts are given in fen, rates in basis points. */
export const columnKindSchema = z.enum(['text', 'integer', 'number', 'fen', 'basisPoints', 'date']);
export type ColumnKind = z.output<typeof columnKindSchema>;

export const tableSchema = z.strictObject({
  name: z.string().min(1).max(31),
  /** Lines above the header row: the title first, then what it covers. */
  heading: z.array(z.string().max(500)).max(10),
  columns: z
    .array(
      z.strictObject({
        /** Name in JSON; the same in every language. */
        key: z.string().min(1).max(80),
        title: z.string().max(200),
        kind: columnKindSchema,
        /** In characters of the body font. */
        width: z.number().min(4).max(80),
      }),
    )
    .min(1)
    .max(200),
  /** A value fits its column's kind: string for text and date, any number for number, integer for the others; null is blank. */
  rows: z.array(z.array(z.union([z.string().max(32_767), z.number(), z.null()]))).max(1_048_000),
  /** Values of a totals row below, by column, or none. */
  totals: z.array(z.union([z.string(), z.number(), z.null()])).nullable(),
});
export type Table = z.output<typeof tableSchema>;

export const workbookSchema = z.strictObject({
  title: z.string().max(200),
  /** Language of the fixed words in it: page numbers, the print footer. */
  language: z.enum(['zh', 'en']),
  tables: z.array(tableSchema).min(1).max(20),
});
export type Workbook = z.output<typeof workbookSchema>;
