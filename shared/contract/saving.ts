import { z } from 'zod';

/** What any call that writes answers with: where it is, or why it could not. */

export const savedSchema = z.discriminatedUnion('place', [
  /** `file` is this launch's ticket for `showFile`. */
  z.strictObject({
    place: z.literal('file'),
    file: z.string(),
    name: z.string(),
    folder: z.string(),
  }),
  z.strictObject({ place: z.literal('cancelled') }),
]);
export type Saved = z.output<typeof savedSchema>;

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
