/// <reference lib="webworker" />
import { entityNames } from '../../shared/registry.ts';
import { openDatabase, tableOf } from '../data/database.ts';
import { createColumns } from './columns.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const columns = createColumns();
const say = (message: FromWorker): void => postMessage(message);

// Commits made while the tables are read are applied after them: applying twice changes nothing.
let loading: Promise<void> = Promise.resolve();

async function fill(deskId: string): Promise<void> {
  const database = openDatabase(deskId);
  for (const name of entityNames) {
    columns.fill(name, await tableOf(database, name).toArray());
  }
  database.close();
  say({ type: 'ready' });
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'open':
      loading = fill(data.deskId);
      break;
    case 'commits':
      void loading.then(() => {
        for (const commit of data.commits) columns.apply(commit.ops, commit);
      });
      break;
    case 'ask':
      void loading.then(() => {
        const before = performance.now();
        const answer = columns.ask(data.query);
        const took = performance.now() - before;
        say({ type: 'answer', ticket: data.ticket, answer: { ...answer, took } });
      });
      break;
    case 'names':
      void loading.then(() =>
        say({ type: 'answer', ticket: data.ticket, answer: columns.names(data.ids) }),
      );
      break;
  }
});
