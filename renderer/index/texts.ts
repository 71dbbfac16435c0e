import { createLetters, type Letters } from './letters.ts';
import type { Part, PartReader } from './parts.ts';

/** Records whose texts are joined into one string: large enough to scan fast, small enough to remake. */
const CHUNK = 4096;
/** Below so many, texts are looked at one by one rather than in a pass over all of a chunk. */
const FEW = 512;

interface Chunk {
  text: string;
  /** Where each record begins; one more for the end. */
  readonly starts: Uint32Array;
  /** Texts that are not in `text` yet, by place in the chunk. */
  fresh: Map<number, string>;
  /** Which records have which characters. */
  readonly letters: Letters;
}

/**
 * Texts of all records of a kind, by slot. A record's text is lines, each ended by a line break, so
 * that nothing is found across two of them.
 */
export interface Texts {
  readonly set: (slot: number, text: string) => void;
  readonly get: (slot: number) => string;
  /** Hears the slots of all texts that have a word. */
  readonly find: (word: string, hear: (slot: number) => void) => void;
  /**
   * Hears the slot and the place in the text of a word's first occurrence in each, and says whether
   * it takes that; if not, it hears the next place in the same text.
   */
  readonly scan: (word: string, take: (slot: number, place: number) => boolean) => void;
  /** The number of the line in which a place of a text is. */
  readonly lineAt: (slot: number, place: number) => number;
  readonly parts: () => Generator<Part>;
}

const startOf = (chunk: Chunk, place: number): number => chunk.starts[place] ?? 0;

function textAt(chunk: Chunk, place: number): string {
  const fresh = chunk.fresh.get(place);
  return fresh ?? chunk.text.slice(startOf(chunk, place), startOf(chunk, place + 1));
}

function flush(chunk: Chunk): void {
  if (chunk.fresh.size === 0) return;
  const parts: string[] = [];
  let length = 0;
  let before = 0;
  for (let place = 0; place < CHUNK; place += 1) {
    const end = startOf(chunk, place + 1);
    const part = chunk.fresh.get(place) ?? chunk.text.slice(before, end);
    before = end;
    parts.push(part);
    length += part.length;
    chunk.starts[place + 1] = length;
  }
  chunk.text = parts.join('');
  chunk.fresh = new Map();
}

/** Places in a chunk that a word is looked for in; one search at a time. */
const places = new Uint32Array(CHUNK);

/** Hears where a word is in the first so many of `places`; see `Texts.scan`. */
function scanPlaces(
  chunk: Chunk,
  count: number,
  word: string,
  take: (place: number, at: number) => boolean,
): void {
  if (count < FEW) {
    for (let index = 0; index < count; index += 1) {
      const place = places[index] ?? 0;
      const text = textAt(chunk, place);
      let at = text.indexOf(word);
      while (at >= 0 && !take(place, at)) at = text.indexOf(word, at + 1);
    }
    return;
  }
  flush(chunk);
  const { text } = chunk;
  let at = -1;
  for (let index = 0; index < count; index += 1) {
    const place = places[index] ?? 0;
    const start = startOf(chunk, place);
    const end = startOf(chunk, place + 1);
    if (at < start) at = text.indexOf(word, start);
    while (at >= 0 && at < end && !take(place, at - start)) at = text.indexOf(word, at + 1);
    if (at < 0) return;
  }
}

const takeChunk = (from: PartReader): Chunk => ({
  text: from.text(),
  starts: from.words(),
  fresh: new Map(),
  letters: createLetters(CHUNK, from),
});

/** The texts that were kept, or none; piece by piece. */
export function* textsInPieces(from?: PartReader): Generator<undefined, Texts, undefined> {
  const chunks: Chunk[] = [];
  const [kept = 0] = from?.words() ?? [];
  while (from && chunks.length < kept) {
    chunks.push(takeChunk(from));
    yield;
  }
  return textsOver(chunks);
}

function textsOver(chunks: Chunk[]): Texts {
  const chunkOf = (slot: number): Chunk => {
    const number = Math.floor(slot / CHUNK);
    while (chunks.length <= number) {
      const starts = new Uint32Array(CHUNK + 1);
      chunks.push({ text: '', starts, fresh: new Map(), letters: createLetters(CHUNK) });
    }
    // The chunks up to this one have just been made.
    return chunks[number] as Chunk;
  };
  return {
    set: (slot, text) => {
      const chunk = chunkOf(slot);
      const place = slot % CHUNK;
      if (textAt(chunk, place) !== '') chunk.letters.clear(place);
      chunk.letters.add(place, text);
      chunk.fresh.set(place, text);
      if (chunk.fresh.size === CHUNK) flush(chunk);
    },
    get: (slot) => textAt(chunkOf(slot), slot % CHUNK),
    find: (word, hear) => {
      chunks.forEach((chunk, number) => {
        const count = chunk.letters.having(word, places);
        const first = number * CHUNK;
        if (word.length > 1) {
          scanPlaces(chunk, count, word, (place) => {
            hear(first + place);
            return true;
          });
        } else for (let index = 0; index < count; index += 1) hear(first + (places[index] ?? 0));
      });
    },
    scan: (word, take) => {
      chunks.forEach((chunk, number) => {
        const count = chunk.letters.having(word, places);
        const first = number * CHUNK;
        scanPlaces(chunk, count, word, (place, at) => take(first + place, at));
      });
    },
    lineAt: (slot, place) => {
      const chunk = chunkOf(slot);
      const fresh = chunk.fresh.get(slot % CHUNK);
      const text = fresh ?? chunk.text;
      const start = fresh === undefined ? startOf(chunk, slot % CHUNK) : 0;
      let line = 0;
      for (let at = start; at < start + place; at += 1) if (text.charCodeAt(at) === 10) line += 1;
      return line;
    },
    *parts() {
      yield Uint32Array.of(chunks.length);
      for (const chunk of chunks) {
        flush(chunk);
        yield chunk.text;
        yield chunk.starts;
        yield* chunk.letters.parts();
      }
    },
  };
}
