import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { needsNoSandbox, quietSwitches } from './installed-browser.ts';
import type { BrowserProgram } from './npm-browser.ts';

/** A document of thousands of pages takes seconds; a browser that hangs takes for ever. */
const PRINT_MS = 90_000;

function runToEnd(
  { executablePath, env }: BrowserProgram,
  args: readonly string[],
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(executablePath, args, { stdio: 'ignore', env });
    const timer = setTimeout(() => child.kill('SIGKILL'), PRINT_MS);
    const done = (succeeded: boolean): void => {
      clearTimeout(timer);
      resolve(succeeded);
    };
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
  });
}

/**
 * Prints a document, which carries its fonts and its policy in itself, with a browser that shows
 * nothing, in a profile that is thrown away. No name is resolved, so that nothing can be fetched
 * even if the document's policy failed. Null when the browser cannot do it.
 */
export async function printWithBrowser(
  browser: BrowserProgram,
  html: string,
): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'transfer-desk-print-'));
  try {
    const document = join(folder, 'document.html');
    const pdf = join(folder, 'document.pdf');
    await writeFile(document, html, { mode: 0o600 });
    const printed = await runToEnd(browser, [
      '--headless',
      '--disable-gpu',
      `--print-to-pdf=${pdf}`,
      '--no-pdf-header-footer',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--host-resolver-rules=MAP * ~NOTFOUND',
      ...quietSwitches,
      ...(needsNoSandbox() ? ['--no-sandbox'] : []),
      pathToFileURL(document).href,
    ]);
    return printed ? await readFile(pdf).catch(() => null) : null;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
