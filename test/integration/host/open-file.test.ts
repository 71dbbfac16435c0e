import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realDisk } from '../../../electron/host/disk.ts';
import { createExports } from '../../../electron/host/exports.ts';
import { createFileStore } from '../../../electron/host/file-store.ts';
import { saveKept } from '../../../electron/host/open-file.ts';
import { createUploads } from '../../../electron/host/uploads.ts';
import { expectError, newFolder } from './support.ts';

test('a file that is altered while the user is asked for a place is not saved, and that is said', async () => {
  const folder = await newFolder();
  const target = await newFolder();
  const hash = createHash('sha256').update('技术合同').digest('hex');
  const path = join(folder, hash.slice(0, 2), hash);
  await fs.mkdir(join(folder, hash.slice(0, 2)));
  await fs.writeFile(path, '技术合同');
  const uploads = await createUploads({
    ...{ disk: realDisk, folder: join(folder, 'uploads'), room: async () => 1_000 },
  });
  const files = createFileStore({ disk: realDisk, folder, uploads, elsewhere: async () => null });
  const exports = createExports(realDisk, {
    choosePlace: async (name) => {
      await fs.writeFile(path, '别的内容');
      return join(target, name);
    },
    revealFile: async () => undefined,
  });
  const answer = await saveKept(files, exports, { hash, name: '合同.pdf' });
  expect(expectError(answer)).toEqual({ type: 'altered' });
  expect(await fs.readdir(target)).toEqual([]);
});
