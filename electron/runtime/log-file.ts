import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';

const MAX_BYTES = 1024 * 1024;

export type Log = (event: string, detail: unknown) => void;

/**
 * Writes unexpected errors to `desk.log` in the data folder, where a reference shown to the user can
 * be found again, and to standard error. A log that cannot be written is no reason to stop.
 */
export function openLog(dataFolder: string): Log {
  const file = join(dataFolder, 'desk.log');
  return (event, detail) => {
    const line = `${new Date().toISOString()} ${event} ${inspect(detail)}\n`;
    process.stderr.write(line);
    try {
      mkdirSync(dataFolder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) {
        renameSync(file, join(dataFolder, 'desk.old.log'));
      }
      appendFileSync(file, line);
    } catch {
      // Nothing more can be told: standard error has it.
    }
  };
}
