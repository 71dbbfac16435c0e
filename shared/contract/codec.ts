import { err, ok, type Result } from '../core/result.ts';

/**
 * How values cross where structured clone is not to be had: as JSON, in which bytes stand as
 * `{"$bytes": <how many>}`, with the bytes themselves behind it, one after another. An object that
 * has such a key itself gets one more `$`, so that every JSON value with bytes in it comes back as
 * it was.
 */

/** A value as text and bytes. */
interface Packed {
  readonly text: string;
  /** In the order in which they stand in the text. */
  readonly bytes: readonly Uint8Array<ArrayBuffer>[];
}

const bytesKey = '$bytes';
const escapedKey = /^\$+bytes$/;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function renameKeys(
  value: Readonly<Record<string, unknown>>,
  rename: (key: string) => string,
): unknown {
  const keys = Object.keys(value);
  if (!keys.some((key) => escapedKey.test(key))) return value;
  return Object.fromEntries(
    keys.map((key) => [escapedKey.test(key) ? rename(key) : key, value[key]]),
  );
}

/** Whether something in a value does not cross by JSON alone: bytes, or a key that stands for them. */
function needsCare(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(needsCare);
  for (const [key, part] of Object.entries(value)) {
    if (escapedKey.test(key) || needsCare(part)) return true;
  }
  return false;
}

// A function that sees every part costs several times the rest: most values need none.

export function pack(value: unknown): Packed {
  if (!needsCare(value)) return { text: JSON.stringify(value), bytes: [] };
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (!(part instanceof Uint8Array))
      return isObject(part) ? renameKeys(part, (key) => `$${key}`) : part;
    // Memory that is shared between threads is never sent.
    bytes.push(part as Uint8Array<ArrayBuffer>);
    return { [bytesKey]: part.byteLength };
  });
  return { text, bytes };
}

const NO_BYTES = new Uint8Array(0);

/** Not JSON, cut off, or with other bytes behind it than it speaks of. */
export interface Malformed {
  readonly type: 'malformed';
}

const malformed = err<Malformed>({ type: 'malformed' });

/** Hands out bytes in their order; null where there are not so many, now and from then on. */
function bytesInTurn(bytes: Uint8Array) {
  let at = 0;
  let isWrong = false;
  const next = (count: unknown): Uint8Array | null => {
    const end =
      typeof count === 'number' && Number.isInteger(count) && count >= 0 ? at + count : -1;
    isWrong ||= end < at || end > bytes.byteLength;
    if (isWrong) return null;
    // Of its own: a part of the whole would be handed on with all of it.
    const taken = bytes.slice(at, end);
    at = end;
    return taken;
  };
  return { next, areAllTaken: () => !isWrong && at === bytes.byteLength };
}

/** The value that crossed as text and bytes, which must be just those that the text speaks of. */
export function unpack(text: string, bytes: Uint8Array = NO_BYTES): Result<unknown, Malformed> {
  const { next, areAllTaken } = bytesInTurn(bytes);
  try {
    const value: unknown = text.includes('$bytes"')
      ? JSON.parse(text, (_key, part: unknown) => {
          if (!isObject(part) || part instanceof Uint8Array) return part;
          if (Object.hasOwn(part, bytesKey)) return next(part[bytesKey]);
          return renameKeys(part, (key) => key.slice(1));
        })
      : JSON.parse(text);
    return areAllTaken() ? ok(value) : malformed;
  } catch {
    return malformed;
  }
}

const HEAD_BYTES = 4;

/** What stands before text and bytes where they cross as one: how long the text is, in UTF-8. */
export function headOf(textBytes: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(HEAD_BYTES);
  new DataView(head.buffer).setUint32(0, textBytes);
  return head;
}

/** Reads UTF-8: every runtime has one. */
interface Decoder {
  readonly decode: (utf8: Uint8Array<ArrayBuffer>) => string;
}

/** The value that crossed as head, text and bytes in one. */
export function unpackWhole(
  whole: Uint8Array<ArrayBuffer>,
  utf8: Decoder,
): Result<unknown, Malformed> {
  if (whole.byteLength < HEAD_BYTES) return malformed;
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const end = HEAD_BYTES + view.getUint32(0);
  if (end > whole.byteLength) return malformed;
  return unpack(utf8.decode(whole.subarray(HEAD_BYTES, end)), whole.subarray(end));
}
