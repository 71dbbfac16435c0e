import type { Disk } from '../../../electron/host/disk.ts';

/** One call to the file system, on a path or on an open file, about to be made. */
export interface DiskCall {
  readonly name: string;
  readonly input: readonly unknown[];
  /** Makes the call, with other input if given. */
  readonly run: (input?: readonly unknown[]) => Promise<unknown>;
}

/** A disk all of whose calls go through `intercept`, which makes them or does something else. */
export function watchedDisk(disk: Disk, intercept: (call: DiskCall) => Promise<unknown>): Disk {
  const watched = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(real, name) {
        const member: unknown = Reflect.get(real, name, real);
        if (typeof member !== 'function') return member;
        return async (...input: unknown[]) => {
          const run = async (changed: readonly unknown[] = input): Promise<unknown> =>
            Reflect.apply(member, real, changed);
          const result = await intercept({ name: String(name), input, run });
          return name === 'open' && typeof result === 'object' && result !== null
            ? watched(result)
            : result;
        };
      },
    });
  return watched({ ...disk });
}

/** The same write of only its first half; null when the call is no write, or has nothing to halve. */
export function halved({ name, input }: DiskCall): readonly unknown[] | null {
  const [bytes, from, length, position] = input;
  if (name !== 'write' || typeof length !== 'number' || length < 2) return null;
  return [bytes, from, Math.floor(length / 2), position];
}

export const FAULTS = ['ENOSPC', 'EIO', 'EPERM', 'short write'] as const;
export type Fault = (typeof FAULTS)[number];

/** A disk whose calls are counted, and whose n-th one (from 1) fails; 0 for none. */
export function failingDisk(disk: Disk, n: number, fault: Fault) {
  const made = { calls: 0, failed: false };
  const failing = watchedDisk(disk, async (call) => {
    made.calls += 1;
    if (made.calls !== n) return call.run();
    const half = halved(call);
    if (fault === 'short write') {
      made.failed = half !== null;
      return call.run(half ?? call.input);
    }
    made.failed = true;
    // A write that fails has written something, a file that cannot be closed is closed.
    if (half !== null) await call.run(half);
    if (call.name === 'close') await call.run();
    throw Object.assign(new Error(`${fault}: made to fail`), { code: fault });
  });
  return { disk: failing, made };
}
