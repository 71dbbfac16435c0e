import type { Result } from '../../shared/core/result.ts';
import { host } from './host.ts';

const ASK_EVERY_MS = 200;

export interface JobOptions {
  /** How far it is; the unit is the job's own. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Runs a call of the host that takes long, tells how far it is, and ends it when the signal says so. */
export async function runJob<T, F>(
  call: (job: string) => Promise<Result<T, F>>,
  { onProgress, signal }: JobOptions,
): Promise<Result<T, F>> {
  const job = crypto.randomUUID();
  const cancel = (): void => void host.cancelJob({ job });
  signal?.addEventListener('abort', cancel, { once: true });
  let over = false;
  const timer = setInterval(async () => {
    if (!onProgress) return;
    const answer = await host.jobProgress({ job });
    if (answer.ok && answer.value.progress && !over) {
      onProgress(answer.value.progress.done, answer.value.progress.total);
    }
  }, ASK_EVERY_MS);
  try {
    // Asked before it began: the host is told all the same, once it knows the job.
    const answer = call(job);
    if (signal?.aborted) cancel();
    return await answer;
  } finally {
    over = true;
    clearInterval(timer);
    signal?.removeEventListener('abort', cancel);
  }
}
