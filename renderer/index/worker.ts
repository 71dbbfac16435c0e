/// <reference lib="webworker" />
import { dateInChina } from '../../shared/core/dates.ts';
import { createDeskIndex, type DeskIndex } from './desk-index.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const say = (message: FromWorker): void => postMessage(message);

let index: DeskIndex | null = null;

async function reply(
  ticket: number,
  answer: () => Promise<Extract<FromWorker, { type: 'answer' }>['answer']>,
): Promise<void> {
  try {
    say({ type: 'answer', ticket, answer: await answer() });
  } catch (error) {
    say({ type: 'failed', ticket, message: String(error) });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'open') {
    // The name of this script changes with its content, and the browser knows how texts are ordered.
    const program = `${location.href} ${navigator.userAgent}`;
    index = createDeskIndex(data.database, data.keeps ? program : null);
    return;
  }
  // bug: the page opens the index before it asks it.
  if (!index) throw new Error('no desk is open');
  const { commits, replace, texts, ask, names, keep } = index;
  switch (data.type) {
    case 'commits':
      commits(data.commits);
      break;
    case 'replace':
      replace(data.entity, data.put, data.gone);
      break;
    case 'texts':
      texts(data.texts);
      break;
    case 'keep':
      void keep();
      break;
    case 'ask':
      void reply(data.ticket, () => ask(data.query, dateInChina(Date.now())));
      break;
    case 'names':
      void reply(data.ticket, () => names(data.ids));
      break;
  }
});
