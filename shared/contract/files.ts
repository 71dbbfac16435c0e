import { z } from 'zod';
import { call } from './call.ts';
import { savedSchema, writeFailure } from './saving.ts';

/**
 * Files of any size on their way to the computer, and those that stay there as attachments. They
 * come in pieces, so that none has to fit one message, and are known by the SHA-256 of what is in
 * them: the same file is kept once.
 */

export const MAX_PIECE_BYTES = 8 * 1024 * 1024;
/** 2 GB: above this a file is better carried on a disk than in a desk. */
export const MAX_ATTACHMENT_BYTES = 2 * 1024 ** 3;
/** A backup may hold many of them. */
const MAX_UPLOAD_BYTES = 1024 ** 4;
/** What is read of one file: a book. The text of a longer one is cut there. */
export const MAX_TEXT_CHARACTERS = 1_000_000;
export const MAX_TEXTS_PER_CALL = 50;

const nothing = z.strictObject({});
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** The file's own name, for its ending and for messages; never used as a path. */
const ownName = z.string().min(1).max(255);
const uploadSchema = z.uuid();

const gone = z.strictObject({ type: z.literal('gone') });
const missing = z.strictObject({ type: z.literal('missing') });
/** What lies there is not what was kept. */
const altered = z.strictObject({ type: z.literal('altered') });

/** An attachment whose content is not there, or not what it was. */
export const fileProblemSchema = z.strictObject({
  hash: hashSchema,
  problem: z.enum(['missing', 'altered']),
});
export type FileProblem = z.output<typeof fileProblemSchema>;

const attachmentTextSchema = z.strictObject({
  hash: hashSchema,
  state: z.enum([
    'ready',
    /** Nothing in it is text: a scan, a picture, a kind of file that is not read. */
    'none',
    /** It takes a password. */
    'locked',
    /** Damaged, or not what it says it is. */
    'failed',
    /** More than the bounds on size, memory and time allow to read. */
    'tooLarge',
    /** Its content is not in the vault, or not what it was. */
    'missing',
  ]),
  /** Empty unless `ready`. */
  text: z.string().max(MAX_TEXT_CHARACTERS),
});
export type AttachmentText = z.output<typeof attachmentTextSchema>;

export const fileCalls = {
  /** Opens the way for a file; pieces that are never finished are gone with this launch. */
  beginUpload: call(
    z.strictObject({ size: z.number().int().min(0).max(MAX_UPLOAD_BYTES) }),
    z.strictObject({ upload: uploadSchema }),
    writeFailure,
  ),
  /** The next piece, in order: `at` is how many bytes came before it. */
  uploadPiece: call(
    z.strictObject({
      upload: uploadSchema,
      at: z.number().int().min(0),
      bytes: z
        .instanceof(Uint8Array)
        .refine((bytes) => bytes.byteLength <= MAX_PIECE_BYTES, { message: 'too large' }),
    }),
    nothing,
    z.discriminatedUnion('type', [...writeFailure.options, gone]),
  ),
  dropUpload: call(z.strictObject({ upload: uploadSchema }), nothing, z.never()),

  /** Keeps an uploaded file among the attachments, durably, and takes the upload. */
  keepFile: call(
    z.strictObject({ upload: uploadSchema }),
    z.strictObject({ hash: hashSchema, size: z.number().int() }),
    z.discriminatedUnion('type', [...writeFailure.options, gone]),
  ),
  /** A piece of an attachment; empty past its end. */
  readFile: call(
    z.strictObject({
      hash: hashSchema,
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(MAX_PIECE_BYTES),
    }),
    z.strictObject({ bytes: z.instanceof(Uint8Array) }),
    z.discriminatedUnion('type', [missing, altered]),
  ),
  /** Opens a copy in the system's program for files of that ending. */
  openFile: call(
    z.strictObject({ hash: hashSchema, name: ownName }),
    nothing,
    z.discriminatedUnion('type', [
      ...writeFailure.options,
      missing,
      altered,
      /** A program or script, or of an ending that no office program has: only saved, never opened. */
      z.strictObject({ type: z.literal('notOpened') }),
      z.strictObject({ type: z.literal('noProgram') }),
    ]),
  ),
  /** Saves a copy of an attachment where the user wants it. */
  saveFile: call(
    z.strictObject({ hash: hashSchema, name: ownName }),
    savedSchema,
    z.discriminatedUnion('type', [...writeFailure.options, missing, altered]),
  ),
  /** Which of some attachments are not there, or not what they were. */
  checkFiles: call(
    z.strictObject({ hashes: z.array(hashSchema).max(2_000) }),
    z.strictObject({ problems: z.array(fileProblemSchema) }),
    z.never(),
  ),
  /**
   * The text inside attachments that have some: PDF, Office and plain text. Making it takes its
   * time, and an answer has its bounds: at least one attachment is answered for, those that are
   * `left` are to be asked for again.
   */
  attachmentTexts: call(
    z.strictObject({ hashes: z.array(hashSchema).min(1).max(MAX_TEXTS_PER_CALL) }),
    z.strictObject({ texts: z.array(attachmentTextSchema), left: z.array(hashSchema) }),
    z.never(),
  ),
} as const;
