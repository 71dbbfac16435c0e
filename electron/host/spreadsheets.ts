import { randomUUID } from 'node:crypto';
import type {
  CallFailure,
  CallOutput,
  Cell,
  OpenedSpreadsheet,
  Unreadable,
} from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostChild, HostOptions } from './host-options.ts';
import { type ParserMessage, type ParserReply, parserReplySchema } from './parser-messages.ts';
import { MAX_UNPACKED_BYTES } from './reading/zip.ts';

/** Each open file is a process with its rows in memory. */
const MAX_OPEN = 4;
const OPEN_TIMEOUT_MS = 60_000;

interface RowsAsked {
  readonly handle: string;
  readonly sheet: number;
  readonly from: number;
  readonly count: number;
}

export interface Spreadsheets {
  readonly open: (bytes: Uint8Array) => Promise<Result<OpenedSpreadsheet, Unreadable>>;
  readonly rows: (
    asked: RowsAsked,
  ) => Promise<Result<CallOutput<'readRows'>, CallFailure<'readRows'>>>;
  readonly close: (handle: string) => void;
  readonly closeAll: () => void;
}

type Opened = Extract<ParserReply, { type: 'opened' }>;

/** One parser process, seen as what can be asked of it. */
interface Parser {
  readonly open: (bytes: Uint8Array) => Promise<Result<Opened, Unreadable>>;
  /** Null when the process is gone. */
  readonly rows: (asked: Omit<RowsAsked, 'handle'>) => Promise<Cell[][] | null>;
  readonly end: () => void;
}

/** Reads foreign files in processes of their own, which end when they take too long or are closed. */
export function createSpreadsheets(
  spawnParser: HostOptions['spawnParser'],
  openTimeoutMs = OPEN_TIMEOUT_MS,
): Spreadsheets {
  // In the order of opening: the first is the oldest.
  const parsers = new Map<string, Parser>();
  const close = (handle: string): void => {
    parsers.get(handle)?.end();
    parsers.delete(handle);
  };
  return {
    open: async (bytes) => {
      const handle = randomUUID();
      const parser = parserOver(spawnParser(), openTimeoutMs, () => parsers.delete(handle));
      parsers.set(handle, parser);
      for (const oldest of parsers.keys()) {
        if (parsers.size > MAX_OPEN) close(oldest);
      }
      const opened = await parser.open(bytes);
      if (!opened.ok) {
        close(handle);
        return opened;
      }
      const { encoding, sheets } = opened.value;
      return ok({ handle, encoding, sheets });
    },
    rows: async ({ handle, ...asked }) => {
      const rows = (await parsers.get(handle)?.rows(asked)) ?? null;
      return rows === null ? err({ type: 'closed' }) : ok({ rows });
    },
    close,
    closeAll: () => {
      for (const handle of parsers.keys()) close(handle);
    },
  };
}

function parserOver(process: HostChild, timeoutMs: number, onEnd: () => void): Parser {
  const opening = Promise.withResolvers<Result<Opened, Unreadable>>();
  const waiting = new Map<number, (rows: Cell[][] | null) => void>();
  let ended = false;
  let asked = 0;

  const post = (message: ParserMessage): void => process.post(message);
  const end = (why: Unreadable): void => {
    if (ended) return;
    ended = true;
    opening.resolve(err(why));
    for (const resolve of waiting.values()) resolve(null);
    process.kill();
    onEnd();
  };

  process.onMessage((raw) => {
    const reply = parserReplySchema.safeParse(raw).data;
    if (reply === undefined) end({ type: 'damaged' });
    else if (reply.type === 'opened') opening.resolve(ok(reply));
    else if (reply.type === 'unreadable') opening.resolve(err(reply.why));
    else {
      waiting.get(reply.id)?.(reply.rows.map((row) => [...row]));
      waiting.delete(reply.id);
    }
  });
  // Nothing else ends it unasked than the cap on its memory.
  process.onExit(() => end({ type: 'tooLarge', limit: 'unpacked', allowed: MAX_UNPACKED_BYTES }));

  return {
    open: async (bytes) => {
      const watchdog = setTimeout(
        () => end({ type: 'tooLarge', limit: 'time', allowed: timeoutMs }),
        timeoutMs,
      );
      post({ type: 'open', bytes });
      const opened = await opening.promise;
      clearTimeout(watchdog);
      return opened;
    },
    rows: (question) => {
      if (ended) return Promise.resolve(null);
      const id = asked;
      asked += 1;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        post({ type: 'rows', id, ...question });
      });
    },
    // An opening that is closed from outside, by a fifth one, has no better reason to give.
    end: () => end({ type: 'tooLarge', limit: 'time', allowed: timeoutMs }),
  };
}
