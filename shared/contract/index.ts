import { z } from 'zod';
import { type Client, call, type FailureOf, type Handlers, type OutputOf } from './call.ts';
import { fileCalls } from './files.ts';
import { printedSchema } from './printed.ts';
import { fileNameSchema, savedSchema, writeFailure } from './saving.ts';
import {
  cellSchema,
  fileSchema,
  MAX_ROWS_PER_READ,
  openedSpreadsheetSchema,
  unreadableSchema,
  workbookSchema,
} from './spreadsheet.ts';
import { vaultCalls } from './vault.ts';

export * from './call.ts';
export * from './files.ts';
export * from './printed.ts';
export * from './saving.ts';
export * from './spreadsheet.ts';
export * from './vault.ts';

/**
 * Every call that the page may make of the computer. All runtimes speak it: Electron, the browser
 * window, and the tests' stand-in for Electron. A call is deep: it does one whole thing, validates
 * all that crosses, and answers with a value or a typed failure, never by throwing.
 */

const nothing = z.strictObject({});
const noFailure = z.never();

/** Views and the like are small; in UTF-16 units. */
const MAX_TEXT = 1_000_000;

/** Which runtime it is is for the "about" page alone: screens ask what can be done. */
export const capabilitiesSchema = z.strictObject({
  runtime: z.enum(['electron', 'browser']),
  appVersion: z.string(),
  /** The system's language, as a BCP 47 tag. */
  systemLocale: z.string(),
  dataFolder: z.string(),
  /** Where exports go when the user cannot be asked for a place; null when the host asks. */
  exportFolder: z.string().nullable(),
  /** Whether the host can ask for a folder; without that, the page asks for its path as text. */
  choosesFolders: z.boolean(),
  /** Whether documents can be printed to PDF here. */
  printsPdf: z.boolean(),
  /** Started to show: fill an empty desk with invented records without asking. */
  demo: z.boolean(),
});
export type Capabilities = z.output<typeof capabilitiesSchema>;

export const settingsSchema = z.strictObject({
  language: z.enum(['system', 'zh', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Stands at the head of printed documents. */
  firmName: z.string().max(120),
  /** Who works at this desk: the actor of its commits. */
  brokerName: z.string().max(80),
});
export type Settings = z.output<typeof settingsSchema>;

export const contract = {
  capabilities: call(nothing, capabilitiesSchema, noFailure),

  readSettings: call(nothing, settingsSchema, noFailure),
  writeSettings: call(settingsSchema.partial(), settingsSchema, writeFailure),

  ...vaultCalls,
  ...fileCalls,

  /** Reads a spreadsheet file in a process of its own that can be killed. */
  openSpreadsheet: call(fileSchema, openedSpreadsheetSchema, unreadableSchema),
  readRows: call(
    z.strictObject({
      handle: z.string(),
      sheet: z.number().int().min(0),
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(MAX_ROWS_PER_READ),
    }),
    z.strictObject({ rows: z.array(z.array(cellSchema)) }),
    z.strictObject({ type: z.literal('closed') }),
  ),
  closeSpreadsheet: call(z.strictObject({ handle: z.string() }), nothing, noFailure),

  writeSpreadsheet: call(
    z.strictObject({
      name: fileNameSchema,
      format: z.enum(['xlsx', 'csv', 'json']),
      workbook: workbookSchema,
    }),
    savedSchema,
    writeFailure,
  ),

  /** Saves a text of the app's own, as JSON, for another desk to read. */
  writeText: call(
    z.strictObject({ name: fileNameSchema, text: z.string().max(MAX_TEXT) }),
    savedSchema,
    writeFailure,
  ),

  /**
   * Writes a document where the user wants it: one file, or for `html` a folder with `index.html`,
   * `pictures/` and `SHA256SUMS`, readable in any browser from wherever it lies. A job: its steps
   * are the progress.
   */
  writeDocument: call(
    z.strictObject({
      job: z.uuid(),
      name: fileNameSchema,
      format: z.enum(['pdf', 'docx', 'html']),
      document: printedSchema,
    }),
    savedSchema,
    z.discriminatedUnion('type', [
      ...writeFailure.options,
      /** Nothing here can make a PDF: no browser is installed. */
      z.strictObject({ type: z.literal('cannotPrint') }),
      z.strictObject({ type: z.literal('cancelled') }),
    ]),
  ),

  /** Opens the folder of a file saved in this launch. */
  showFile: call(
    z.strictObject({ file: z.string() }),
    nothing,
    z.strictObject({ type: z.literal('gone') }),
  ),
} as const;

export type Contract = typeof contract;
export type Host = Client<Contract>;
export type HostHandlers = Handlers<Contract>;
export type CallName = keyof Contract;
export type CallOutput<K extends CallName> = OutputOf<Contract[K]>;
export type CallFailure<K extends CallName> = FailureOf<Contract[K]>;

/** What the host may tell the page unasked: a choice from the application menu. */
export const menuCommandSchema = z.enum([
  'undo',
  'redo',
  'search',
  'import',
  'export',
  'newAchievement',
  'newEnterprise',
  'newDeal',
  'settings',
]);
export type MenuCommand = z.output<typeof menuCommandSchema>;

/**
 * What a runtime puts on the page's `window.desk`. Electron's preload sets it; the browser window's
 * page makes one of its own over a socket.
 */
export interface Bridge {
  readonly send: (name: string, input: unknown) => Promise<unknown>;
  /** Returns the function that stops listening. */
  readonly onMenuCommand: (listener: (command: unknown) => void) => () => void;
}

declare global {
  // The bridge is there in Electron only; `renderer/data/host.ts` is its one reader.
  var desk: Bridge | undefined;
}
