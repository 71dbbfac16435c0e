import { z } from 'zod';
import { commitSchema } from '../commits/commit.ts';
import { type Client, call, type FailureOf, type Handlers, type OutputOf } from './call.ts';
import { printedSchema } from './printed.ts';
import {
  cellSchema,
  fileSchema,
  MAX_ROWS_PER_READ,
  openedSpreadsheetSchema,
  unreadableSchema,
  workbookSchema,
} from './spreadsheet.ts';

export * from './call.ts';
export * from './printed.ts';
export * from './spreadsheet.ts';

/**
 * Every call that the page may make of the computer. All runtimes speak it: Electron, the browser
 * window, and the tests' stand-in for Electron. A call is deep: it does one whole thing, validates
 * all that crosses, and answers with a value or a typed failure, never by throwing.
 */

const nothing = z.strictObject({});
const noFailure = z.never();
const fileName = z
  .string()
  .min(1)
  .max(120)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\\/:*?"<>|\u0000-\u001f]+$/u, 'not a file name')
  .refine((name) => !name.startsWith('.') && !/[. ]$/.test(name));

/** Which runtime it is is for the "about" page alone: screens ask what can be done. */
export const capabilitiesSchema = z.strictObject({
  runtime: z.enum(['electron', 'browser']),
  appVersion: z.string(),
  /** The system's language, as a BCP 47 tag. */
  systemLocale: z.string(),
  dataFolder: z.string(),
  /** Where exports go when the user cannot be asked for a place; null when the host asks. */
  exportFolder: z.string().nullable(),
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

const savedSchema = z.discriminatedUnion('place', [
  /** `file` is this launch's ticket for `showFile`. */
  z.strictObject({
    place: z.literal('file'),
    file: z.string(),
    name: z.string(),
    folder: z.string(),
  }),
  z.strictObject({ place: z.literal('cancelled') }),
]);
export type Saved = z.output<typeof savedSchema>;

const writeFailure = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('diskFull') }),
  /** The file or folder cannot be written: open elsewhere, read-only, gone. */
  z.strictObject({ type: z.literal('cannotWrite'), name: z.string() }),
]);

export const vaultStateSchema = z.strictObject({
  /** Null until the first commit is kept. */
  deskId: z.string().nullable(),
  /** Number of the last commit in the journal; 0 when there is none. */
  last: z.number().int(),
  /** The newest migration known to an app that wrote here. */
  schema: z.number().int(),
  /** Bytes at the journal's end that were damaged and have been set aside, for the user to know. */
  setAside: z.number().int(),
});
export type VaultState = z.output<typeof vaultStateSchema>;

export const contract = {
  capabilities: call(nothing, capabilitiesSchema, noFailure),

  readSettings: call(nothing, settingsSchema, noFailure),
  writeSettings: call(settingsSchema.partial(), settingsSchema, writeFailure),

  /** What the vault holds. */
  vaultState: call(nothing, vaultStateSchema, noFailure),

  /** Keeps commits in the journal, in order, and answers when they are on the disk (fsync). */
  appendCommits: call(
    z.strictObject({
      deskId: z.uuid(),
      /** Number of the last commit that the page knows to be in the journal. */
      after: z.number().int().min(0),
      commits: z.array(commitSchema).min(1).max(200),
    }),
    z.strictObject({ last: z.number().int() }),
    z.discriminatedUnion('type', [
      ...writeFailure.options,
      /** The journal belongs to another desk. */
      z.strictObject({ type: z.literal('otherDesk') }),
      /** Somebody else wrote: catch up first. */
      z.strictObject({ type: z.literal('behind'), last: z.number().int() }),
    ]),
  ),

  /** Reads commits numbered from `after + 1` on. An answer is bounded in size, not only in number. */
  readCommits: call(
    z.strictObject({ after: z.number().int().min(0) }),
    z.strictObject({
      commits: z.array(commitSchema),
      /** Number of the last of these commits: what to ask after next. */
      last: z.number().int(),
      /** Nothing comes after them. */
      end: z.boolean(),
    }),
    z.strictObject({ type: z.literal('damaged'), at: z.number().int() }),
  ),

  /** Writes the whole journal, verified, as one file to carry away. */
  saveBackup: call(
    z.strictObject({ name: fileName }),
    savedSchema,
    z.discriminatedUnion('type', [
      ...writeFailure.options,
      /** The journal itself is damaged at that commit: there is nothing whole to carry away. */
      z.strictObject({ type: z.literal('damaged'), at: z.number().int() }),
    ]),
  ),

  /** Takes a backup file as this desk's journal. Only an empty vault takes one. */
  restoreBackup: call(
    fileSchema,
    vaultStateSchema,
    z.discriminatedUnion('type', [
      ...writeFailure.options,
      z.strictObject({ type: z.literal('notABackup') }),
      z.strictObject({ type: z.literal('damaged'), at: z.number().int() }),
      z.strictObject({ type: z.literal('tooNew'), schema: z.number().int() }),
      z.strictObject({ type: z.literal('vaultNotEmpty') }),
    ]),
  ),

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
      /** Without ending; the format adds it. */
      name: fileName,
      format: z.enum(['xlsx', 'csv', 'json']),
      workbook: workbookSchema,
    }),
    savedSchema,
    writeFailure,
  ),

  printDocument: call(
    z.strictObject({ name: fileName, document: printedSchema }),
    savedSchema,
    z.discriminatedUnion('type', [
      ...writeFailure.options,
      /** Nothing here can make a PDF: no browser is installed. */
      z.strictObject({ type: z.literal('cannotPrint') }),
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
 * page makes one of its own over HTTP.
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
