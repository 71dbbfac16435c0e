import type { Column } from './column.ts';
import { RANK } from './layout.ts';
import { type PinyinMatcher, pinyinMatcher } from './pinyin.ts';
import type { Table } from './table.ts';
import { type Term, termsOf } from './terms.ts';

/** Set beside a rank where the title itself has the word: other records are found by it. */
const IN_TITLE = 0x80;
const LAST_IN_TITLE = RANK.title;
/** Set where the title has the word as pinyin. */
const SPOKEN = 0x40;
const rankOf = (hit: number): number => hit & 0x3f;

/** By slot how well a record fits, as in `RANK`, or 0. */
export type Hits = Uint8Array;

/** Tables by kind of record. */
export type Tables = (entity: string) => Table | undefined;

/** Where a word stands in the texts of a kind, as written or as pinyin. */
function wordHits(table: Table, word: string): Hits {
  const hits = new Uint8Array(table.end());
  table.texts.scan(word, (slot, place) => {
    const rank = table.rankAt(slot, place);
    hits[slot] = rank > 0 && rank <= LAST_IN_TITLE ? rank | IN_TITLE : rank;
    return true;
  });
  const matches = pinyinMatcher(word);
  if (matches) {
    const [title, ...names] = table.layout.spoken.map((field) => table.column(field));
    addSpoken(hits, title, matches, SPOKEN);
    for (const name of names) addSpoken(hits, name, matches, 0);
  }
  return hits;
}

/** Adds the records of which a column's text has the word as pinyin, each text read once. */
function addSpoken(
  hits: Hits,
  column: Column | undefined,
  matches: PinyinMatcher,
  flag: number,
): void {
  if (column?.type !== 'text') return;
  const { entries } = column;
  const has = new Uint8Array(entries.length);
  for (let code = 1; code < entries.length; code += 1) {
    const entry = entries[code];
    if (typeof entry === 'string' ? matches(entry) : entry?.some((item) => matches(item))) {
      has[code] = 1;
    }
  }
  const codes = column.codes();
  const spoken = RANK.pinyin;
  for (let slot = 0; slot < hits.length; slot += 1) {
    if (has[codes[slot] ?? 0] !== 1) continue;
    const known = hits[slot] ?? 0;
    hits[slot] = known | (rankOf(known) === 0 ? spoken : 0) | flag;
  }
}

/** Adds the records that refer to others whose titles have the word. */
function addReferring(hits: Hits, table: Table, field: string, named: Table, ofNamed: Hits): void {
  const column = table.column(field);
  if (column?.type !== 'text') return;
  const ranks = Uint8Array.from(column.entries, (id) => {
    const slot = typeof id === 'string' ? named.slotOf(id) : undefined;
    const hit = slot === undefined ? 0 : (ofNamed[slot] ?? 0);
    if (hit & IN_TITLE) return RANK.other;
    return hit & SPOKEN ? RANK.pinyin : 0;
  });
  const codes = column.codes();
  for (let slot = 0; slot < hits.length; slot += 1) {
    const rank = ranks[codes[slot] ?? 0] ?? 0;
    const known = rankOf(hits[slot] ?? 0);
    if (rank > 0 && (known === 0 || rank < known)) {
      hits[slot] = rank;
    }
  }
}

export interface Matching {
  /** What fits a search; null when it says nothing, and all do. */
  readonly find: (table: Table, text: string) => Hits | null;
  /** Says that records changed: nothing found before counts any more. */
  readonly forget: () => void;
}

/** So many words of the last searches are remembered, for kinds that are found by others' names. */
const MOST_KNOWN = 24;

/** Searches the texts of all kinds, one word at a time. */
export function createMatching(tables: Tables): Matching {
  const known = new Map<string, Hits>();
  const hitsOf = (table: Table, word: string): Hits => {
    const key = `${table.entity.name}\n${word}`;
    let hits = known.get(key);
    if (!hits) {
      hits = wordHits(table, word);
      const [oldest] = known.keys();
      if (known.size === MOST_KNOWN && oldest !== undefined) known.delete(oldest);
      known.set(key, hits);
    }
    return hits;
  };
  const withReferring = (table: Table, word: string): Hits => {
    const own = hitsOf(table, word);
    if (table.layout.refs.length === 0) return own;
    const hits = own.slice();
    for (const { field, entity } of table.layout.refs) {
      const named = tables(entity);
      if (named) addReferring(hits, table, field, named, hitsOf(named, word));
    }
    return hits;
  };
  /** All of some words, each record as well as its worst; the rarest kind of word is looked for first. */
  const ofAll = (table: Table, words: readonly string[]): Hits => {
    const hits = new Uint8Array(table.end()).fill(RANK.prefix);
    for (const word of words.toSorted((left, right) => right.length - left.length)) {
      const some = withReferring(table, word);
      let isAny = false;
      for (let slot = 0; slot < hits.length; slot += 1) {
        const rank = rankOf(some[slot] ?? 0);
        const known = hits[slot] ?? 0;
        if (rank === 0) hits[slot] = 0;
        else if (known !== 0) {
          isAny = true;
          if (rank > known) hits[slot] = rank;
        }
      }
      if (!isAny) break;
    }
    return hits;
  };
  const ofTerm = (table: Table, { words, code }: Term): Hits =>
    code === null ? ofAll(table, words) : best(ofAll(table, words), withReferring(table, code));
  return {
    find: (table, text) => {
      const terms = termsOf(text);
      if (terms.length === 0) return null;
      const [first, ...others] = terms.map((term) => ofTerm(table, term));
      return others.reduce(worst, first ?? new Uint8Array(table.end()));
    },
    forget: () => known.clear(),
  };
}

/** What fits both, as well as it fits the worse. */
const worst = (one: Hits, other: Hits): Hits =>
  one.map((hit, slot) => {
    const rank = other[slot] ?? 0;
    return hit === 0 || rank === 0 ? 0 : Math.max(hit, rank);
  });

/** What fits either, as well as it fits the better. */
const best = (one: Hits, other: Hits): Hits =>
  one.map((hit, slot) => {
    const rank = rankOf(other[slot] ?? 0);
    return hit === 0 || (rank > 0 && rank < hit) ? rank : hit;
  });
