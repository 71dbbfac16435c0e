import { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Unreadable } from '../../../shared/contract/index.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';

const MAX_ENTRIES = 1000;
export const MAX_UNPACKED_BYTES = 300 * 1024 * 1024;
/** Unpacked to packed. Deflate reaches 1032; honest workbooks stay under 50. */
const MAX_RATIO = 200;

// Signatures and sizes of records: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16, 4.5.3.
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const ZIP64_EXTRA = 0x0001;
const IN_ZIP64 = 0xffffffff;

const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const tooLarge: Unreadable = { type: 'tooLarge', limit: 'unpacked', allowed: MAX_UNPACKED_BYTES };

/**
 * Looks through an archive before anything else opens it: its directory must be whole and within
 * the limits, and so must what really comes out when each entry is unpacked, since directories lie.
 * Answers with the names of the entries.
 */
export async function checkZip(bytes: Uint8Array): Promise<Result<readonly string[], Unreadable>> {
  const entries = entriesOf(bytes);
  if (entries === null) return err({ type: 'damaged' });
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const allowed = Math.min(MAX_UNPACKED_BYTES, packed * MAX_RATIO);
  const promised = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (entries.length > MAX_ENTRIES || promised > allowed) return err(tooLarge);
  if (entries.some(({ encrypted }) => encrypted)) return err({ type: 'passwordProtected' });

  let left = allowed;
  for (const entry of entries) {
    const size = await unpackedSize(bytes, entry, left);
    if (size === null) return err({ type: 'damaged' });
    left -= size;
    if (left < 0) return err(tooLarge);
  }
  return ok(entries.map(({ name }) => name));
}

/**
 * What the wanted entries of an archive hold, by name; none when it has none of them. All of the
 * archive is looked through first, as `checkZip` does.
 */
export async function unpackZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<Result<ReadonlyMap<string, Uint8Array>, Unreadable>> {
  const checked = await checkZip(bytes);
  if (!checked.ok) return checked;
  const unpacked = new Map<string, Uint8Array>();
  for (const entry of entriesOf(bytes) ?? []) {
    const packed = isWanted(entry.name) ? packedBytes(bytes, entry) : null;
    if (packed) unpacked.set(entry.name, entry.method === STORED ? packed : inflateRawSync(packed));
  }
  return ok(unpacked);
}

function entriesOf(bytes: Uint8Array): readonly Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordOf(view);
  if (end === null) return null;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + ENTRY_BYTES <= end && view.getUint32(at, true) === ENTRY_SIGNATURE) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const length = ENTRY_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    if (at + length > end) return null;
    entries.push(entryAt(view, at, name ?? 0, extra ?? 0));
    at += length;
  }
  return entries.length === view.getUint16(end + 10, true) ? entries : null;
}

function endRecordOf(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}

function entryAt(view: DataView, at: number, nameBytes: number, extraBytes: number): Entry {
  const nameAt = at + ENTRY_BYTES;
  const large = zip64Fields(view, nameAt + nameBytes, extraBytes);
  const field = (offset: number): number => {
    const value = view.getUint32(at + offset, true);
    return value === IN_ZIP64 ? (large.shift() ?? value) : value;
  };
  // Sizes and place stand in this order, in the record and, those too large for it, in the extra.
  const unpacked = field(24);
  const packed = field(20);
  const offset = field(42);
  return {
    name: new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset + nameAt, nameBytes),
    ),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packed,
    unpacked,
    offset,
  };
}

function zip64Fields(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_EXTRA) {
      const count = Math.floor(Math.min(size, from + length - at - 4) / 8);
      return Array.from({ length: count }, (_, index) =>
        Number(view.getBigUint64(at + 4 + index * 8, true)),
      );
    }
    at += 4 + size;
  }
  return [];
}

/** An entry as it lies in the archive; null when it is not whole there. */
function packedBytes(bytes: Uint8Array, { offset, packed }: Entry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_BYTES > bytes.byteLength) return null;
  if (view.getUint32(offset, true) !== LOCAL_SIGNATURE) return null;
  const from =
    offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return from + packed > bytes.byteLength ? null : bytes.subarray(from, from + packed);
}

/** Bytes that really come out of an entry, counted up to `limit`; null when it is broken. */
async function unpackedSize(
  bytes: Uint8Array,
  entry: Entry,
  limit: number,
): Promise<number | null> {
  const packed = packedBytes(bytes, entry);
  if (packed === null) return null;
  if (entry.method === STORED) return packed.byteLength;
  if (entry.method !== DEFLATED) return null;

  const inflate = createInflateRaw();
  inflate.end(packed);
  let size = 0;
  try {
    for await (const chunk of inflate) {
      size += chunk.byteLength;
      if (size > limit) break;
    }
  } catch {
    return null;
  }
  return size;
}
