import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost } from '../../electron/host/index.ts';
import {
  applyOp,
  type Change,
  type Commit,
  changeToOp,
  entityOfChange,
  type Label,
  SCHEMA,
  type StoredRecord,
} from '../../shared/commits/index.ts';
import { connect, contract, type Host, serve } from '../../shared/contract/index.ts';
import { readingToId } from '../../shared/core/clock.ts';
import type { Result } from '../../shared/core/result.ts';
import { demoChanges } from '../../shared/demo/demo-desk.ts';
import { addAttachments } from '../../shared/features/attachments/index.ts';
import { startingChanges } from '../../shared/starting.ts';
import { plainHostOptions } from './host-options.ts';
import { tallyOfCommits } from './replay.ts';

/**
 * Writes a desk as this version of the app does, for every later one to open: `node
 * test/builders/golden-desk.ts 1.2.3` makes `test/fixtures/desks/1.2.3`. A released one stays as
 * it is.
 */

const DESK_ID = '0192f0a0-0000-7000-8000-0000000000aa';
const PASSPHRASE = '成果转化 2026';
const START = Date.parse('2026-11-24T09:00:00+08:00');

/** The value of an answer that must be one. */
function need<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Commits one after another, a minute apart, on records that are only in memory. */
function createLog() {
  const records = new Map<string, StoredRecord>();
  const commits: Commit[] = [];
  const add = (label: Label, changes: readonly Change[]): void => {
    const at = START + commits.length * 60_000;
    const id = readingToId({ at, counter: 0 }, 'golden');
    const ops = changes.flatMap((change) => {
      const key = `${entityOfChange(change)} ${change.id}`;
      const op = need(changeToOp(change, records.get(key)));
      if (op === null) return [];
      const after = applyOp(records.get(key), op, { id, at });
      if (after === undefined) records.delete(key);
      else records.set(key, after);
      return [op];
    });
    const from = { actor: '王经纪', device: 'golden', unit: id, schema: SCHEMA };
    commits.push({ id, at, label, ops, ...from });
  };
  return { commits, add };
}

async function keep(
  host: Host,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ size: number; hash: string }> {
  const { upload } = need(await host.beginUpload({ size: bytes.byteLength }));
  need(await host.uploadPiece({ upload, at: 0, bytes }));
  return need(await host.keepFile({ upload }));
}

/** The demo desk, and some of everything that a log can hold. */
async function work(host: Host): Promise<readonly Commit[]> {
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `golden-${String(made).padStart(5, '0')}`;
  };
  const { commits, add } = createLog();
  let sent = 0;
  const send = async (): Promise<void> => {
    const input = { deskId: DESK_ID, after: sent, commits: commits.slice(sent) };
    need(await host.appendCommits({ ...input, tally: tallyOfCommits(commits) }));
    sent = commits.length;
  };
  const demo = demoChanges('2026-11-24', newId);
  add({ key: 'start' }, startingChanges());
  add({ key: 'demo' }, demo);
  await send();
  const [one, other] = demo.flatMap((change) =>
    'put' in change && change.put === 'achievement' ? [change] : [],
  );
  if (one === undefined || other === undefined) throw new Error('a demo desk has achievements');
  add({ key: 'edit' }, [{ patch: 'achievement', id: one.id, set: { note: '改过一次' } }]);
  add({ key: 'edit' }, [{ patch: 'achievement', id: one.id, set: { note: null } }]);
  const contents = [
    { name: '合同.txt', ...(await keep(host, new TextEncoder().encode('甲方：示例\n'))) },
    { name: '清单.txt', ...(await keep(host, new TextEncoder().encode('设备清单\n'.repeat(200)))) },
  ];
  const owner = { kind: 'achievement', id: one.id, title: String(one.value.title) };
  const { label, changes } = addAttachments(owner, contents, newId);
  add(label, changes);
  await send();
  need(await host.takeSnapshot({ job: randomUUID(), why: 'asked' }));
  add({ key: 'edit' }, [
    { patch: 'achievement', id: other.id, set: { note: '最后一次快照之后改的' } },
  ]);
  await send();
  return commits;
}

async function writeGoldenDesk(version: string): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'golden-desk-'));
  const now = (): number => START + 24 * 60 * 60_000;
  const options = { ...plainHostOptions(dataFolder), appVersion: version, now };
  const { handlers, close } = need(await createHost(options));
  const host = connect(
    contract,
    serve(contract, handlers, (reference, error) => {
      throw new Error(reference, { cause: error });
    }),
  );
  const commits = await work(host);
  const job = randomUUID();
  need(await host.saveBackup({ job, name: 'open', lock: { type: 'open' } }));
  const lock = { type: 'passphrase', passphrase: PASSPHRASE } as const;
  need(await host.saveBackup({ job, name: 'locked', lock }));
  await close();

  const target = join(import.meta.dirname, '../fixtures/desks', version);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const name of await readdir(dataFolder)) {
    if (name.endsWith('.tdesk') || name === 'vault') {
      await cp(join(dataFolder, name), join(target, name), { recursive: true });
    }
  }
  const files = ['甲方：示例\n', '设备清单\n'.repeat(200)].map((text) =>
    createHash('sha256').update(text).digest('hex'),
  );
  const holds = {
    last: commits.length,
    passphrase: PASSPHRASE,
    files,
    tally: tallyOfCommits(commits),
  };
  await writeFile(join(target, 'holds.json'), `${JSON.stringify(holds, null, 2)}\n`);
  await rm(dataFolder, { recursive: true });
}

const version = process.argv[2] ?? '';
if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error('which version? such as 1.2.3');
await writeGoldenDesk(version);
