import type { Page } from 'playwright-core';

/** Where and how a test starts a runtime. */
export interface LaunchPlace {
  /** The folder with the built app, laid out like `dist`. */
  readonly dist: string;
  readonly dataFolder: string;
  /** Where saved files go. */
  readonly saveFolder: string;
  readonly locale: 'zh-CN' | 'en-US';
  readonly demo: boolean;
  /** Options of the command line beside these. */
  readonly options?: readonly string[];
}

/** A started app, whichever runtime it is. */
export interface RunningApp {
  readonly page: Page;
  /** Ends it as the user does. */
  readonly close: () => Promise<void>;
  /** Ends all its processes at once, with nothing put in order. */
  readonly kill: () => Promise<void>;
}

export function launchArgs({ dataFolder, demo, options = [] }: LaunchPlace): string[] {
  return ['--data', dataFolder, ...(demo ? ['--demo'] : []), ...options];
}
