/// <reference lib="webworker" />
import { Dexie } from 'dexie';
import { connect, contract, type Host, type Send } from '../../shared/contract/index.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import { type BuildFailure, type BuildOrder, buildDatabase, commitsOf } from './build.ts';
import { openDatabase, SCRATCH } from './database.ts';
import { differencesBetween } from './differences.ts';
import type { FromScratch, Outcome, Task, ToScratch } from './scratch-protocol.ts';
import { socketBridge } from './socket-bridge.ts';
import { tallyOfTables } from './tables.ts';

const say = (message: FromScratch): void => postMessage(message);
const onProgress = (done: number, total: number): void => say({ type: 'progress', done, total });

const waiting = new Map<number, (answer: unknown) => void>();
let tickets = 0;
const sendThroughPage: Send = (_name, input) => {
  tickets += 1;
  say({ type: 'call', ticket: tickets, input });
  return new Promise((resolve) => waiting.set(tickets, resolve));
};

// The one call that work here makes; the page passes no other on.
type Reader = Pick<Host, 'readCommits'>;
const readerOver = (send: Send): Reader => connect({ readCommits: contract.readCommits }, send);

/** Without a source there is nothing to read. */
const nothing = async () => ok({ commits: [], last: 0, end: true });

const build = (order: BuildOrder, host: Reader) =>
  buildDatabase(
    order,
    { read: order.from ? commitsOf(host, order.from) : nothing },
    { onProgress },
  );

async function prove({ snapshot, last }: Extract<Task, { what: 'prove' }>, host: Reader) {
  const name = `${SCRATCH}${crypto.randomUUID()}`;
  try {
    // As it was written, without migrations: the snapshot's tally is of that form.
    const source = { read: commitsOf(host, { snapshot }), steps: [] };
    const built = await buildDatabase({ name, from: { snapshot }, last, carry: null }, source, {
      onProgress,
    });
    return built.ok ? ok({ tally: await readTally(name) }) : built;
  } finally {
    await Dexie.delete(name);
  }
}

async function readTally(name: string) {
  const database = openDatabase(name);
  try {
    return await tallyOfTables(database);
  } finally {
    database.close();
  }
}

async function compare({ before, after }: Extract<Task, { what: 'differences' }>) {
  const [old, young] = [openDatabase(before), openDatabase(after)];
  try {
    return await differencesBetween(old, young, onProgress);
  } finally {
    old.close();
    young.close();
  }
}

async function work(task: Task, host: Reader): Promise<Result<Outcome<Task>, BuildFailure>> {
  switch (task.what) {
    case 'build':
      return build(task.order, host);
    case 'prove':
      return prove(task, host);
    case 'tally':
      return ok({ tally: await readTally(task.database) });
    case 'differences':
      return ok(await compare(task));
  }
}

addEventListener('message', ({ data }: MessageEvent<ToScratch>) => {
  switch (data.type) {
    case 'start':
      work(data.task, readerOver(data.throughPage ? sendThroughPage : socketBridge().send)).then(
        (result) => say({ type: 'done', result }),
        (error: unknown) =>
          say({
            type: 'done',
            result: { ok: false, error: { type: 'storage', message: String(error) } },
          }),
      );
      break;
    case 'answer':
      waiting.get(data.ticket)?.(data.answer);
      waiting.delete(data.ticket);
      break;
  }
});
