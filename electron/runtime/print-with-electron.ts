import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import { denyEverything } from './lock-down.ts';
import { printedDocument } from './page.ts';
import { toResponse } from './page-protocol.ts';

const DOCUMENT = 'app://print/document.html';

/**
 * Prints a document, which carries its fonts and its policy in itself, in a hidden window that runs
 * no script, has no bridge, keeps nothing, and can load nothing but the document.
 */
export async function printWithElectron(html: string): Promise<Uint8Array | null> {
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
  try {
    await window.loadURL(DOCUMENT);
    return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  } finally {
    window.destroy();
    partition.protocol.unhandle('app');
  }
}
