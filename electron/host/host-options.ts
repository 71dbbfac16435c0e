import type { Capabilities } from '../../shared/contract/index.ts';
import type { WithPrinter } from './document-pdf.ts';

/** A process of the host's own that works on files; it can be killed at any time. */
export interface HostChild {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
}

/** Heap that such a process may use: what a workbook at the limits of the contract needs. */
export const CHILD_HEAP_MB = 2048;

/** The same for the text of one attachment: there may be many, and nobody waits. */
export const TEXT_HEAP_MB = 512;

/** What differs between the runtimes, as plain values and functions. */
export interface HostOptions {
  readonly dataFolder: string;
  readonly runtime: Capabilities['runtime'];
  readonly appVersion: string;
  /** Number of the newest migration that this app knows; a backup beyond it is refused. */
  readonly schema: number;
  readonly demo: boolean;
  readonly systemLocale: () => string;
  /** Where `choosePlace` puts files without asking; null when it asks. */
  readonly exportFolder: string | null;
  /** Absolute path for a new file of about that name, or null when the user does not want one. */
  readonly choosePlace: (suggestedName: string) => Promise<string | null>;
  /** Null when nothing here can print. */
  readonly withPrinter: WithPrinter | null;
  /**
   * Absolute path of a stylesheet of `@font-face` rules of one family with `unicode-range`s,
   * its font files beside it.
   */
  readonly fontCss: string;
  /** Starts `parser-child` with a heap of `CHILD_HEAP_MB`. */
  readonly spawnParser: () => HostChild;
  /** Starts `archive-child` likewise. */
  readonly spawnArchiver: () => HostChild;
  /** Starts `attachment-text-child` with a heap of `TEXT_HEAP_MB`. */
  readonly spawnTextReader: () => HostChild;
  /** Starts `document-child` with a heap of `CHILD_HEAP_MB`. */
  readonly spawnDocumentWriter: () => HostChild;
  /** Absolute path of the folder with the character tables of pdf.js. */
  readonly cMapFolder: string;
  readonly revealFile: (path: string) => Promise<void>;
  /** Has the system's program open a file; answers whether there was one. */
  readonly openPath: (path: string) => Promise<boolean>;
  /** Asks for a folder: its absolute path, or null when the user wants none. Null: cannot ask. */
  readonly chooseFolder: (() => Promise<string | null>) | null;
  /** The folder in which the browser keeps its databases; null when it is not known. */
  readonly storageFolder: string | null;
  /** Bytes that must stay free for the desk to be written; null leaves it to the host. */
  readonly minFreeBytes: number | null;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly log: (event: string, detail: unknown) => void;
}
