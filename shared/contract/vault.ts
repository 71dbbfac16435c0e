import { z } from 'zod';
import { commitSchema } from '../commits/commit.ts';
import { call } from './call.ts';
import { fileProblemSchema } from './files.ts';
import { fileNameSchema, savedSchema, writeFailure } from './saving.ts';

/**
 * The vault: the journal of the desk in use, its snapshots, backup files, and the desks that a
 * restore has made or left behind. A desk here is one journal; the one in use is the current desk.
 */

const nothing = z.strictObject({});
const instant = z.number().int();
const deskId = z.uuid();
const snapshotName = z.string().regex(/^[0-9A-Za-z-]{1,80}$/);

export const tallySchema = z.record(
  z.string().min(1).max(80),
  z.strictObject({
    count: z.number().int().min(0),
    digest: z.string().regex(/^[0-9a-f]{16}$/),
  }),
);

/** A job that takes long: the page names it, asks how far it is, and may end it. */
const job = z.uuid();
const cancelled = z.strictObject({ type: z.literal('cancelled') });
const gone = z.strictObject({ type: z.literal('gone') });
/** The journal or file is damaged at that commit: nothing whole can be made of it. */
const damaged = z.strictObject({ type: z.literal('damaged'), at: z.number().int() });

/** A desk that is kept beside the current one. */
export const keptDeskSchema = z.strictObject({
  deskId,
  last: z.number().int(),
  /** When it stopped being the current desk. */
  leftAt: instant,
  /** When its journal will be deleted. */
  keptUntil: instant,
});
export type KeptDesk = z.output<typeof keptDeskSchema>;

export const vaultStateSchema = z.strictObject({
  /** Null until the first commit is kept. */
  deskId: deskId.nullable(),
  /** Number of the last commit in the journal; 0 when there is none. */
  last: z.number().int(),
  /** The newest migration known to an app that wrote here. */
  schema: z.number().int(),
  /** The newest version of the app that wrote here; null before the first. */
  appVersion: z.string().nullable(),
  /** What the desk held after commit `last`, as the page said when it sent it; null when not said. */
  tally: tallySchema.nullable(),
  /** Bytes at the journal's end that were damaged and have been set aside, for the user to know. */
  setAside: z.number().int(),
  /** Commits that were damaged in the journal and have been put right from a snapshot. */
  mended: z.number().int(),
  /**
   * Whether the browser's storage on the disk has another form than when this runtime last wrote:
   * such a change has emptied databases. `first` before there is anything to compare.
   */
  storage: z.enum(['same', 'changed', 'first']),
  /** Free bytes where the data folder is, and how many must stay free for writing to be allowed. */
  space: z.strictObject({ free: z.number(), needed: z.number() }),
  /** Desks left by a restore, newest first. */
  kept: z.array(keptDeskSchema),
});
export type VaultState = z.output<typeof vaultStateSchema>;

/** Why a snapshot was taken. */
export const snapshotReasonSchema = z.enum([
  'quit',
  'interval',
  'import',
  'massChange',
  'migration',
  'version',
  'restore',
  'asked',
]);
export type SnapshotReason = z.output<typeof snapshotReasonSchema>;

export const snapshotSchema = z.strictObject({
  name: snapshotName,
  takenAt: instant,
  why: snapshotReasonSchema,
  deskId,
  last: z.number().int(),
  schema: z.number().int(),
  /** Bytes of the file. */
  size: z.number().int(),
  tally: tallySchema.nullable(),
  /** When it was last restored into a scratch database with everything as it should be. */
  provenAt: instant.nullable(),
  /** Its bytes are not what was written. */
  damaged: z.boolean(),
});
export type Snapshot = z.output<typeof snapshotSchema>;

/** The second place for snapshots: a USB stick, a network folder. */
export const secondPlaceSchema = z.strictObject({
  folder: z.string(),
  /** `absent`: not plugged in, not reachable. `refused`: there, but it cannot be written. */
  state: z.enum(['ready', 'absent', 'refused', 'full']),
  /** When a snapshot was last copied there, and how many are there. */
  copiedAt: instant.nullable(),
  copies: z.number().int(),
});
export type SecondPlace = z.output<typeof secondPlaceSchema>;

const MAX_PASSPHRASE = 200;
const passphrase = z.string().min(1).max(MAX_PASSPHRASE);

/** How a backup file is locked: all of them as the `age` tool does it. */
export const lockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('passphrase'), passphrase }),
  /** Public keys, `age1…`: who holds one of the identities can open it. */
  z.strictObject({
    type: z.literal('recipients'),
    recipients: z.array(z.string().max(2_000)).min(1).max(20),
  }),
  z.strictObject({ type: z.literal('open') }),
]);
export type Lock = z.output<typeof lockSchema>;

export const keySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('passphrase'), passphrase }),
  /** `AGE-SECRET-KEY-1…` */
  z.strictObject({ type: z.literal('identity'), identity: z.string().min(1).max(4_000) }),
]);
export type Key = z.output<typeof keySchema>;

/** Where a desk to be restored comes from. */
export const restoreSourceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('snapshot'), name: snapshotName }),
  /** A backup file or a snapshot file that was uploaded. It stays uploaded until the restore works. */
  z.strictObject({ type: z.literal('upload'), upload: z.uuid(), key: keySchema.nullable() }),
  /** The current desk as it stood at an instant. */
  z.strictObject({ type: z.literal('point'), at: instant }),
]);
export type RestoreSource = z.output<typeof restoreSourceSchema>;

export const vaultCalls = {
  /** What the vault holds. Cheap: asked at start and every few seconds after. */
  vaultState: call(nothing, vaultStateSchema, z.never()),

  /**
   * Says that the browser's databases cannot be opened at all. At its next start the host sets them
   * aside, so that the desk is built anew from the vault.
   */
  storageBroken: call(nothing, nothing, writeFailure),

  /** Keeps commits in the journal, in order, and answers when they are on the disk (fsync). */
  appendCommits: call(
    z.strictObject({
      deskId,
      /** Number of the last commit that the page knows to be in the journal. */
      after: z.number().int().min(0),
      commits: z.array(commitSchema).min(1).max(200),
      /** What the desk holds once these commits are in; null when more are still to come. */
      tally: tallySchema.nullable(),
    }),
    z.strictObject({ last: z.number().int() }),
    z.discriminatedUnion('type', [
      ...writeFailure.options,
      /** The journal belongs to another desk. */
      z.strictObject({ type: z.literal('otherDesk') }),
      /** Somebody else wrote: catch up first. */
      z.strictObject({ type: z.literal('behind'), last: z.number().int() }),
    ]),
  ),

  /** Reads commits numbered from `after + 1` on. An answer is bounded in size, not only in number. */
  readCommits: call(
    z.strictObject({
      /** A desk of the vault (current, kept, or prepared by a restore), or a snapshot. */
      from: z.union([z.strictObject({ deskId }), z.strictObject({ snapshot: snapshotName })]),
      after: z.number().int().min(0),
    }),
    z.strictObject({
      commits: z.array(commitSchema),
      /** Number of the last of these commits: what to ask after next. */
      last: z.number().int(),
      /** Nothing comes after them. */
      end: z.boolean(),
    }),
    z.discriminatedUnion('type', [damaged, gone]),
  ),

  /** All snapshots of all desks, newest first. */
  listSnapshots: call(
    nothing,
    z.strictObject({
      snapshots: z.array(snapshotSchema),
      secondPlace: secondPlaceSchema.nullable(),
    }),
    z.never(),
  ),
  /**
   * Takes a snapshot of the current desk, and answers once its bytes have been read back and are
   * right. Null when the newest one holds the same commits already.
   */
  takeSnapshot: call(
    z.strictObject({ job, why: snapshotReasonSchema }),
    z.strictObject({ snapshot: snapshotSchema.nullable() }),
    z.discriminatedUnion('type', [...writeFailure.options, damaged, cancelled]),
  ),
  /** Says what a scratch database held that was restored from a snapshot. */
  proveSnapshot: call(
    z.strictObject({ name: snapshotName, tally: tallySchema }),
    z.strictObject({ proven: z.boolean() }),
    gone,
  ),

  /**
   * Names the second place; null forgets it. Where the host can ask for a folder itself, `choose`
   * does so and answers null when the user does not want one.
   */
  setSecondPlace: call(
    z.union([
      z.strictObject({ folder: z.string().min(1).max(1_000).nullable() }),
      z.strictObject({ choose: z.literal(true) }),
    ]),
    z.strictObject({ secondPlace: secondPlaceSchema.nullable() }),
    z.discriminatedUnion('type', [
      ...writeFailure.options,
      /** No absolute path of a folder that is there. */
      z.strictObject({ type: z.literal('notAFolder') }),
      /** It lies inside the data folder, and would be lost with it. */
      z.strictObject({ type: z.literal('sameFolder') }),
    ]),
  ),

  /**
   * Writes the whole desk with its attachments, verified, as one file to carry away. Attachments
   * that are missing or altered, and in no second place either, are left out of it and told.
   */
  saveBackup: call(
    z.strictObject({ job, name: fileNameSchema, lock: lockSchema }),
    z.strictObject({ saved: savedSchema, leftOut: z.array(fileProblemSchema) }),
    z.discriminatedUnion('type', [
      ...writeFailure.options,
      damaged,
      cancelled,
      /** Not a public key of the `age` tool. */
      z.strictObject({ type: z.literal('notARecipient'), recipient: z.string() }),
    ]),
  ),

  /**
   * Makes a desk of its own from a snapshot, a backup or a point in time, beside the current one:
   * wholly and verified, or not at all. It becomes the current desk by `switchDesk` only.
   */
  prepareRestore: call(
    z.strictObject({ job, source: restoreSourceSchema }),
    z.strictObject({
      deskId,
      last: z.number().int(),
      schema: z.number().int(),
      /** When what it holds was written last. */
      at: instant,
      /** What it should hold, when the source says so. */
      tally: tallySchema.nullable(),
    }),
    z.discriminatedUnion('type', [
      ...writeFailure.options,
      damaged,
      cancelled,
      gone,
      z.strictObject({ type: z.literal('notABackup') }),
      /** Written by a newer version of the app. */
      z.strictObject({ type: z.literal('tooNew') }),
      /** The file is locked, and no key was given, or not of the kind that it wants. */
      z.strictObject({ type: z.literal('locked'), wants: z.enum(['passphrase', 'identity']) }),
      z.strictObject({ type: z.literal('wrongKey') }),
      /** There is no commit at or before that point. */
      z.strictObject({ type: z.literal('nothingThere') }),
    ]),
  ),
  /** Makes a prepared or kept desk the current one; the desk left is kept for seven days. */
  switchDesk: call(
    z.strictObject({ deskId }),
    vaultStateSchema,
    z.discriminatedUnion('type', [...writeFailure.options, gone]),
  ),
  /** Drops a prepared desk that is not wanted after all. The current desk is never dropped. */
  dropDesk: call(z.strictObject({ deskId }), nothing, writeFailure),

  /** How far a job is; null when there is none of that name (any more). */
  jobProgress: call(
    z.strictObject({ job }),
    z.strictObject({
      progress: z.strictObject({ done: z.number(), total: z.number() }).nullable(),
    }),
    z.never(),
  ),
  cancelJob: call(z.strictObject({ job }), nothing, z.never()),
} as const;
