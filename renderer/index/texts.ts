/** Records whose texts are joined into one string: large enough to scan fast, small enough to remake. */
const CHUNK = 1024;

interface Chunk {
  text: string;
  /** Where each record begins; one more for the end. */
  readonly starts: Uint32Array;
  /** Texts that are not in `text` yet, by place in the chunk. */
  fresh: Map<number, string>;
}

/**
 * The searched texts of all records of a kind, by slot. A record's text is lines, one a field and
 * each ended by a line break, so that nothing is found across two of them.
 */
export interface Texts {
  readonly set: (slot: number, text: string) => void;
  readonly get: (slot: number) => string;
  /**
   * Finds a word in all records in one pass. `visit` hears the slot and the place in the record's
   * text, and says whether it takes that; if not, it hears the next place in the record.
   */
  readonly scan: (word: string, visit: (slot: number, place: number) => boolean) => void;
}

function flush(chunk: Chunk): void {
  if (chunk.fresh.size === 0) return;
  const parts: string[] = [];
  let length = 0;
  let before = chunk.starts[0] ?? 0;
  for (let place = 0; place < CHUNK; place += 1) {
    const end = chunk.starts[place + 1] ?? 0;
    const part = chunk.fresh.get(place) ?? chunk.text.slice(before, end);
    before = end;
    parts.push(part);
    length += part.length;
    chunk.starts[place + 1] = length;
  }
  chunk.text = parts.join('');
  chunk.fresh = new Map();
}

function scanChunk(
  { text, starts }: Chunk,
  first: number,
  word: string,
  visit: (slot: number, place: number) => boolean,
): void {
  let place = 0;
  for (let at = text.indexOf(word); at >= 0; ) {
    while ((starts[place + 1] ?? 0) <= at) place += 1;
    const took = visit(first + place, at - (starts[place] ?? 0));
    at = text.indexOf(word, took ? (starts[place + 1] ?? 0) : at + 1);
  }
}

export function createTexts(): Texts {
  const chunks: Chunk[] = [];
  const chunkOf = (slot: number): Chunk => {
    const number = Math.floor(slot / CHUNK);
    let chunk = chunks[number];
    if (!chunk) {
      chunk = { text: '', starts: new Uint32Array(CHUNK + 1), fresh: new Map() };
      chunks[number] = chunk;
    }
    return chunk;
  };
  return {
    set: (slot, text) => {
      const chunk = chunkOf(slot);
      chunk.fresh.set(slot % CHUNK, text);
      if (chunk.fresh.size === CHUNK) flush(chunk);
    },
    get: (slot) => {
      const chunk = chunkOf(slot);
      const place = slot % CHUNK;
      return (
        chunk.fresh.get(place) ?? chunk.text.slice(chunk.starts[place], chunk.starts[place + 1])
      );
    },
    scan: (word, visit) => {
      chunks.forEach((chunk, number) => {
        flush(chunk);
        scanChunk(chunk, number * CHUNK, word, visit);
      });
    },
  };
}
