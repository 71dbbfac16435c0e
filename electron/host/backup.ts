import type { CallFailure, CallOutput, FileProblem, Lock } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { JournalSource } from './archive-messages.ts';
import type { Archiver } from './archiver.ts';
import type { Retrieve } from './contents.ts';
import type { Exports } from './exports.ts';
import type { Job } from './jobs.ts';

export interface Backups {
  /**
   * Writes a desk with its attachments as one file where the user wants it, and says which of them
   * it had to leave out. `source` is asked each time that the journal is read.
   */
  readonly save: (
    wanted: { readonly name: string; readonly lock: Lock },
    source: () => JournalSource,
    job: Job,
  ) => Promise<Result<CallOutput<'saveBackup'>, CallFailure<'saveBackup'>>>;
}

interface BackupsOptions {
  readonly exports: Pick<Exports, 'saveWith'>;
  readonly archiver: Pick<Archiver, 'pack'>;
  /** Copies the journal; where that is damaged, once more when it could be put right. */
  readonly orMended: <T, E extends { readonly type: string }>(
    copy: () => Promise<Result<T, E>>,
  ) => Promise<Result<T, E>>;
  readonly retrieve: Retrieve;
  readonly filesFolder: string;
  readonly appVersion: string;
  readonly now: () => number;
}

export function createBackups(options: BackupsOptions): Backups {
  const { exports, archiver, orMended, retrieve, filesFolder, appVersion, now } = options;
  return {
    save: async ({ name, lock }, source, job) => {
      const wrong = lock.type === 'recipients' ? await wrongAmong(lock.recipients) : null;
      if (wrong !== null) return err({ type: 'notARecipient', recipient: wrong });
      let leftOut: FileProblem[] = [];
      const saved = await exports.saveWith(name, '.tdesk', async (path) => {
        const facts = { appVersion, takenAt: now(), why: 'backup' } as const;
        const plan = { facts, filesFolder, withFiles: true, lock };
        const packed = await orMended(() =>
          archiver.pack({ ...plan, source: source() }, path, job, retrieve),
        );
        if (!packed.ok) return packed;
        const { facts: packedFacts, sha256, size } = packed.value;
        leftOut = packedFacts.leftOut;
        return ok({ sha256, size });
      });
      return saved.ok ? ok({ saved: saved.value, leftOut }) : saved;
    },
  };
}

/** The cryptography is half a megabyte of code, which a start must not wait for. */
async function wrongAmong(recipients: readonly string[]): Promise<string | null> {
  const { notARecipient } = await import('./archive-lock.ts');
  return notARecipient(recipients);
}
