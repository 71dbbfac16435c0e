import { err, type Result } from '../../shared/core/result.ts';
import type { BuildFailure } from './build.ts';
import { onlyThroughPage, send } from './host.ts';
import type { JobOptions } from './job.ts';
import type { FromScratch, Outcome, Task, ToScratch } from './scratch-protocol.ts';

/**
 * Does a task in a worker of its own, which goes with it. A cancelled build leaves its database
 * behind, incomplete: the caller deletes it, or builds on.
 */
export function runScratch<T extends Task>(
  task: T,
  { onProgress, signal }: JobOptions,
): Promise<Result<Outcome<T>, BuildFailure>> {
  if (signal?.aborted) return Promise.resolve(err({ type: 'cancelled' }));
  const worker = new Worker(new URL('./scratch-worker.ts', import.meta.url), { type: 'module' });
  const say = (message: ToScratch): void => worker.postMessage(message);
  const { promise, resolve } = Promise.withResolvers<Result<Outcome<T>, BuildFailure>>();
  const cancel = (): void => resolve(err({ type: 'cancelled' }));
  signal?.addEventListener('abort', cancel, { once: true });
  worker.addEventListener('error', ({ message }) => resolve(err({ type: 'storage', message })));
  worker.addEventListener('message', ({ data }: MessageEvent<FromScratch>) => {
    switch (data.type) {
      case 'progress':
        onProgress?.(data.done, data.total);
        break;
      case 'call': {
        const { ticket, input } = data;
        send('readCommits', input).then(
          (answer) => say({ type: 'answer', ticket, answer }),
          () =>
            say({ type: 'answer', ticket, answer: { ok: false, error: { type: 'unreachable' } } }),
        );
        break;
      }
      case 'done':
        // The worker answers with what its task is for.
        resolve(data.result as Result<Outcome<T>, BuildFailure>);
        break;
    }
  });
  say({ type: 'start', task, throughPage: onlyThroughPage });
  return promise.finally(() => {
    signal?.removeEventListener('abort', cancel);
    worker.terminate();
  });
}
