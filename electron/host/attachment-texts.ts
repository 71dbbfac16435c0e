import { join } from 'node:path';
import { z } from 'zod';
import type { AttachmentText, CallOutput } from '../../shared/contract/index.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import { takingTurns } from '../../shared/core/turns.ts';
import { readJsonFile, writeJsonFile } from './atomic-file.ts';
import {
  type FoundText,
  foundTextSchema,
  type TextTask,
  textReplySchema,
} from './attachment-text-messages.ts';
import { attemptWrite, type Disk } from './disk.ts';
import type { HostChild, HostOptions } from './host-options.ts';

/** Counted up when files are read otherwise: all texts are then made anew. */
const TEXT_VERSION = 1;
/** One text that is longer crosses alone. */
const ANSWER_CHARACTERS = 2_000_000;
/** No further file is begun after this: the page asks again, or does something else. */
const ANSWER_MS = 2_000;
/** A file that takes longer has its reader killed. */
const READ_MS = 30_000;
/** Its reader waits so long for the next one: starting takes longer than reading. */
const IDLE_MS = 5_000;

const keptSchema = foundTextSchema.extend({ version: z.literal(TEXT_VERSION) });

export interface AttachmentTexts {
  /** The texts of some attachments, made where they were not yet; see the contract. */
  readonly read: (input: {
    readonly hashes: readonly string[];
  }) => Promise<Result<CallOutput<'attachmentTexts'>, never>>;
  /** Ends what is being read; nothing is read after. */
  readonly close: () => void;
}

interface TextsOptions {
  readonly disk: Disk;
  /** A cache, beside what is kept: whatever is not in it is made again. */
  readonly folder: string;
  readonly filesFolder: string;
  readonly cMapFolder: string;
  readonly spawn: HostOptions['spawnTextReader'];
  /** Bytes that may be written without leaving too little room for the desk. */
  readonly room: () => Promise<number>;
  readonly readMs?: number;
  readonly answerMs?: number;
}

/**
 * What became of a file. Only what was found is due to its content, and is kept: `late` may be due
 * to a busy computer, `ended` to a desk that is being closed.
 */
type Outcome = FoundText | { readonly state: 'missing' | 'late' | 'ended' };

/**
 * The text inside attachments, by the hash of their content. Each is read once, in a process of its
 * own, and kept; so is what could not be read, which would not be read the next time either.
 */
export function createAttachmentTexts(options: TextsOptions): AttachmentTexts {
  const { disk, folder, filesFolder, cMapFolder, room } = options;
  const { readMs = READ_MS, answerMs = ANSWER_MS } = options;
  // One file at a time: this is background work, which shall not take all of the computer.
  const inTurn = takingTurns();
  const reader = createReader(options.spawn, readMs);
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), `${hash}.json`);
  /** Not tried again in this launch. */
  const late = new Set<string>();

  const textOf = async (hash: string): Promise<Outcome> => {
    const kept = await readJsonFile(disk, pathOf(hash), keptSchema);
    if (kept) return { state: kept.state, text: kept.text };
    if (late.has(hash)) return { state: 'late' };
    const found = await reader.read({ hash, filesFolder, cMapFolder });
    if (found.state === 'late') late.add(hash);
    if (!('text' in found)) return found;
    if ((await room()) > found.text.length * 3) {
      // A text that cannot be kept is read again the next time.
      await attemptWrite(folder, async () => {
        await disk.mkdir(join(folder, hash.slice(0, 2)), { recursive: true });
        await writeJsonFile(disk, pathOf(hash), { version: TEXT_VERSION, ...found });
      });
    }
    return found;
  };

  return {
    read: ({ hashes }) =>
      inTurn(async () => {
        const left = [...new Set(hashes)];
        const texts: AttachmentText[] = [];
        const begunAt = performance.now();
        let characters = 0;
        for (let hash = left[0]; hash !== undefined; hash = left[0]) {
          const found = await textOf(hash);
          if (found.state === 'ended') break;
          const text = 'text' in found ? found.text : '';
          characters += text.length;
          if (texts.length > 0 && characters > ANSWER_CHARACTERS) break;
          texts.push({ hash, state: found.state === 'late' ? 'tooLarge' : found.state, text });
          left.shift();
          if (performance.now() - begunAt > answerMs) break;
        }
        return ok({ texts, left });
      }),
    close: reader.close,
  };
}

interface Reader {
  readonly read: (task: TextTask) => Promise<Outcome>;
  readonly close: () => void;
}

/** Reads one file after another, in one process as long as it does well and is needed. */
function createReader(spawn: () => HostChild, readMs: number): Reader {
  let child: HostChild | null = null;
  let closed = false;
  let answer: (outcome: Outcome) => void = () => undefined;
  let begun = false;
  let idle: NodeJS.Timeout | undefined;

  const rest = (): void => {
    child?.kill();
    child = null;
  };
  const start = (): HostChild => {
    const started = spawn();
    started.onMessage((raw) => {
      if (started !== child) return;
      const reply = textReplySchema.safeParse(raw).data;
      if (reply?.type === 'begun') begun = true;
      else if (reply?.type === 'missing') answer({ state: 'missing' });
      else answer(reply?.found ?? { state: 'failed', text: '' });
    });
    started.onExit(() => {
      if (started !== child) return;
      child = null;
      // Nothing else ends it than the caps on its memory; before it has begun it is not the file.
      answer(begun ? { state: 'tooLarge', text: '' } : { state: 'ended' });
    });
    return started;
  };

  return {
    read: async (task) => {
      if (closed) return { state: 'ended' };
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      answer = resolve;
      begun = false;
      clearTimeout(idle);
      child ??= start();
      const watchdog = setTimeout(() => {
        rest();
        resolve({ state: 'late' });
      }, readMs);
      child.post(task);
      const outcome = await promise;
      clearTimeout(watchdog);
      idle = setTimeout(rest, IDLE_MS).unref();
      return outcome;
    },
    close: () => {
      closed = true;
      clearTimeout(idle);
      rest();
      answer({ state: 'ended' });
    },
  };
}
