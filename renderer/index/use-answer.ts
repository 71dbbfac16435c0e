import { useEffect, useRef, useState } from 'react';
import { onAttachmentTexts } from '../data/attachment-texts.ts';
import { onReplaced, usePast } from '../data/past.ts';
import { onCommits, session } from '../data/session.ts';
import { whenQuiet } from './keeping.ts';
import type { FromWorker, Names, ToWorker } from './protocol.ts';
import type { Answer, Query } from './query.ts';

interface IndexClient {
  /** The database that it answers from. */
  readonly database: string;
  readonly ask: (query: Query) => Promise<Answer>;
  readonly names: (ids: readonly string[]) => Promise<Names>;
  /** Hears that answers may have changed. */
  readonly onChange: (listener: () => void) => () => void;
  readonly end: () => void;
}

interface Waiting {
  readonly resolve: (answer: Answer | Names) => void;
  readonly reject: (error: Error) => void;
}

/** Relative dates count from the day that the desk is seen on. */
function onDaySeen(query: Query): Query {
  const { past } = usePast.getState();
  return past ? { today: past.on, ...query } : query;
}

function startIndex(database: string): IndexClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<() => void>();
  let tickets = 0;
  const say = (message: ToWorker): void => worker.postMessage(message);
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const asked = waiting.get(data.ticket);
    waiting.delete(data.ticket);
    if (data.type === 'answer') asked?.resolve(data.answer);
    else asked?.reject(new Error(data.message));
  });
  // Code that is being worked on changes under the same name, and would read what it did not write.
  say({ type: 'open', database, keeps: !import.meta.env.DEV });
  const stops = [
    whenQuiet(() => say({ type: 'keep' })),
    onCommits((commits) => {
      say({ type: 'commits', commits: commits.map(({ id, at, ops }) => ({ id, at, ops })) });
      tell();
    }),
    onReplaced(({ entity, put, gone }) => {
      say({ type: 'replace', entity, put, gone });
      tell();
    }),
    onAttachmentTexts((texts) => {
      say({ type: 'texts', texts });
      tell();
    }),
    // Relative dates count from another day.
    usePast.subscribe(tell),
  ];
  // The worker answers a ticket with what its message asked for.
  const wait = <T extends Answer | Names>(message: (ticket: number) => ToWorker): Promise<T> =>
    new Promise((resolve, reject) => {
      tickets += 1;
      waiting.set(tickets, { resolve: resolve as Waiting['resolve'], reject });
      say(message(tickets));
    });
  return {
    database,
    ask: (query) => wait((ticket) => ({ type: 'ask', ticket, query: onDaySeen(query) })),
    names: (ids) => wait((ticket) => ({ type: 'names', ticket, ids })),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: () => {
      for (const stop of stops) stop();
      worker.terminate();
    },
  };
}

let index: IndexClient | null = null;
/** The index of the open desk; one worker a page. */
function indexOfDesk(): IndexClient {
  const { name } = session().database;
  if (index?.database !== name) {
    index?.end();
    index = startIndex(name);
  }
  return index;
}

/** Asks once, for commands that need an answer now. Rejects when the database cannot be read. */
export const askIndex = (query: Query): Promise<Answer> => indexOfDesk().ask(query);

/** Titles of records of any kind by id, asked once. */
export const askNames = (ids: readonly string[]): Promise<Names> => indexOfDesk().names(ids);

/** Asks on mount, when the question changes, and when the desk does; keeps the last answer meanwhile. */
function useAsked<Q, A>(
  question: Q,
  ask: (client: IndexClient, question: Q) => Promise<A> | null,
): A | undefined {
  const [answer, setAnswer] = useState<A>();
  const key = JSON.stringify(question);
  const asking = useRef(ask);
  asking.current = ask;
  const latest = useRef(0);
  useEffect(() => {
    const client = indexOfDesk();
    let frame = 0;
    const askNow = (): void => {
      latest.current += 1;
      const mine = latest.current;
      asking.current(client, JSON.parse(key) as Q)?.then(
        (next) => {
          if (mine === latest.current) setAnswer(next);
        },
        // The last answer stays: that the database cannot be read is said where the desk is opened.
        () => undefined,
      );
    };
    const askSoon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(askNow);
    };
    askNow();
    const stop = client.onChange(askSoon);
    return () => {
      stop();
      cancelAnimationFrame(frame);
      latest.current += 1;
    };
  }, [key]);
  return answer;
}

/**
 * The answer to a query, kept level with the desk. The last answer stays while the next one is
 * made, so that nothing flashes; undefined only before the first. Null asks nothing.
 */
export const useAnswer = (query: Query | null): Answer | undefined =>
  useAsked(query, (client, wanted) => wanted && client.ask(wanted));

/** The answers to several queries at once, in their order; as `useAnswer` does. */
export const useAnswers = (queries: readonly Query[]): readonly Answer[] | undefined =>
  useAsked(queries, (client, wanted) => Promise.all(wanted.map(client.ask)));

/** Titles of records of any kind by id: for links and histories. */
export const useNames = (ids: readonly (string | undefined)[]): Names =>
  useAsked(
    ids.filter((id) => id !== undefined),
    (client, wanted) => client.names(wanted),
  ) ?? {};
