import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import { denyEverything } from './lock-down.ts';
import { printedDocument } from './page.ts';
import { toResponse } from './page-protocol.ts';

const DOCUMENT = 'app://print/document.html';

/**
 * Prints a document, which carries its fonts and its policy in itself, in a hidden window that runs
 * no script, has no bridge, keeps nothing, and can load nothing but the document. Null when the
 * signal ended it.
 */
export async function printWithElectron(
  html: string,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  if (signal.aborted) return null;
  const partition = session.fromPartition(`print-${randomUUID()}`, { cache: false });
  denyEverything(partition);
  partition.protocol.handle('app', () => toResponse(printedDocument(html)));
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
    await window.loadURL(DOCUMENT);
    return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
    window.destroy();
    partition.protocol.unhandle('app');
  }
}
