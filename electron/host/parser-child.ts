import { portToParent } from './parent-port.ts';
import { type ParserReply, parserMessageSchema } from './parser-messages.ts';
import { type ReadSpreadsheet, readSpreadsheet } from './reading/read-spreadsheet.ts';

/**
 * The process that reads one foreign file and keeps its rows. It runs as Electron's utility
 * process or as a child of Node, and is killed when it is no longer wanted.
 */

const port = portToParent();
const send = (reply: ParserReply): void => port.send(reply);
let opened: ReadSpreadsheet | null = null;

port.listen(async (raw) => {
  const message = parserMessageSchema.parse(raw);
  if (message.type === 'rows') {
    const { sheet, from, count, id } = message;
    const rows = opened?.sheets[sheet]?.rows.slice(from, from + count) ?? [];
    send({ type: 'rows', id, rows });
    return;
  }
  const read = await readSpreadsheet(message.bytes);
  if (!read.ok) {
    send({ type: 'unreadable', why: read.error });
    return;
  }
  opened = read.value;
  send({
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
