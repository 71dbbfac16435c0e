import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FromWorker, ToWorker } from '../../../renderer/index/protocol.ts';
import type { Answer, Query } from '../../../renderer/index/query.ts';
import type { Change, Commit } from '../../../shared/commits/index.ts';
import { achievementValues } from '../../builders/many.ts';
import { freshDesk, page, put, restart, retitle } from './page.ts';

/** The index over a real database, kept in the browser's files as the app keeps it. */

const COUNT = 1_200;
const idOf = (at: number): string => `a${String(at).padStart(5, '0')}`;

const workers = new Set<Worker>();
afterEach(() => {
  for (const worker of workers) worker.terminate();
  workers.clear();
});

const now = () => page.session().database;

/** The index as one start of the app has it. */
function start() {
  const worker = new Worker(new URL('../../../renderer/index/worker.ts', import.meta.url), {
    type: 'module',
  });
  workers.add(worker);
  const waiting = new Map<number, (answer: Answer) => void>();
  let tickets = 0;
  const say = (message: ToWorker): void => worker.postMessage(message);
  const wait = (message: (ticket: number) => ToWorker): Promise<Answer> =>
    new Promise((resolve) => {
      tickets += 1;
      waiting.set(tickets, resolve);
      say(message(tickets));
    });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    // What names answer is not looked at.
    if (data.type === 'answer') waiting.get(data.ticket)?.(data.answer as Answer);
  });
  const stop = page.onCommits((commits: readonly Commit[]) =>
    say({ type: 'commits', commits: commits.map(({ id, at, ops }) => ({ id, at, ops })) }),
  );
  say({ type: 'open', database: now().name, keeps: true });
  return {
    say,
    ask: (query: Partial<Query>) =>
      wait((ticket) => ({
        type: 'ask',
        ticket,
        query: { entity: 'achievement', from: 0, to: 5, ids: true, ...query },
      })),
    /** Names are answered when all kinds are filled. */
    filled: () => wait((ticket) => ({ type: 'names', ticket, ids: [] })),
    end: (): void => {
      stop();
      worker.terminate();
      workers.delete(worker);
    },
  };
}
type Index = ReturnType<typeof start>;

async function folderOf(database: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const all = await root.getDirectoryHandle('index', { create: true });
  return all.getDirectoryHandle(database, { create: true });
}
const fileOf = async (name: string): Promise<File> =>
  (await (await folderOf(now().name)).getFileHandle(name)).getFile();

/** What lies in the folder, in short. */
const manifest = async (): Promise<string> =>
  fileOf('manifest').then(
    (file) => file.text(),
    () => '',
  );

/** Has all be kept, and waits until it is. */
async function keep(index: Index): Promise<void> {
  const before = await manifest();
  const isWritten = async (): Promise<boolean> => {
    // Nothing is kept before all kinds are filled.
    index.say({ type: 'keep' });
    const text = await manifest().catch(() => '');
    return text !== '' && text !== before;
  };
  await expect.poll(isWritten, { timeout: 30_000 }).toBe(true);
}

/**
 * Takes a record out of the table, with no commit. Who builds from the table does not find it; who
 * takes in what was kept does.
 */
const loseSilently = (id: string) => now().table('achievement').delete(id);
const SILENT = idOf(7);
const isTakenIn = async (index: Index): Promise<boolean> =>
  ((await index.ask({})).ids ?? []).includes(SILENT);

/** What is being kept is there by then, on a busy machine too. */
const untilWritten = () => new Promise((resolve) => setTimeout(resolve, 2_000));

beforeEach(async () => {
  await freshDesk();
  const changes = Array.from(
    { length: COUNT },
    (_, at): Change => ({ put: 'achievement', id: idOf(at), value: achievementValues(at) }),
  );
  await page.commit({ label: { key: 'import' }, changes });
});

/** A desk whose index was kept. */
async function kept(): Promise<void> {
  const index = start();
  await index.ask({});
  await keep(index);
  index.end();
}

describe('the index of the last start', () => {
  it('is taken in', async () => {
    await kept();
    await loseSilently(SILENT);
    const index = start();
    expect(await isTakenIn(index)).toBe(true);
    expect((await index.ask({ text: '桥梁健康 系统 12' })).ids).toContain(idOf(12));
    expect((await index.ask({ text: 'xiewenbo' })).total).toBe(COUNT);
  });

  it('is level with what was done after it was kept, and goes on to follow', async () => {
    await kept();
    await retitle(idOf(3), '铌酸锂调制器');
    await put('new', '铌酸锂薄膜');
    await page.commit({
      label: { key: 'delete' },
      changes: [{ delete: 'achievement', id: idOf(4) }],
    });
    await restart();
    await loseSilently(SILENT);
    const index = start();
    expect((await index.ask({ text: '铌酸锂' })).ids?.toSorted()).toEqual([idOf(3), 'new']);
    expect((await index.ask({})).ids).not.toContain(idOf(4));
    expect(await isTakenIn(index)).toBe(true);
    await retitle('new', '铌酸锂晶圆');
    await put('newer', '钽酸锂晶圆');
    expect((await index.ask({ text: '酸锂晶圆' })).ids?.toSorted()).toEqual(['new', 'newer']);
    expect((await index.ask({})).total).toBe(COUNT + 1);
  });

  it('is not taken in when a byte of it has changed', async () => {
    await kept();
    const folder = await folderOf(now().name);
    const handle = await folder.getFileHandle('achievement');
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    const writable = await handle.createWritable();
    await writable.write(bytes);
    await writable.close();
    await loseSilently(SILENT);
    expect(await isTakenIn(start())).toBe(false);
  });

  it('is not taken in when the tables are others, as their tally says', async () => {
    await kept();
    const { achievement, ...others } = page.session().tally;
    expect(achievement?.count).toBe(COUNT);
    const tally = { ...others, achievement: { count: COUNT, digest: '0123456789abcdef' } };
    await now().meta.put({ key: 'tally', value: tally });
    await loseSilently(SILENT);
    expect(await isTakenIn(start())).toBe(false);
  });

  it('is not taken in when the log up to there is another', async () => {
    await kept();
    const [first] = await now().commits.toArray();
    if (!first) throw new Error('there are commits');
    // As from a second runtime, whose changes came between those that were here.
    await now().commits.put({ ...first, id: `${first.id}z` });
    await loseSilently(SILENT);
    expect(await isTakenIn(start())).toBe(false);
  });

  it('is not taken in for a kind that was given another field meanwhile', async () => {
    await kept();
    const field = { recordKind: 'achievement', type: 'text', label: '联系渠道', position: 1 };
    const made = await page.commit({
      label: { key: 'create' },
      changes: [{ put: 'customField', id: crypto.randomUUID(), value: field }],
    });
    expect(made.ok).toBe(true);
    await loseSilently(SILENT);
    expect(await isTakenIn(start())).toBe(false);
  });

  it('is kept once more only after many changes, and never as the past shows it', async () => {
    await kept();
    const before = await manifest();
    const index = start();
    await index.ask({});
    await retitle(idOf(3), '铌酸锂调制器');
    index.say({ type: 'keep' });
    await index.ask({});
    const changes = Array.from(
      { length: 1_000 },
      (_, at): Change => ({ patch: 'achievement', id: idOf(at), set: { title: `新 ${at}` } }),
    );
    await page.commit({ label: { key: 'edit' }, changes });
    await page.commit({
      label: { key: 'edit' },
      changes: changes.map((change) => ({ ...change, set: { title: '再新' } }) as Change),
    });
    index.say({ type: 'replace', entity: 'achievement', put: [], gone: [idOf(1)] });
    index.say({ type: 'keep' });
    await index.ask({});
    await untilWritten();
    expect(await manifest()).toBe(before);
    index.end();
    const next = start();
    expect((await next.ask({ text: '再新' })).total).toBe(1_000);
    await keep(next);
  });

  it('is not kept with what was heard while it was written, and may be lost', async () => {
    const index = start();
    await index.filled();
    index.say({ type: 'keep' });
    const set = { title: '铌酸锂调制器' };
    const op = { op: 'patch', entity: 'achievement', id: idOf(3), set, was: {} } as const;
    index.say({ type: 'commits', commits: [{ id: '~', at: 0, ops: [op] }] });
    expect((await index.ask({ text: '铌酸锂' })).total).toBe(1);
    await untilWritten();
    index.end();
    expect((await start().ask({ text: '铌酸锂' })).total).toBe(0);
  });

  it('goes when its database goes', async () => {
    await kept();
    const root = await navigator.storage.getDirectory();
    const all = await root.getDirectoryHandle('index');
    const names = async (): Promise<readonly string[]> => {
      const found: string[] = [];
      for await (const name of all.keys()) found.push(name);
      return found;
    };
    await all.getDirectoryHandle('desk-of-nobody', { create: true });
    await restart();
    await expect.poll(names).toEqual([now().name]);
  });
});
