import { useEffect, useRef, useState } from 'react';
import { onCommits, session } from '../data/session.ts';
import type { FromWorker, Names, ToWorker } from './protocol.ts';
import type { Answer, Query } from './query.ts';

interface IndexClient {
  readonly ask: (query: Query) => Promise<Answer>;
  readonly names: (ids: readonly string[]) => Promise<Names>;
  /** Hears that answers may have changed. */
  readonly onChange: (listener: () => void) => () => void;
}

function startIndex(deskId: string): IndexClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: Answer | Names) => void>();
  const listeners = new Set<() => void>();
  let tickets = 0;
  const say = (message: ToWorker): void => worker.postMessage(message);
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type !== 'answer') return;
    waiting.get(data.ticket)?.(data.answer);
    waiting.delete(data.ticket);
  });
  say({ type: 'open', deskId });
  onCommits((commits) => {
    say({ type: 'commits', commits: commits.map(({ id, at, ops }) => ({ id, at, ops })) });
    for (const listener of listeners) listener();
  });
  // The worker answers a ticket with what its message asked for.
  const wait = <T extends Answer | Names>(message: (ticket: number) => ToWorker): Promise<T> =>
    new Promise((resolve) => {
      tickets += 1;
      waiting.set(tickets, resolve as (answer: Answer | Names) => void);
      say(message(tickets));
    });
  return {
    ask: (query) => wait((ticket) => ({ type: 'ask', ticket, query })),
    names: (ids) => wait((ticket) => ({ type: 'names', ticket, ids })),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

let index: IndexClient | null = null;
/** The index of the open desk; one worker a page. */
function indexOfDesk(): IndexClient {
  index ??= startIndex(session().deskId);
  return index;
}

/** Asks once, for commands that need an answer now. */
export const askIndex = (query: Query): Promise<Answer> => indexOfDesk().ask(query);

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
      void asking.current(client, JSON.parse(key) as Q)?.then((next) => {
        if (mine === latest.current) setAnswer(next);
      });
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

/** Titles of records of any kind by id: for links and histories. */
export const useNames = (ids: readonly (string | undefined)[]): Names =>
  useAsked(
    ids.filter((id) => id !== undefined),
    (client, wanted) => client.names(wanted),
  ) ?? {};
