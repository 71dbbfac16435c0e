import { z } from 'zod';

/**
 * A document to be printed, as structure. The host turns it into a page with one escaping
 * template, so that no text from a record is ever read as markup.
 */

const text = z.string().max(20_000);

export const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text, muted: z.boolean() }),
  /** Names and values, `columns` pairs a line. */
  z.strictObject({
    type: z.literal('facts'),
    columns: z.number().int().min(1).max(4),
    facts: z.array(z.strictObject({ name: text, value: text })).max(200),
  }),
  z.strictObject({
    type: z.literal('table'),
    columns: z
      .array(z.strictObject({ title: text, align: z.enum(['start', 'end']), share: z.number() }))
      .min(1)
      .max(20),
    rows: z.array(z.array(text)).max(20_000),
    /** A last row set apart, or none. */
    totals: z.array(text).nullable(),
  }),
  /** Lines to sign and date on. */
  z.strictObject({ type: z.literal('signatures'), names: z.array(text).max(6) }),
]);
export type Block = z.output<typeof blockSchema>;

export const printedSchema = z.strictObject({
  language: z.enum(['zh', 'en']),
  orientation: z.enum(['portrait', 'landscape']),
  /** The firm in whose name it is filed; may be empty. */
  firm: text,
  title: text,
  subtitle: text,
  /** Foot of every page, beside the page number. */
  footer: text,
  sections: z
    .array(z.strictObject({ heading: text, blocks: z.array(blockSchema).max(50) }))
    .max(5_000),
});
export type Printed = z.output<typeof printedSchema>;
