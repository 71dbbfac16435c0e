import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok } from '../../../shared/core/result.ts';
import type { MemoryVault } from '../../builders/memory-vault.ts';
import { freshDesk, page, put } from './page.ts';

const { addFiles, useAdding } = await import('../../../renderer/features/attachments/adding.ts');

const owner = { kind: 'achievement', id: 'a1', title: '电池' };
const hash = 'ab'.repeat(32);
const upload = '7f0c2f6e-6e0a-4b52-9d2c-0a4f3f1f1f11';

let vault: MemoryVault;
/** Happens when the file is over and not yet at its record. */
let meanwhile: () => Promise<unknown>;

beforeEach(async () => {
  vault = await freshDesk();
  useAdding.setState({ files: [] });
  meanwhile = async () => undefined;
  const { send } = vault.bridge;
  vault.bridge = {
    ...vault.bridge,
    send: async (name, input) => {
      if (name === 'beginUpload') return ok({ upload });
      if (name === 'uploadPiece') return ok({});
      if (name !== 'keepFile') return send(name, input);
      await meanwhile();
      return ok({ hash, size: 6 });
    },
  };
  await put('a1', owner.title);
});
afterEach(() => {
  page.setReadOnly('past', null);
  page.closeSession();
});

const add = () =>
  addFiles(
    owner,
    [new File(['合同'], '合同.txt')],
    async (label, changes) => (await page.commit({ label, changes })).ok,
    () => crypto.randomUUID(),
  );
const attachments = () => page.session().database.table('attachment').toArray();
const failures = () => useAdding.getState().files.map(({ failed }) => failed?.type);

it('a file that is over is at its record', async () => {
  expect(await add()).toEqual({ count: 1, alreadyHere: [], refused: null });
  expect(await attachments()).toMatchObject([{ name: '合同.txt', hash, ownerId: 'a1' }]);
  expect(failures()).toEqual([]);
});

it('a file whose record was deleted while it was on its way is not added, and that is said', async () => {
  meanwhile = () =>
    page.commit({ label: { key: 'delete' }, changes: [{ delete: 'achievement', id: 'a1' }] });
  expect(await add()).toEqual({ count: 0, alreadyHere: [], refused: 'ownerGone' });
  expect(await attachments()).toEqual([]);
  expect(failures()).toEqual(['ownerGone']);
});

it('a file is not lost without a word when the past was opened while it was on its way', async () => {
  meanwhile = async () => page.setReadOnly('past', { type: 'past', on: '2026-01-01' });
  expect(await add()).toEqual({ count: 0, alreadyHere: [], refused: 'readOnly' });
  expect(await attachments()).toEqual([]);
  expect(failures()).toEqual(['readOnly']);
});
