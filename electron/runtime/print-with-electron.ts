import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import type { Print } from '../host/document-pdf.ts';
import { denyEverything } from './lock-down.ts';
import { printedDocument } from './page.ts';
import { toResponse } from './page-protocol.ts';

const DOCUMENT = 'app://print/document.html';

/**
 * Lends a hidden window that prints documents, which carry their fonts and their policy in
 * themselves. It runs no script, has no bridge, keeps nothing, and can load nothing but the document.
 * Null when the signal ended it.
 */
export async function printWithElectron<T>(
  work: (print: Print) => Promise<T>,
  signal: AbortSignal,
): Promise<T | null> {
  if (signal.aborted) return null;
  let document = '';
  const partition = session.fromPartition(`print-${randomUUID()}`, { cache: false });
  denyEverything(partition);
  partition.protocol.handle('app', () => toResponse(printedDocument(document)));
  partition.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: url !== DOCUMENT && !url.startsWith('data:') });
  });
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      devTools: false,
    },
  });
  const end = (): void => window.destroy();
  signal.addEventListener('abort', end);
  try {
    return await work(async (html) => {
      document = html;
      await window.loadURL(DOCUMENT);
      return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
    });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
    window.destroy();
    partition.protocol.unhandle('app');
  }
}
