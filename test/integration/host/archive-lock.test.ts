import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { unwatched } from '../../../electron/host/jobs.ts';
import type { Key, Lock } from '../../../shared/contract/index.ts';
import { contentsOf, PASSPHRASE, packed } from './archives.ts';
import { expectError, newFolder } from './support.ts';

describe('a locked archive', () => {
  it('opens with its passphrase only', async () => {
    const { archiver, path, commits } = await packed({
      type: 'passphrase',
      passphrase: PASSPHRASE,
    });
    const answer = async (key: Key | null) => archiver.open(path, key, unwatched());
    expect(expectError(await answer(null))).toEqual({ type: 'locked', wants: 'passphrase' });
    const other: Key = { type: 'passphrase', passphrase: `${PASSPHRASE} ` };
    expect(expectError(await answer(other))).toEqual({ type: 'wrongKey' });
    const identity: Key = { type: 'identity', identity: await generateIdentity() };
    expect(expectError(await answer(identity))).toMatchObject({ type: 'locked' });
    const right: Key = { type: 'passphrase', passphrase: PASSPHRASE };
    expect((await contentsOf(archiver, path, right)).commits).toEqual(commits);
  });

  it('opens for each of its recipients, and for no one else', async () => {
    const identities = [await generateIdentity(), await generateIdentity()];
    const recipients = await Promise.all(identities.map(identityToRecipient));
    const { archiver, path, commits } = await packed({ type: 'recipients', recipients });
    for (const identity of identities) {
      const key: Key = { type: 'identity', identity: `${identity}\n` };
      expect((await contentsOf(archiver, path, key)).commits).toEqual(commits);
    }
    const answer = async (identity: string) =>
      expectError(await archiver.open(path, { type: 'identity', identity }, unwatched()));
    expect(await answer(await generateIdentity())).toEqual({ type: 'wrongKey' });
    expect(await answer('AGE-SECRET-KEY-1NONSENSE')).toEqual({ type: 'wrongKey' });
    const passphrase: Key = { type: 'passphrase', passphrase: PASSPHRASE };
    expect(expectError(await archiver.open(path, passphrase, unwatched()))).toEqual({
      type: 'locked',
      wants: 'identity',
    });
  });

  it('is found out when a bit has turned, or when it is cut off', async () => {
    const identity = await generateIdentity();
    const { archiver, path } = await packed({
      type: 'recipients',
      recipients: [await identityToRecipient(identity)],
    });
    const whole = await readFile(path);
    for (let round = 0; round < 100; round += 1) {
      const bytes = Buffer.from(whole);
      const at = randomInt(whole.byteLength);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << randomInt(8));
      await writeFile(path, bytes);
      const answer = await archiver.open(path, { type: 'identity', identity }, unwatched());
      expect(answer.ok, `byte ${at}`).toBe(false);
      await writeFile(path, whole.subarray(0, randomInt(whole.byteLength)));
      expect((await archiver.open(path, { type: 'identity', identity }, unwatched())).ok).toBe(
        false,
      );
    }
  });

  it('opens with the public library, tar and sha256sum, as anybody would', async () => {
    const identity = await generateIdentity();
    const recipients = [await identityToRecipient(identity)];
    const locks: Lock[] = [
      { type: 'passphrase', passphrase: PASSPHRASE },
      { type: 'recipients', recipients },
    ];
    for (const lock of locks) {
      const { path } = await packed(lock);
      const decrypter = new Decrypter();
      if (lock.type === 'passphrase') decrypter.addPassphrase(PASSPHRASE);
      else decrypter.addIdentity(identity);
      const plain = await decrypter.decrypt(await readFile(path));
      expect(untar(plain, await newFolder()).match(/: OK$/gm)).toHaveLength(4);
    }
  });

  const hasAge = spawnSync('age', ['--version']).status === 0;
  it.skipIf(!hasAge)('opens with the stock age tool, as the documentation says', async () => {
    const folder = await newFolder();
    const identity = await generateIdentity();
    const recipients = [await identityToRecipient(identity)];
    const { path } = await packed({ type: 'recipients', recipients });
    await writeFile(join(folder, 'key.txt'), `${identity}\n`);
    const age = spawnSync('age', ['-d', '-i', join(folder, 'key.txt'), path], {
      maxBuffer: 1e8,
    });
    expect(age.stderr.toString()).toBe('');
    const said = untar(age.stdout, folder);
    expect(said.match(/: OK$/gm)).toHaveLength(4);
  });

  /** Unpacks with the system's tar, and answers what the system's sha256sum says. */
  function untar(bytes: Uint8Array, folder: string): string {
    const tar = spawnSync('tar', ['xz', '-C', folder], { input: bytes });
    expect(tar.stderr.toString()).toBe('');
    const sums = spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder });
    return sums.stdout.toString();
  }
});
