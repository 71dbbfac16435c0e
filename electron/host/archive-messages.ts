import { z } from 'zod';
import { keySchema, lockSchema, tallySchema } from '../../shared/contract/index.ts';
import { archiveFactsSchema } from './archive.ts';

/** The journal of a desk up to its last commit, as files that grow no more up to there. */
export const journalSourceSchema = z.object({
  deskId: z.uuid().nullable(),
  last: z.number(),
  schema: z.number(),
  /** What the desk held after `last`, when that is known. */
  tally: tallySchema.nullable(),
  files: z.array(z.object({ path: z.string(), first: z.number(), size: z.number() })).readonly(),
});
export type JournalSource = z.output<typeof journalSourceSchema>;

/** What the host asks of the archiver: one task, then the process ends. */
export const archiveTaskSchema = z.discriminatedUnion('type', [
  /** Writes an archive as a synced new file, and reads it back. */
  z.strictObject({
    type: z.literal('pack'),
    source: journalSourceSchema,
    facts: archiveFactsSchema.pick({ appVersion: true, takenAt: true, why: true }),
    /** Holds the attachments as `<first two digits>/<hash>`. */
    filesFolder: z.string(),
    withFiles: z.boolean(),
    lock: lockSchema,
    to: z.string(),
  }),
  /** Verifies an archive and lays what is in it into an empty folder. */
  z.strictObject({
    type: z.literal('unpack'),
    path: z.string(),
    key: keySchema.nullable(),
    /** Number of the newest migration that this app knows. */
    knownSchema: z.number(),
    into: z.string(),
  }),
]);
export type ArchiveTask = z.output<typeof archiveTaskSchema>;
export type PackTask = Extract<ArchiveTask, { type: 'pack' }>;
export type UnpackTask = Extract<ArchiveTask, { type: 'unpack' }>;

const archivedSchema = z.object({
  facts: archiveFactsSchema,
  /** Bytes of the archive as a file, and their SHA-256. */
  size: z.number(),
  sha256: z.string(),
});
export type Archived = z.output<typeof archivedSchema>;

const archiveFailureSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('damaged'), at: z.number() }),
  z.object({ type: z.literal('notABackup') }),
  z.object({ type: z.literal('tooNew') }),
  z.object({ type: z.literal('locked'), wants: z.enum(['passphrase', 'identity']) }),
  z.object({ type: z.literal('wrongKey') }),
  z.object({ type: z.literal('diskFull') }),
  z.object({ type: z.literal('cannotWrite'), name: z.string() }),
]);
export type ArchiveFailure = z.output<typeof archiveFailureSchema>;

/** What it answers. It has touched a foreign file, so that its answers are checked like one. */
export const archiveReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('done'), archived: archivedSchema }),
  z.object({ type: z.literal('failed'), why: archiveFailureSchema }),
]);
export type ArchiveReply = z.output<typeof archiveReplySchema>;
