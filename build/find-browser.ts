import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findInstalledBrowser } from '../electron/runtime/installed-browser.ts';

/** A Chromium for tests. It can be given to Playwright as `launchOptions` as it is. */
export interface TestBrowser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string | undefined>;
  /** `bundled` is the headless shell from the npm package: it never has a window. */
  readonly kind: 'installed' | 'bundled';
}

/** Tests run as root, in containers, with no graphics card and no network. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts/cache</cachedir>
</fontconfig>
`;

/**
 * Unpacks the browser of the npm package, once, beside the installed packages. It comes with the
 * shared libraries and fonts that a machine without any browser lacks, but unpacks the libraries
 * only when told that it runs in one of the containers it was made for. The package unpacks into
 * the temporary folder without guarding against others who do so at the same time: so it is given
 * a folder of its own, which is renamed into place when complete.
 */
async function bundled(): Promise<TestBrowser> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const folder = join(import.meta.dirname, '..', 'node_modules', '.cache', 'test-browser');
  if (!existsSync(folder)) {
    await mkdir(dirname(folder), { recursive: true });
    const partial = await mkdtemp(`${folder}-`);
    const program = `import chromium from ${JSON.stringify(entry)}; await chromium.executablePath()`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, TMPDIR: partial, CODEBUILD_BUILD_IMAGE: 'nodejs24' },
    });
    await writeFile(join(partial, 'fonts', 'fonts.conf'), fontsConf(folder));
    // Fails when somebody else was quicker, whose folder is as good.
    await rename(partial, folder).catch(() => rm(partial, { recursive: true }));
  }
  return {
    executablePath: join(folder, 'chromium'),
    args,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
    kind: 'bundled',
  };
}

/**
 * The browser for tests: the one that the app itself would find, otherwise that of the npm package.
 * `TRANSFER_DESK_TEST_BROWSER=bundled` passes installed ones over.
 */
export async function findTestBrowser(): Promise<TestBrowser> {
  const bundledWanted = process.env.TRANSFER_DESK_TEST_BROWSER === 'bundled';
  const installed = bundledWanted ? null : findInstalledBrowser();
  if (installed) return { executablePath: installed, args, env: process.env, kind: 'installed' };
  if (process.platform === 'linux') return bundled();
  throw new Error('The tests need a browser: install Chrome, Edge or Chromium.');
}
