import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A program and the environment that it needs. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
}

const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts/cache</cachedir>
</fontconfig>
`;

/**
 * Unpacks it, once, beside the installed packages. It comes with the shared libraries and fonts
 * that a machine without any browser lacks, but unpacks the libraries only when told that it runs
 * in one of the containers it was made for. The package unpacks into the temporary folder without
 * guarding against others who do so at the same time: so it is given a folder of its own, which is
 * renamed into place when complete.
 */
async function unpack(entry: string): Promise<BrowserProgram> {
  const packages = entry.slice(0, entry.lastIndexOf('node_modules') + 'node_modules'.length);
  const folder = join(packages, '.cache', 'npm-browser');
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
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/**
 * The browser of the npm package `@sparticuz/chromium`: it can print and be tested with, but has no
 * window. Null where the package is not installed, as in the packaged app.
 */
export function findNpmBrowser(): (() => Promise<BrowserProgram>) | null {
  if (process.platform !== 'linux') return null;
  try {
    const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    return existsSync(entry) ? () => unpack(entry) : null;
  } catch {
    return null;
  }
}
