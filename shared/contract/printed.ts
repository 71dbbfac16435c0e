import { z } from 'zod';

/**
 * A document to be printed, as structure. The host turns it into a page with one escaping
 * template, so that no text from a record is ever read as markup.
 */

const text = z.string().max(20_000);

export const MAX_PICTURE_BYTES = 2 * 1024 * 1024;
/** Of one document: with its words they must fit one call of the browser window. */
export const MAX_PICTURES_BYTES = 60 * 1024 * 1024;
const MAX_PICTURE_PX = 10_000;

/** How a file of that kind begins. */
const beginnings = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const;

const pictureSchema = z
  .strictObject({
    type: z.literal('picture'),
    bytes: z
      .instanceof(Uint8Array)
      .refine(({ byteLength }) => byteLength <= MAX_PICTURE_BYTES, { message: 'too large' }),
    mime: z.enum(['image/jpeg', 'image/png']),
    /** Size in pixels. */
    width: z.number().int().min(1).max(MAX_PICTURE_PX),
    height: z.number().int().min(1).max(MAX_PICTURE_PX),
    /** Stands below it, and in its place for who does not see it; may be empty. */
    caption: text,
  })
  .refine(({ bytes, mime }) => beginnings[mime].every((byte, at) => bytes[at] === byte), {
    message: 'not a picture of that kind',
  });

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
  pictureSchema,
]);
export type Block = z.output<typeof blockSchema>;

/** Bytes of all pictures of a document. */
export const picturesBytes = ({
  sections,
}: {
  readonly sections: readonly { readonly blocks: readonly Block[] }[];
}): number =>
  sections
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, block) => sum + (block.type === 'picture' ? block.bytes.byteLength : 0), 0);

export const printedSchema = z
  .strictObject({
    language: z.enum(['zh', 'en']),
    orientation: z.enum(['portrait', 'landscape']),
    /** The firm in whose name it is filed; may be empty. */
    firm: text,
    title: text,
    subtitle: text,
    /** Foot of every page, beside the page number. */
    footer: text,
    /** Lies faintly across every page: whom this copy is for. Empty: none. */
    watermark: z.string().max(200),
    /** Whether a list of the sections that have a heading stands after the title. */
    contents: z.boolean(),
    sections: z
      .array(
        z.strictObject({
          heading: text,
          /** Whether it begins on a page of its own. */
          startsPage: z.boolean(),
          blocks: z.array(blockSchema).max(50),
        }),
      )
      .max(5_000),
  })
  .refine((printed) => picturesBytes(printed) <= MAX_PICTURES_BYTES, {
    message: 'too many pictures',
  });
export type Printed = z.output<typeof printedSchema>;
