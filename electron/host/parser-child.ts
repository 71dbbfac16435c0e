import { type ParserReply, parserMessageSchema } from './parser-messages.ts';
import { type ReadSpreadsheet, readSpreadsheet } from './reading/read-spreadsheet.ts';

/**
 * The process that reads one foreign file and keeps its rows. It runs as Electron's utility
 * process or as a child of Node, and is killed when it is no longer wanted.
 */

interface Port {
  readonly listen: (listener: (message: unknown) => void) => void;
  readonly send: (reply: ParserReply) => void;
}

/** What Electron sets on the process of a utility process. */
interface ParentPort {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

function portToParent(): Port {
  // Electron's own types are not known to the host, which also runs without Electron.
  const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
  if (parentPort) {
    return {
      listen: (listener) => parentPort.on('message', ({ data }) => listener(data)),
      send: (reply) => parentPort.postMessage(reply),
    };
  }
  process.on('disconnect', () => process.exit());
  return {
    listen: (listener) => process.on('message', listener),
    send: (reply) => process.send?.(reply),
  };
}

const port = portToParent();
let opened: ReadSpreadsheet | null = null;

port.listen(async (raw) => {
  const message = parserMessageSchema.parse(raw);
  if (message.type === 'rows') {
    const { sheet, from, count, id } = message;
    const rows = opened?.sheets[sheet]?.rows.slice(from, from + count) ?? [];
    port.send({ type: 'rows', id, rows });
    return;
  }
  const read = await readSpreadsheet(message.bytes);
  if (!read.ok) {
    port.send({ type: 'unreadable', why: read.error });
    return;
  }
  opened = read.value;
  port.send({
    type: 'opened',
    encoding: opened.encoding,
    sheets: opened.sheets.map(({ name, hidden, rows }) => ({
      name,
      hidden,
      rows: rows.length,
      columns: rows.reduce((widest, row) => Math.max(widest, row.length), 0),
    })),
  });
});
