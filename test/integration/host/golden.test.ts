import { randomUUID } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createHost } from '../../../electron/host/index.ts';
import { type Commit, SCHEMA } from '../../../shared/commits/index.ts';
import {
  connect,
  contract,
  type Host,
  MAX_PIECE_BYTES,
  serve,
  tallySchema,
} from '../../../shared/contract/index.ts';
import { tallyOfCommits } from '../../builders/replay.ts';
import { expectOk, fixtures, hostOptions, newFolder } from './support.ts';

/** Desks as every released version wrote them, and the present one: each build opens them all. */

const desks = join(fixtures, 'desks');

const holdsSchema = z.object({
  last: z.number(),
  tally: tallySchema,
  passphrase: z.string().optional(),
  /** Hashes of the attachments. */
  files: z.array(z.string()).default([]),
});

const holdsOf = async (version: string) =>
  holdsSchema.parse(JSON.parse(await readFile(join(desks, version, 'holds.json'), 'utf8')));

async function startHost(dataFolder: string): Promise<Host> {
  const { handlers, close } = expectOk(
    await createHost(hostOptions(dataFolder, { appVersion: '99.0.0', schema: SCHEMA })),
  );
  onTestFinished(close);
  return connect(
    contract,
    serve(contract, handlers, (reference, error) => {
      throw new Error(reference, { cause: error });
    }),
  );
}

async function readDesk(host: Host, deskId: string): Promise<readonly Commit[]> {
  const commits: Commit[] = [];
  for (let after = 0, end = false; !end; ) {
    const answer = expectOk(await host.readCommits({ from: { deskId }, after }));
    commits.push(...answer.commits);
    ({ last: after, end } = answer);
  }
  return commits;
}

async function upload(host: Host, path: string): Promise<string> {
  const bytes = Uint8Array.from(await readFile(path));
  const { upload } = expectOk(await host.beginUpload({ size: bytes.byteLength }));
  for (let at = 0; at < bytes.byteLength; at += MAX_PIECE_BYTES) {
    const piece = bytes.subarray(at, at + MAX_PIECE_BYTES);
    expectOk(await host.uploadPiece({ upload, at, bytes: Uint8Array.from(piece) }));
  }
  return upload;
}

const versions = await readdir(desks);

test('there is a desk of the first version', () => {
  expect(versions).toContain('0.1.0');
});

describe.each(versions)('a desk of version %s', (version) => {
  let holds: z.output<typeof holdsSchema>;
  beforeAll(async () => {
    holds = await holdsOf(version);
  });

  test('is opened where it lies, whole and with nothing to be put right', async () => {
    const folder = await newFolder();
    await cp(join(desks, version, 'vault'), join(folder, 'vault'), { recursive: true });
    const host = await startHost(folder);
    const state = expectOk(await host.vaultState({}));
    expect(state).toMatchObject({ last: holds.last, appVersion: version, setAside: 0, mended: 0 });
    const commits = await readDesk(host, state.deskId ?? '');
    expect(tallyOfCommits(commits)).toEqual(holds.tally);
    if (state.tally !== null) expect(state.tally).toEqual(holds.tally);
    const { problems } = expectOk(await host.checkFiles({ hashes: holds.files }));
    expect(problems).toEqual([]);
    const { snapshots } = expectOk(await host.listSnapshots({}));
    expect(snapshots.filter(({ damaged }) => damaged)).toEqual([]);
    for (const { name, last, tally } of snapshots) {
      const from = { snapshot: name };
      const read = expectOk(await host.readCommits({ from, after: 0 }));
      expect(read.commits).toEqual(commits.slice(0, last));
      if (tally !== null) expect(tallyOfCommits(read.commits)).toEqual(tally);
    }

    // And the present version writes on in it.
    const [newest] = commits.slice(-1);
    if (newest === undefined) throw new Error('a golden desk holds something');
    const next = { ...newest, id: `${newest.id}z`, unit: `${newest.id}z`, ops: [] };
    const input = { deskId: state.deskId ?? '', after: state.last, commits: [next], tally: null };
    expect(expectOk(await host.appendCommits(input)).last).toBe(holds.last + 1);
  });

  test('comes back whole from each of its backups', async () => {
    const names = (await readdir(join(desks, version))).filter((name) => name.endsWith('.tdesk'));
    expect(names).not.toEqual([]);
    for (const name of names) {
      const host = await startHost(await newFolder());
      const { passphrase } = holds;
      const key = passphrase === undefined ? null : ({ type: 'passphrase', passphrase } as const);
      const uploaded = await upload(host, join(desks, version, name));
      const source = { type: 'upload', upload: uploaded, key } as const;
      const prepared = expectOk(await host.prepareRestore({ job: randomUUID(), source }));
      expect(prepared.last).toBe(holds.last);
      if (prepared.tally !== null) expect(prepared.tally).toEqual(holds.tally);
      const state = expectOk(await host.switchDesk({ deskId: prepared.deskId }));
      expect(state).toMatchObject({ deskId: prepared.deskId, last: holds.last });
      expect(tallyOfCommits(await readDesk(host, prepared.deskId))).toEqual(holds.tally);
      const { problems } = expectOk(await host.checkFiles({ hashes: holds.files }));
      expect(problems).toEqual([]);
    }
  });
});
