import type { KeptFile } from '../data/kept.ts';

/**
 * How the index is written down: arrays and texts, one after another, each with its kind and length
 * before it, and a sum of all of them at the end. Whoever reads takes them in the order in which
 * they were written.
 */
export type Part = Uint8Array | Uint16Array | Uint32Array | Float64Array | string;

/** What is read and written here: a file that the browser gives to a worker, or memory. */
export type PartFile = Omit<KeptFile, 'truncate'>;

/** Takes parts out of a file. Throws where the next one is of another kind, or not all there. */
export interface PartReader {
  readonly bytes: () => Uint8Array;
  readonly units: () => Uint16Array;
  readonly words: () => Uint32Array;
  readonly floats: () => Float64Array;
  readonly text: () => string;
  /** Whether all parts were taken, and are those that were written. */
  readonly isEnd: () => boolean;
}

export interface PartWriter {
  readonly write: (part: Part) => void;
  /** Ends the file. Answers its length in bytes, and the sum that tells it from others. */
  readonly end: () => { readonly size: number; readonly sum: number };
}

const KIND = {
  bytes: 1,
  units: 2,
  words: 3,
  floats: 4,
  ascii: 5,
  text: 6,
  loose: 7,
  end: 8,
} as const;
const FIRST_SUM = 0x811c9dc5;
const FACTOR = 0x01000193;
const LAST_ASCII = 0x7f;
/** So many units make a text at a time where no decoder can. */
const AT_ONCE = 8_192;

/** Goes on with a sum (FNV-1a over words): one word that is another always makes another sum. */
function sumOver(array: ArrayBufferView, before: number): number {
  const { buffer, byteOffset, byteLength } = array;
  let sum = Math.imul(before ^ byteLength, FACTOR);
  const words = byteOffset % 4 === 0 ? byteLength >>> 2 : 0;
  const whole = new Uint32Array(buffer, words === 0 ? 0 : byteOffset, words);
  for (let at = 0; at < words; at += 1) sum = Math.imul(sum ^ (whole[at] ?? 0), FACTOR);
  const rest = new Uint8Array(buffer, byteOffset + words * 4, byteLength - words * 4);
  for (let at = 0; at < rest.length; at += 1) sum = Math.imul(sum ^ (rest[at] ?? 0), FACTOR);
  return sum >>> 0;
}

const toBytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Texts as the shortest form that gives back the same ones. */
function textToPart(text: string): readonly [kind: number, Uint8Array | Uint16Array] {
  const units = new Uint16Array(text.length);
  let all = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    units[at] = unit;
    all |= unit;
  }
  if (all <= LAST_ASCII) return [KIND.ascii, Uint8Array.from(units)];
  // A decoder would put another character in place of half a pair.
  return [text.isWellFormed() ? KIND.text : KIND.loose, units];
}

function kindOf(part: Exclude<Part, string>): number {
  if (part instanceof Uint8Array) return KIND.bytes;
  if (part instanceof Uint16Array) return KIND.units;
  return part instanceof Uint32Array ? KIND.words : KIND.floats;
}

export function createPartWriter(file: PartFile): PartWriter {
  let at = 0;
  let sum = FIRST_SUM;
  const append = (bytes: Uint8Array): void => {
    if (file.write(bytes, { at }) !== bytes.length) throw new Error('not all was written');
    at += bytes.length;
  };
  const writePart = (kind: number, part: ArrayBufferView): void => {
    const head = Uint32Array.of(kind, part.byteLength);
    sum = sumOver(part, sumOver(head, sum));
    append(toBytes(head));
    append(toBytes(part));
  };
  return {
    write: (part) =>
      typeof part === 'string' ? writePart(...textToPart(part)) : writePart(kindOf(part), part),
    end: () => {
      const of = sum;
      writePart(KIND.end, Uint32Array.of(of));
      return { size: at, sum: of };
    },
  };
}

function looseText(units: Uint16Array): string {
  let text = '';
  for (let from = 0; from < units.length; from += AT_ONCE) {
    text += String.fromCharCode(...units.subarray(from, from + AT_ONCE));
  }
  return text;
}

/** Where a sum is wanted, parts of any other are not those that were written. */
export function createPartReader(file: PartFile, wanted?: number): PartReader {
  const size = file.getSize();
  const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
  const ascii = new TextDecoder('utf-8');
  let at = 0;
  let sum = FIRST_SUM;
  const readInto = (array: ArrayBufferView): void => {
    const bytes = toBytes(array);
    if (file.read(bytes, { at }) !== bytes.length) throw new Error('not all was read');
    at += bytes.length;
  };
  /** The kind of the next part, one of those wanted, and its length in bytes. */
  const headOf = (...kinds: readonly number[]): readonly [kind: number, length: number] => {
    const head = new Uint32Array(2);
    readInto(head);
    const [kind = 0, length = 0] = head;
    if (!kinds.includes(kind) || length > size - at) throw new Error('another part than written');
    sum = sumOver(head, sum);
    return [kind, length];
  };
  const filled = <A extends ArrayBufferView>(array: A): A => {
    readInto(array);
    sum = sumOver(array, sum);
    return array;
  };
  return {
    bytes: () => filled(new Uint8Array(headOf(KIND.bytes)[1])),
    units: () => filled(new Uint16Array(headOf(KIND.units)[1] / 2)),
    words: () => filled(new Uint32Array(headOf(KIND.words)[1] / 4)),
    floats: () => filled(new Float64Array(headOf(KIND.floats)[1] / 8)),
    text: () => {
      const [kind, length] = headOf(KIND.ascii, KIND.text, KIND.loose);
      if (kind === KIND.ascii) return ascii.decode(filled(new Uint8Array(length)));
      const units = filled(new Uint16Array(length / 2));
      return kind === KIND.text ? utf16.decode(units) : looseText(units);
    },
    isEnd: () => {
      const of = sum;
      const [said] = filled(new Uint32Array(headOf(KIND.end)[1] / 4));
      return said === of && at === size && (wanted ?? of) === of;
    },
  };
}

/** Many texts as one, and where each of them ends in it. */
export function* joinedParts(texts: readonly string[]): Generator<Part> {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((text, at) => {
    end += text.length;
    ends[at] = end;
  });
  yield texts.join('');
  yield ends;
}

export interface Joined {
  readonly text: string;
  readonly ends: Uint32Array;
}

export const takeJoined = (from: PartReader): Joined => ({ text: from.text(), ends: from.words() });

export const textsOf = ({ text, ends }: Joined): string[] =>
  Array.from(ends, (end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
