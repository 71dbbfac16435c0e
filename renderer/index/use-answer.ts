import { useEffect, useRef, useState } from 'react';
import { onCommits, session } from '../data/session.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import type { Answer, Query } from './query.ts';

type Waiting = (answer: Answer) => void;

interface IndexClient {
  readonly ask: (query: Query) => Promise<Answer>;
  /** Hears that answers may have changed. */
  readonly onChange: (listener: () => void) => () => void;
}

function startIndex(deskId: string): IndexClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<() => void>();
  let ticket = 0;
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
  return {
    ask: (query) =>
      new Promise((resolve) => {
        ticket += 1;
        waiting.set(ticket, resolve);
        say({ type: 'ask', ticket, query });
      }),
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

/**
 * The answer to a query, kept level with the desk. The last answer stays while the next one is
 * made, so that nothing flashes; undefined only before the first. Null asks nothing.
 */
export function useAnswer(query: Query | null): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>();
  const key = JSON.stringify(query);
  const latest = useRef(0);
  useEffect(() => {
    const wanted = JSON.parse(key) as Query | null;
    if (!wanted) return undefined;
    const client = indexOfDesk();
    let frame = 0;
    const ask = (): void => {
      latest.current += 1;
      const mine = latest.current;
      void client.ask(wanted).then((next) => {
        if (mine === latest.current) setAnswer(next);
      });
    };
    const askSoon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(ask);
    };
    ask();
    const stop = client.onChange(askSoon);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [key]);
  return answer;
}
