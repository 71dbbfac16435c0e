import { z } from 'zod';

/** What any call that writes answers with: where it is, or why it could not. */

export const savedSchema = z.discriminatedUnion('place', [
  /** `file` is this launch's ticket for `showFile`. */
  z.strictObject({
    place: z.literal('file'),
    file: z.string(),
    name: z.string(),
    folder: z.string(),
    /**
     * SHA-256 of the file, in hex. Of a folder: of its `SHA256SUMS`, which names that of every
     * other file in it.
     */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** In bytes; of a folder, of all files in it. */
    size: z.number().int(),
  }),
  z.strictObject({ place: z.literal('cancelled') }),
]);
export type Saved = z.output<typeof savedSchema>;
export type SavedFile = Extract<Saved, { place: 'file' }>;

export const writeFailure = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('diskFull') }),
  /** The file or folder cannot be written: open elsewhere, read-only, gone. */
  z.strictObject({ type: z.literal('cannotWrite'), name: z.string() }),
]);

/** Without ending; the format adds it. */
export const fileNameSchema = z
  .string()
  .min(1)
  .max(120)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\\/:*?"<>|\u0000-\u001f]+$/u, 'not a file name')
  .refine((name) => !name.startsWith('.') && !/[. ]$/.test(name));
