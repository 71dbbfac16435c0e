import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { realDisk } from '../../../electron/host/disk.ts';
import type { Staging } from '../../../electron/host/staging.ts';
import { openVault, type Vault, type VaultOptions } from '../../../electron/host/vault.ts';
import type { Commit } from '../../../shared/commits/commit.ts';
import { aCommit, expectOk } from './support.ts';

export const deskId = '01890a5d-ac96-774b-bcce-b302099a8057';
export const otherDeskId = '01890a5d-ac96-774b-bcce-b302099a8058';

/** Where a desk's journal is in a vault. */
export const journalIn = (folder: string, desk = deskId) => join(folder, 'desks', desk);

/** A vault of the test's own, on a day after its commits were made. */
export function vaultOptions(folder: string, changes: Partial<VaultOptions> = {}): VaultOptions {
  const now = () => aCommit(1000).at;
  return { folder, disk: realDisk, now, log: () => undefined, ...changes };
}

export async function open(folder: string, changes: Partial<VaultOptions> = {}): Promise<Vault> {
  return expectOk(await openVault(vaultOptions(folder, changes)));
}

export function commits(from: number, to: number, textLength?: number): Commit[] {
  return Array.from({ length: to - from + 1 }, (_, index) => aCommit(from + index, textLength));
}

export async function add(vault: Vault, from: number, to: number, textLength?: number) {
  const added = commits(from, to, textLength);
  return vault.append({ deskId, after: from - 1, commits: added, tally: null });
}

export async function readAll(vault: Vault, desk = deskId): Promise<readonly Commit[]> {
  const all: Commit[] = [];
  for (let after = 0, end = false; !end; ) {
    const answer = expectOk(await vault.read(desk, after));
    all.push(...answer.commits);
    ({ last: after, end } = answer);
  }
  return all;
}

export const DAY_MS = 24 * 60 * 60 * 1000;
export const today = vaultOptions('').now();
export const tally = { achievement: { count: 3, digest: '00000000000000aa' } };

async function* streamOf(given: readonly Commit[]): AsyncGenerator<Commit> {
  yield* given;
}

export function staging(changes: Partial<Staging> = {}): Staging {
  return { signal: new AbortController().signal, onProgress: () => undefined, ...changes };
}

export const contents = (given: readonly Commit[]) => ({
  schema: 1,
  tally,
  commits: streamOf(given),
});

export async function stage(vault: Vault, given: readonly Commit[]): Promise<string> {
  return expectOk(await vault.stage(contents(given), staging())).deskId;
}

export const desksIn = async (folder: string) => (await readdir(join(folder, 'desks'))).toSorted();
