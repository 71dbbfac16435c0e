import type { Joined } from './parts.ts';
import { charactersOf, type PinyinQuery } from './pinyin.ts';

/** Texts by code as the numbers of their characters, in one array: what pinyin is looked for in. */
export interface Spoken {
  readonly set: (code: number, entry: string | readonly string[] | undefined) => void;
  readonly has: (code: number, query: PinyinQuery) => boolean;
  /** By code, 1 where the text has it; good until it is asked again. */
  readonly all: (query: PinyinQuery) => Uint8Array;
}

/** Room that texts which went have left is taken back when it is more than half, and this much. */
const MOST_WASTE = 65_536;

/** Of no texts, or of some by code. */
export function createSpoken(joined?: Joined): Spoken {
  let end = joined?.text.length ?? 0;
  let characters = new Uint16Array(Math.max(1024, end));
  let codes = Math.max(1, joined?.ends.length ?? 0);
  let starts = new Uint32Array(Math.max(256, codes));
  let lengths = new Uint32Array(starts.length);
  let wasted = 0;
  let found = new Uint8Array(256);
  if (joined) {
    charactersOf(joined.text, characters, 0);
    joined.ends.forEach((last, code) => {
      const start = joined.ends[code - 1] ?? 0;
      starts[code] = start;
      lengths[code] = last - start;
    });
  }

  /** Closes the gaps. */
  const compact = (): void => {
    const kept = new Uint16Array(Math.max(1024, (end - wasted) * 2));
    let at = 0;
    for (let code = 1; code < codes; code += 1) {
      const [start, length] = [starts[code] ?? 0, lengths[code] ?? 0];
      kept.set(characters.subarray(start, start + length), at);
      starts[code] = at;
      at += length;
    }
    characters = kept;
    end = at;
    wasted = 0;
  };
  const grow = (code: number, length: number): void => {
    if (code >= starts.length) {
      const [before, sizes] = [starts, lengths];
      starts = new Uint32Array(code * 2);
      lengths = new Uint32Array(code * 2);
      starts.set(before);
      lengths.set(sizes);
    }
    if (end + length <= characters.length) return;
    const before = characters;
    characters = new Uint16Array((end + length) * 2);
    characters.set(before);
  };
  const has = (code: number, query: PinyinQuery): boolean => {
    const start = starts[code] ?? 0;
    return query.find(characters, start, start + (lengths[code] ?? 0)) !== null;
  };
  return {
    set: (code, entry) => {
      codes = Math.max(codes, code + 1);
      // Nothing is read across a line break.
      const text = entry === undefined ? '' : typeof entry === 'string' ? entry : entry.join('\n');
      grow(code, text.length);
      wasted += lengths[code] ?? 0;
      starts[code] = end;
      lengths[code] = text.length;
      charactersOf(text, characters, end);
      end += text.length;
      if (wasted > MOST_WASTE && wasted > end / 2) compact();
    },
    has,
    all: (query) => {
      if (found.length < codes) found = new Uint8Array(starts.length);
      for (let code = 1; code < codes; code += 1) found[code] = has(code, query) ? 1 : 0;
      return found;
    },
  };
}
