import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** A browser that was started with `--remote-debugging-pipe`, as what can be asked of it. */
export interface DevToolsPipe {
  /** Rejects when the browser refuses or ends. */
  readonly send: (method: string, params: object, sessionId?: string) => Promise<unknown>;
  /** The next event of that name. */
  readonly next: (method: string) => Promise<void>;
}

/** The streams that such a browser has open beside the usual three. */
export const pipeStdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;

/** Messages are JSON, each ended by a zero byte. */
export function openDevToolsPipe(child: ChildProcess): DevToolsPipe {
  const [, , , out, into] = child.stdio;
  if (!(out instanceof Writable && into instanceof Readable)) throw new Error('no pipes');
  const asked = new Map<number, PromiseWithResolvers<unknown>>();
  const awaited = new Map<string, PromiseWithResolvers<void>>();
  let ended = false;
  let count = 0;

  function hear(text: string): void {
    const { id, method, result, error } = messageSchema.parse(JSON.parse(text));
    if (method !== undefined) awaited.get(method)?.resolve();
    const answered = id === undefined ? undefined : asked.get(id);
    if (error) answered?.reject(new Error(error.message));
    else answered?.resolve(result);
  }
  function end(): void {
    ended = true;
    for (const { reject } of [...asked.values(), ...awaited.values()]) {
      reject(new Error('the browser has ended'));
    }
  }
  let pieces: Buffer[] = [];
  into.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, from)) {
      hear(Buffer.concat([...pieces, chunk.subarray(from, at)]).toString('utf8'));
      pieces = [];
      from = at + 1;
    }
    pieces.push(chunk.subarray(from));
  });
  // What is written to a browser that has just ended is lost; its end tells of it.
  out.on('error', () => undefined);
  child.once('exit', end);
  child.once('error', end);

  function expect<K, T>(waiting: Map<K, PromiseWithResolvers<T>>, key: K): Promise<T> {
    const answer = Promise.withResolvers<T>();
    // Whoever no longer waits for it need not hear that the browser has ended.
    answer.promise.catch(() => undefined);
    if (ended) answer.reject(new Error('the browser has ended'));
    waiting.set(key, answer);
    return answer.promise.finally(() => waiting.delete(key));
  }
  return {
    send: (method, params, sessionId) => {
      count += 1;
      const answer = expect(asked, count);
      out.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
      return answer;
    },
    next: (method) => expect(awaited, method),
  };
}
