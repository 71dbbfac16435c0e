import { create } from 'zustand';
import {
  type AttachmentText,
  MAX_TEXT_CHARACTERS,
  MAX_TEXTS_PER_CALL,
} from '../../shared/contract/index.ts';
import { attachment, mayHaveText } from '../../shared/features/attachments/index.ts';
import { host } from './host.ts';
import { onReplaced } from './past.ts';
import { onCommits, session } from './session.ts';
import { slicesOf } from './tables.ts';

/**
 * The text inside attached files, for the index.
 *
 * `onAttachmentTexts(listener)` hears the texts of all attachments of the open desk, in batches, by
 * the hash of their content (the attachment's `hash`), and then those of every attachment that is
 * added, or seen in the past only. A listener hears each hash once as long as nobody else begins to
 * listen; then all hear everything again. Files without text are not heard of. Nothing is taken
 * back: whether an attachment is there its record says, and an undo brings it back without its text
 * being told again.
 *
 * Texts come when the desk is open and nothing has been written for some seconds, newest attachments
 * first. A text has at most 1,000,000 characters (`MAX_TEXT_CHARACTERS`). All that are told together
 * have at most 32,000,000, and beyond that only the first 4,000 of each are told.
 */
type AttachmentTexts = ReadonlyMap<string, string>;

const ALL_CHARACTERS = 32_000_000;
const BEYOND_CHARACTERS = 4_000;
/** Texts are asked for when nothing was written for so long. */
const QUIET_MS = 3_000;

type Listener = (texts: AttachmentTexts) => void;
const listeners = new Set<Listener>();
/** Has everything told once more, while a desk is open. */
let tellAll: () => void = () => undefined;

/** Listens to the texts of whatever desk is open. Returns the function that stops. */
export function onAttachmentTexts(listener: Listener): () => void {
  listeners.add(listener);
  tellAll();
  return () => listeners.delete(listener);
}

/** Why a file's text is not searched, or (`cut`) not all of it. */
export type TextProblem = Exclude<AttachmentText['state'], 'ready' | 'missing'> | 'cut';

/** Files that should have text and gave none or only a part, by hash, as far as they were asked for. */
export const useTextProblems = create<ReadonlyMap<string, TextProblem>>(() => new Map());

/** The content of an attachment, whether a record or what a commit puts, if it may have text. */
const hashIn = ({ hash, name }: Readonly<Record<string, unknown>>): readonly string[] =>
  typeof hash === 'string' && typeof name === 'string' && mayHaveText(name) ? [hash] : [];

/** Of all attachments, the newest first. */
async function hashesHere(): Promise<readonly string[]> {
  const found: { readonly hash: string; readonly createdAt: number }[] = [];
  for await (const records of slicesOf(session().database, attachment.name)) {
    for (const record of records)
      for (const hash of hashIn(record)) found.push({ hash, createdAt: record.createdAt });
  }
  return found.sort((one, other) => other.createdAt - one.createdAt).map(({ hash }) => hash);
}

/** What is still to be asked for, and how much has been told. */
function createWanted() {
  const wanted = new Set<string>();
  const asked = new Set<string>();
  let woken = Promise.withResolvers<void>();
  return {
    add: (hashes: readonly string[]): void => {
      for (const hash of hashes) if (!asked.has(hash)) wanted.add(hash);
      woken.resolve();
    },
    forgetAsked: (): void => asked.clear(),
    /** Waits until there are some. */
    next: async (): Promise<readonly string[]> => {
      while (wanted.size === 0) {
        woken = Promise.withResolvers();
        await woken.promise;
      }
      return [...wanted].slice(0, MAX_TEXTS_PER_CALL);
    },
    done: (hashes: readonly string[]): void => {
      for (const hash of hashes) {
        wanted.delete(hash);
        asked.add(hash);
      }
    },
  };
}

/** Hands texts to the listeners, within what they may be given together; answers those that were cut. */
function createTelling() {
  let told = 0;
  return {
    again: (): void => {
      told = 0;
    },
    tell: (answers: readonly AttachmentText[]): readonly string[] => {
      const ready = answers.filter(({ state }) => state === 'ready');
      const cut: string[] = [];
      const texts = ready.map(({ hash, text }): [string, string] => {
        const given = told + text.length > ALL_CHARACTERS ? text.slice(0, BEYOND_CHARACTERS) : text;
        told += given.length;
        // A text of the full length was cut where it was read.
        if (given !== text || text.length === MAX_TEXT_CHARACTERS) cut.push(hash);
        return [hash, given];
      });
      if (texts.length > 0) for (const listener of listeners) listener(new Map(texts));
      return cut;
    },
  };
}

function noteProblems(answers: readonly AttachmentText[], cut: readonly string[]): void {
  const found = answers.flatMap(({ hash, state }): [string, TextProblem][] =>
    state === 'ready' || state === 'missing' ? [] : [[hash, state]],
  );
  for (const hash of cut) found.push([hash, 'cut']);
  if (found.length > 0) {
    useTextProblems.setState(new Map([...useTextProblems.getState(), ...found]), true);
  }
}

/** Asks for texts, whenever there are some to ask for and the desk is quiet, until the signal. */
export async function watchAttachmentTexts(signal: AbortSignal): Promise<void> {
  const wanted = createWanted();
  const telling = createTelling();
  let lastWrite = performance.now();
  const stops = [
    onCommits((commits) => {
      lastWrite = performance.now();
      const ops = commits.flatMap((commit) => commit.ops);
      const here = ops.filter(({ entity }) => entity === attachment.name);
      wanted.add(here.flatMap((op) => (op.op === 'put' ? hashIn(op.value) : [])));
    }),
    onReplaced(({ entity, put }) => {
      if (entity === attachment.name) wanted.add(put.flatMap(hashIn));
    }),
  ];
  const quiet = async (): Promise<void> => {
    for (;;) {
      const left = lastWrite + QUIET_MS - performance.now();
      if (left <= 0 || signal.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, left));
    }
  };
  const wantAll = async (): Promise<void> => {
    await quiet();
    if (!signal.aborted) wanted.add(await hashesHere());
  };
  tellAll = () => {
    wanted.forgetAsked();
    telling.again();
    void wantAll();
  };
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
    tellAll = () => undefined;
    useTextProblems.setState(new Map(), true);
  });

  void wantAll();
  for (;;) {
    const hashes = await wanted.next();
    await quiet();
    if (signal.aborted) return;
    const answer = await host.attachmentTexts({ hashes: [...hashes] });
    if (signal.aborted) return;
    const texts = answer.ok ? answer.value.texts : [];
    // Where none can be had, asking for the same ones once more would go on for ever.
    wanted.done(texts.length > 0 ? texts.map(({ hash }) => hash) : hashes);
    noteProblems(texts, telling.tell(texts));
  }
}
