import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';

/** A fuse as it stands in the binary: the character `0` or `1`. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

const root = join(import.meta.dirname, '../../..');
const release = join(root, 'release');

/** The app's folder that the packaging has made for this system. */
const unpacked = (): string =>
  join(release, readdirSync(release).find((name) => name.endsWith('unpacked')) ?? 'nothing');

const asar = (): string => join(unpacked(), 'resources/app.asar');

const packed = (): readonly string[] =>
  listPackage(asar(), { isPack: false }).map((path) => path.split(sep).join('/'));

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'build/package.ts')], { cwd: root, stdio: 'pipe' });
}, 180_000);

describe.runIf(process.platform === 'linux')('the packaged app', () => {
  it('holds exactly what was built, and the description of the package', () => {
    const built = globSync('dist/**', { cwd: root, withFileTypes: false })
      .map((path) => `/${path.split(sep).join('/')}`)
      .filter((path) => path !== '/dist/built');
    expect([...packed()].sort()).toEqual([...built, '/package.json'].sort());
  });

  it('holds the programs, the page and the fonts, and no source of any of them', () => {
    const files = packed().filter((path) => /\.\w+$/.test(path));
    const programs = files.filter((path) => /^\/dist\/electron\/[a-z-]+\.c?js$/.test(path));
    expect(programs.sort()).toEqual([
      '/dist/electron/archive-child.js',
      '/dist/electron/attachment-text-child.js',
      '/dist/electron/browser.js',
      '/dist/electron/document-child.js',
      '/dist/electron/main.js',
      '/dist/electron/parser-child.js',
      '/dist/electron/preload.cjs',
    ]);
    expect(files).toContain('/dist/renderer/index.html');
    expect(files).toContain('/dist/fonts/index.css');
    expect(files).toContain('/dist/cmaps/UniGB-UCS2-H.bcmap');
    expect(files.filter((path) => /\.(ts|tsx|map|md)$|node_modules|\/test\//.test(path))).toEqual(
      [],
    );
  });

  it('starts with the main program, and asks for no package', () => {
    const manifest = JSON.parse(extractFile(asar(), 'package.json').toString('utf8'));
    expect(manifest.main).toBe('dist/electron/main.js');
    for (const name of [
      'main.js',
      'browser.js',
      'parser-child.js',
      'archive-child.js',
      'attachment-text-child.js',
      'document-child.js',
      'preload.cjs',
    ]) {
      const code = extractFile(asar(), join('dist/electron', name)).toString('utf8');
      const imported = [...code.matchAll(/(?:^import .*?from |\brequire\()["']([^"']+)["']/gm)];
      const foreign = imported
        .map(([, from = '']) => from)
        .filter(
          (from) =>
            from !== 'electron' && !from.startsWith('.') && !/^(node:)?[a-z_/]+$/.test(from),
        );
      expect(foreign, name).toEqual([]);
    }
  });

  it('has its fuses set: no Node on the side, no app but the one in the package', async () => {
    const wire = await getCurrentFuseWire(join(unpacked(), 'transfer-desk'));
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: OFF,
      [FuseV1Options.EnableCookieEncryption]: ON,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
      [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
      [FuseV1Options.OnlyLoadAppFromAsar]: ON,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
    });
    expect(existsSync(join(unpacked(), 'resources/default_app.asar'))).toBe(false);
  });
});
