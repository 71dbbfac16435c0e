import type { CallFailure, CallOutput, RestoreSource } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Archiver, OpenedArchive } from './archiver.ts';
import type { FileStore } from './file-store.ts';
import type { Job } from './jobs.ts';
import type { Snapshots } from './snapshots.ts';
import type { Stageable } from './staging.ts';
import type { Uploads } from './uploads.ts';
import type { Vault } from './vault.ts';

type Failure = CallFailure<'prepareRestore'>;
type Answer = Promise<Result<CallOutput<'prepareRestore'>, Failure>>;

interface RestoringOptions {
  readonly vault: Pick<Vault, 'stage' | 'upTo'>;
  readonly snapshots: Pick<Snapshots, 'pathOf'>;
  readonly archiver: Pick<Archiver, 'open'>;
  readonly uploads: Pick<Uploads, 'whole'>;
  readonly files: Pick<FileStore, 'add'>;
}

/** Of a restore from an archive, the part of the time that verifying it takes. */
const OPENING_SHARE = 0.6;

/** Makes a desk of what a restore names, beside the current one and not in use yet. */
export async function prepareRestore(
  options: RestoringOptions,
  source: RestoreSource,
  job: Job,
): Answer {
  if (source.type === 'point') {
    const beginning = await options.vault.upTo(source.at);
    return beginning.ok ? stage(options, beginning.value, 0, job) : beginning;
  }
  const path = await pathOf(options, source);
  if (!path.ok) return path;
  const key = source.type === 'upload' ? source.key : null;
  const opened = await options.archiver.open(path.value, key, part(job, 0, OPENING_SHARE));
  if (!opened.ok) return opened;
  try {
    return await takeIn(options, opened.value, part(job, OPENING_SHARE, 1));
  } finally {
    await opened.value.dispose();
  }
}

async function pathOf(
  { snapshots, uploads }: RestoringOptions,
  source: Exclude<RestoreSource, { type: 'point' }>,
): Promise<Result<string, Failure>> {
  if (source.type === 'snapshot') {
    const path = await snapshots.pathOf(source.name);
    return path === null ? err({ type: 'gone' }) : ok(path);
  }
  const whole = await uploads.whole(source.upload);
  return whole.ok ? ok(whole.value.path) : whole;
}

/** Attachments first: a desk must not be there before what it names. */
async function takeIn(
  options: RestoringOptions,
  { facts, commits, files }: OpenedArchive,
  job: Job,
): Answer {
  for (const { hash, bytes } of files) {
    if (job.signal.aborted) return err({ type: 'cancelled' });
    const added = await options.files.add(hash, bytes());
    if (added.ok) continue;
    // It was verified a moment ago: what lies on the disk is not to be relied on.
    return added.error.type === 'altered' ? err({ type: 'damaged', at: 0 }) : err(added.error);
  }
  const { schema, tally, last } = facts;
  return stage(options, { schema, tally, commits: commits() }, last, job);
}

/** `total` is how many commits there are, or 0 when that is not known. */
function stage(
  { vault }: RestoringOptions,
  contents: Stageable,
  total: number,
  { signal, report }: Job,
): Answer {
  return vault.stage(contents, { signal, onProgress: (done) => report({ done, total }) });
}

/** A job whose progress is that of one part of another: `from` and `to` as shares of the whole. */
function part(job: Job, from: number, to: number): Job {
  const report: Job['report'] = ({ done, total }) => {
    const share = total > 0 ? done / total : 0;
    job.report({ done: from + share * (to - from), total: 1 });
  };
  return { signal: job.signal, report };
}
