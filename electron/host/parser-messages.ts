import { z } from 'zod';
import {
  type Cell,
  openedSpreadsheetSchema,
  unreadableSchema,
} from '../../shared/contract/index.ts';

/** What the host asks of the parser process. */
export const parserMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('open'),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  z.strictObject({
    type: z.literal('rows'),
    id: z.number(),
    sheet: z.number(),
    from: z.number(),
    count: z.number(),
  }),
]);
export type ParserMessage = z.output<typeof parserMessageSchema>;

/** What it answers. It has touched a foreign file, so that its answers are checked like one. */
export const parserReplySchema = z.discriminatedUnion('type', [
  openedSpreadsheetSchema.omit({ handle: true }).extend({ type: z.literal('opened') }),
  z.strictObject({ type: z.literal('unreadable'), why: unreadableSchema }),
  z.strictObject({
    type: z.literal('rows'),
    id: z.number(),
    // The cells are checked where they cross to the page: once is enough.
    rows: z.custom<readonly (readonly Cell[])[]>(Array.isArray),
  }),
]);
export type ParserReply = z.output<typeof parserReplySchema>;
