import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'electron-builder';
import { languageOf, systemLocale } from '../electron/runtime/lines.ts';
import { buildAll } from './build.ts';
import { FETCH_SECONDS, fetchElectron, findElectron } from './electron-binary.ts';
import { isBuilt } from './freshness.ts';
import { startLines } from './start-lines.ts';

const root = join(import.meta.dirname, '..');
const say = startLines[languageOf(systemLocale())];

/** What stands in Electron's binary before its fuses; then a version, their number, and each fuse. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = '10110001';

/**
 * A folder laid out like Electron's for Linux, with a program that only says what it is: everything
 * about the package can be made and looked at where Electron itself cannot be had.
 */
function makeStub(): string {
  const folder = mkdtempSync(join(tmpdir(), 'transfer-desk-electron-'));
  const program = join(folder, 'electron');
  const fuses = `${FUSE_SENTINEL}\u0001${String.fromCharCode(FUSES.length)}${FUSES}`;
  writeFileSync(program, `#!/bin/sh\necho 'a stub in place of Electron' >&2\nexit 1\n${fuses}\n`);
  chmodSync(program, 0o755);
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name));
  for (const name of ['zh-CN', 'en-US', 'de'])
    writeFileSync(join(folder, `locales/${name}.pak`), '');
  return folder;
}

/** Folder of the Electron to be packaged, or null when there is none and no stub for this system. */
async function electronDist(): Promise<{ readonly folder: string; readonly stub: boolean } | null> {
  if (findElectron() === null) await fetchElectron(() => console.log(say.fetching(FETCH_SECONDS)));
  const electron = findElectron();
  if (electron !== null) return { folder: electron.dist, stub: false };
  return process.platform === 'linux' ? { folder: makeStub(), stub: true } : null;
}

/** `npm run package`: the app's folder for this system, in `release`. */
async function packageApp(): Promise<0 | 1> {
  const electron = await electronDist();
  if (electron === null) {
    console.error(say.cannotPackage());
    return 1;
  }
  if (electron.stub) console.log(say.stub());
  if (!isBuilt()) await buildAll('warn');
  try {
    await build({ projectDir: root, dir: true, config: { electronDist: electron.folder } });
  } finally {
    if (electron.stub) rmSync(electron.folder, { recursive: true });
  }
  return 0;
}

process.exitCode = await packageApp();
