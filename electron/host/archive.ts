import { z } from 'zod';
import {
  fileProblemSchema,
  snapshotReasonSchema,
  tallySchema,
} from '../../shared/contract/index.ts';

/**
 * The form that snapshots and backups share, described for people in `docs/backup-format.md`: a
 * gzipped tar of `transfer-desk.json` (the facts), `journal.tdj` (the journal's lines), the
 * attachments as `files/<SHA-256>`, and `SHA256SUMS` of all of them.
 */

export const ARCHIVE_FORMAT = 2;
export const FACTS_ENTRY = 'transfer-desk.json';
export const JOURNAL_ENTRY = 'journal.tdj';
export const SUMS_ENTRY = 'SHA256SUMS';
export const fileEntry = (hash: string): string => `files/${hash}`;

/**
 * How the gzip file begins: no time, no system, and a comment, which is the seal: the SHA-256 of
 * all that follows it, in hex. gzip's own checksum is of what was packed, and bits of the packed
 * form can turn without changing that. Where a lock proves all bytes the seal is left blank.
 */
export const GZIP_HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 0xff);
export const BLANK_SEAL = '0'.repeat(64);
/** Bytes up to the end of the comment, which is a zero byte. */
export const HEAD_BYTES = GZIP_HEAD.byteLength + BLANK_SEAL.length + 1;

export const attachmentSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes. */
  size: z.number().int().min(0),
});
export type Attachment = z.output<typeof attachmentSchema>;

/** What an archive says about itself. A file of format 1 is a bare journal and says little. */
export const archiveFactsSchema = z.object({
  format: z.number().int(),
  appVersion: z.string().max(80).nullable(),
  /** The newest migration known to any of its commits. */
  schema: z.number().int().min(0),
  deskId: z.uuid().nullable(),
  /** Number of the last commit; 0 when there is none. */
  last: z.number().int().min(0),
  takenAt: z.number().int().nullable(),
  why: z.union([snapshotReasonSchema, z.literal('backup')]).nullable(),
  /** What the desk held after the last commit, when that is known. */
  tally: tallySchema.nullable(),
  /** The attachments that its records ever named, as far as they were kept when it was written. */
  files: z.array(attachmentSchema),
  /** Whether they are in it: a snapshot lies beside them and only names them. */
  filesIncluded: z.boolean(),
  /** Those that should be in it and are not; older archives do not say. */
  leftOut: z.array(fileProblemSchema).default([]),
});
export type ArchiveFacts = z.output<typeof archiveFactsSchema>;
