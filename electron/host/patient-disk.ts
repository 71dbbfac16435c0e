import type { Disk } from './disk.ts';

/**
 * A disk that may stop answering, as a network folder does whose server is gone. A call that has
 * not come back after `callMs` fails with ETIMEDOUT, and until it does come back no other is made:
 * each holds one of the few threads that this process has for all of its files. Nor is any after
 * `ended`.
 */
export function patientDisk(disk: Disk, callMs: number, ended: AbortSignal): Disk {
  const late = new Set<Promise<unknown>>();

  const inTime = async (name: string | symbol, start: () => unknown): Promise<unknown> => {
    if (late.size > 0 || ended.aborted) {
      // What was opened is closed when that is possible again.
      if (name === 'close')
        void Promise.allSettled(late)
          .then(start)
          .catch(() => undefined);
      throw tooLate(name);
    }
    const answer = Promise.resolve(start());
    const { promise: patience, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      const coming = answer.then(closeAgain, () => undefined).finally(() => late.delete(coming));
      late.add(coming);
      reject(tooLate(name));
    }, callMs);
    try {
      return await Promise.race([answer, patience]);
    } finally {
      clearTimeout(timer);
    }
  };

  const patient = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(real, name) {
        const member: unknown = Reflect.get(real, name, real);
        if (typeof member !== 'function') return member;
        return async (...input: unknown[]) => {
          const result = await inTime(name, () => Reflect.apply(member, real, input));
          return name === 'open' && isHandle(result) ? patient(result) : result;
        };
      },
    });

  return patient({ ...disk });
}

interface Handle {
  readonly close: () => Promise<void>;
}

const isHandle = (result: unknown): result is Handle =>
  typeof result === 'object' && result !== null && 'close' in result;

/** Nobody waits any more for a file whose opening came too late. */
async function closeAgain(result: unknown): Promise<void> {
  if (isHandle(result)) await result.close().catch(() => undefined);
}

const tooLate = (name: string | symbol): Error =>
  Object.assign(new Error(`${String(name)} has not come back`), { code: 'ETIMEDOUT' });
