import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Print } from '../host/document-pdf.ts';
import { type DevToolsPipe, openDevToolsPipe, pipeStdio } from './dev-tools-pipe.ts';
import { needsNoSandbox, quietSwitches } from './installed-browser.ts';
import type { BrowserProgram } from './npm-browser.ts';

/** A document of thousands of pages takes seconds; a browser that hangs takes for ever. */
const PRINT_MS = 90_000;

const targetSchema = z.object({ targetId: z.string() });
const sessionSchema = z.object({ sessionId: z.string() });
const printedSchema = z.object({ data: z.base64() });

async function printPage({ send, next }: DevToolsPipe, address: string): Promise<Uint8Array> {
  const target = targetSchema.parse(await send('Target.createTarget', { url: 'about:blank' }));
  const attached = await send('Target.attachToTarget', { ...target, flatten: true });
  const { sessionId } = sessionSchema.parse(attached);
  await send('Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
  await send('Page.enable', {}, sessionId);
  const loaded = next('Page.loadEventFired');
  await send('Page.navigate', { url: address }, sessionId);
  await loaded;
  const printed = await send(
    'Page.printToPDF',
    { preferCSSPageSize: true, printBackground: true },
    sessionId,
  );
  await send('Target.closeTarget', target);
  return Buffer.from(printedSchema.parse(printed).data, 'base64');
}

/**
 * Lends a browser that prints documents, which carry their fonts and their policy in themselves. It
 * shows nothing and runs no script, in a profile that is thrown away. No name is resolved, so that
 * nothing can be fetched even if a document's policy failed. Rejects when the browser cannot do it,
 * or when the signal ended it.
 */
export async function printWithBrowser<T>(
  { executablePath, env }: BrowserProgram,
  work: (print: Print) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  const folder = await mkdtemp(join(tmpdir(), 'transfer-desk-print-'));
  const child = spawn(
    executablePath,
    [
      '--headless',
      '--disable-gpu',
      '--remote-debugging-pipe',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--host-resolver-rules=MAP * ~NOTFOUND',
      ...quietSwitches,
      ...(needsNoSandbox() ? ['--no-sandbox'] : []),
    ],
    // It leaves its own temporary files behind when it is killed: they go with the folder.
    { stdio: [...pipeStdio], env: { ...env, TMPDIR: folder, TMP: folder, TEMP: folder } },
  );
  const end = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(end, PRINT_MS);
  signal.addEventListener('abort', end);
  try {
    const pipe = openDevToolsPipe(child);
    const document = join(folder, 'document.html');
    return await work(async (html) => {
      timer.refresh();
      await writeFile(document, html, { mode: 0o600 });
      return printPage(pipe, pathToFileURL(document).href);
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
