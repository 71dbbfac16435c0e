import type { CallFailure, Lock, Saved } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { JournalSource } from './archive-messages.ts';
import type { Archiver } from './archiver.ts';
import type { Exports } from './exports.ts';
import type { Job } from './jobs.ts';

export interface Backups {
  /**
   * Writes a desk with its attachments as one file where the user wants it. `source` is asked each
   * time that the journal is read.
   */
  readonly save: (
    wanted: { readonly name: string; readonly lock: Lock },
    source: () => JournalSource,
    job: Job,
  ) => Promise<Result<Saved, CallFailure<'saveBackup'>>>;
}

interface BackupsOptions {
  readonly exports: Pick<Exports, 'saveWith'>;
  readonly archiver: Pick<Archiver, 'pack'>;
  /** Copies the journal; where that is damaged, once more when it could be put right. */
  readonly orMended: <T, E extends { readonly type: string }>(
    copy: () => Promise<Result<T, E>>,
  ) => Promise<Result<T, E>>;
  readonly filesFolder: string;
  readonly appVersion: string;
  readonly now: () => number;
}

export function createBackups(options: BackupsOptions): Backups {
  const { exports, archiver, orMended, filesFolder, appVersion, now } = options;
  return {
    save: async ({ name, lock }, source, job) => {
      const wrong = lock.type === 'recipients' ? await wrongAmong(lock.recipients) : null;
      if (wrong !== null) return err({ type: 'notARecipient', recipient: wrong });
      return exports.saveWith(name, '.tdesk', async (path) => {
        const facts = { appVersion, takenAt: now(), why: 'backup' } as const;
        const plan = { facts, filesFolder, withFiles: true, lock };
        const packed = await orMended(() =>
          archiver.pack({ ...plan, source: source() }, path, job),
        );
        return packed.ok ? ok(null) : packed;
      });
    },
  };
}

/** The cryptography is half a megabyte of code, which a start must not wait for. */
async function wrongAmong(recipients: readonly string[]): Promise<string | null> {
  const { notARecipient } = await import('./archive-lock.ts');
  return notARecipient(recipients);
}
