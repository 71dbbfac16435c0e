import { z } from 'zod';
import { MAX_TEXT_CHARACTERS } from '../../shared/contract/index.ts';

/** What the host asks of the process that reads texts, one file after another. */
export const textTaskSchema = z.strictObject({
  hash: z.string(),
  /** Holds the attachments as `<first two digits>/<hash>`. */
  filesFolder: z.string(),
  /** Of pdf.js: what the codes of Chinese fonts mean that are not in the file itself. */
  cMapFolder: z.string(),
});
export type TextTask = z.output<typeof textTaskSchema>;

/** What a file came to; the same bytes always come to the same. */
export const foundTextSchema = z.strictObject({
  state: z.enum(['ready', 'none', 'locked', 'failed', 'tooLarge']),
  /** Empty unless `ready`. */
  text: z.string().max(MAX_TEXT_CHARACTERS),
});
export type FoundText = z.output<typeof foundTextSchema>;

/** What it answers. It has touched a foreign file, so that its answers are checked like one. */
export const textReplySchema = z.discriminatedUnion('type', [
  /** The file's bytes are there and right: what happens from here on is due to what is in them. */
  z.strictObject({ type: z.literal('begun') }),
  z.strictObject({ type: z.literal('missing') }),
  z.strictObject({ type: z.literal('found'), found: foundTextSchema }),
]);
export type TextReply = z.output<typeof textReplySchema>;
