import type { Capabilities } from '../../shared/contract/index.ts';

/** The process in which a foreign file is parsed; it can be killed at any time. */
export interface ParserProcess {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
}

/** Heap that a parser process may use: what a workbook at the limits of the contract needs. */
export const PARSER_HEAP_MB = 2048;

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
  /** Prints a whole HTML document; null, also as an answer, when nothing here can. */
  readonly printPdf: ((htmlDocument: string) => Promise<Uint8Array | null>) | null;
  /**
   * Absolute path of a stylesheet of `@font-face` rules of one family with `unicode-range`s,
   * its font files beside it.
   */
  readonly fontCss: string;
  /** Starts `parser-child` with a heap of `PARSER_HEAP_MB`. */
  readonly spawnParser: () => ParserProcess;
  readonly revealFile: (path: string) => Promise<void>;
  readonly log: (event: string, detail: unknown) => void;
}
