import { foldForSearch } from '../../shared/core/text.ts';
import { fieldOf } from '../../shared/entities/entity.ts';
import type { Column, TextColumn } from './column.ts';
import { RANK, wordings } from './layout.ts';
import { pinyinQuery } from './pinyin.ts';
import type { Tables, Targets } from './refs.ts';
import type { Table } from './table.ts';
import { type Term, termsOf } from './terms.ts';

/** Set beside a rank where the title itself has the word: other records are found by it. */
const IN_TITLE = 0x80;
const LAST_IN_TITLE = RANK.title;
/** Set where the title has the word as pinyin. */
const SPOKEN = 0x40;
const { pinyin: spokenRank, other: otherRank } = RANK;
/** How well a record fits, as in `RANK`. */
export const rankOf = (hit: number): number => hit & 0x3f;

/** By slot how well a record fits, and what else of it is known; 0 where it does not. */
export type Hits = Uint8Array;

const isText = (column: Column | undefined): column is TextColumn => column?.type === 'text';

/** Looks for a word in one kind of record, as written or as pinyin: in all records, or in one. */
interface Seeker {
  readonly all: () => Hits;
  readonly at: (slot: number) => number;
}

/** The searched choices of which some word has what is looked for. */
function choicesWith(table: Table, word: string) {
  return table.layout.choices.flatMap((name) => {
    const column = table.column(name);
    const field = fieldOf(table.entity, name);
    if (!isText(column) || !field) return [];
    const has = (text: string): boolean => foldForSearch(text).includes(word);
    let isAny = false;
    const test = column.byEntry((entry) => {
      const fits = wordings(field, entry).some(has);
      isAny ||= fits;
      return fits;
    });
    return isAny ? [test] : [];
  });
}

function headHit(table: Table, slot: number, place: number): number {
  const rank = table.rankAt(slot, place);
  return rank <= LAST_IN_TITLE ? rank | IN_TITLE : rank;
}

/** Adds the records of which a column has the word as pinyin. */
function addSpoken(hits: Hits, column: TextColumn, has: Uint8Array, flag: number): void {
  const codes = column.codes();
  const end = Math.min(hits.length, codes.length);
  for (let slot = 0; slot < end; slot += 1) {
    if (has[codes[slot] ?? 0] !== 1) continue;
    const known = hits[slot] ?? 0;
    hits[slot] = known | (rankOf(known) === 0 ? spokenRank : 0) | flag;
  }
}

function createSeeker(table: Table, word: string): Seeker {
  const choices = choicesWith(table, word);
  const query = pinyinQuery(word);
  const [title, ...names] = query ? table.layout.spoken.map((field) => table.column(field)) : [];
  const others = names.filter(isText);
  return {
    all: () => {
      const hits = new Uint8Array(table.end());
      table.heads.scan(word, (slot, place) => {
        hits[slot] = headHit(table, slot, place);
        return true;
      });
      table.bodies.find(word, (slot) => {
        if (hits[slot] === 0) hits[slot] = otherRank;
      });
      for (const test of choices) {
        for (let slot = 0; slot < hits.length; slot += 1) {
          if (hits[slot] === 0 && test(slot)) hits[slot] = otherRank;
        }
      }
      if (!query) return hits;
      if (isText(title) && title.spoken) addSpoken(hits, title, title.spoken.all(query), SPOKEN);
      for (const name of others) {
        if (name.spoken) addSpoken(hits, name, name.spoken.all(query), 0);
      }
      return hits;
    },
    at: (slot) => {
      const place = table.heads.get(slot).indexOf(word);
      let hit = place < 0 ? 0 : headHit(table, slot, place);
      if (hit === 0 && table.bodies.get(slot).includes(word)) hit = otherRank;
      if (hit === 0 && choices.some((test) => test(slot))) hit = otherRank;
      if (!query) return hit;
      const isSpoken = (column: Column | undefined): boolean =>
        isText(column) && column.spoken?.has(column.bucketAt(slot), query) === true;
      const isTitle = isSpoken(title);
      if (rankOf(hit) === 0 && (isTitle || others.some(isSpoken))) hit = spokenRank;
      return isTitle ? hit | SPOKEN : hit;
    },
  };
}

interface Known {
  hits: Hits;
  /** How many records were found; not counted again when some of them change. */
  readonly count: number;
  /** How far the table's changes are in it. */
  changes: number;
  readonly forgotten: number;
}

function countOf(hits: Hits): number {
  let count = 0;
  for (let slot = 0; slot < hits.length; slot += 1) if (hits[slot] !== 0) count += 1;
  return count;
}

/** So many words of the last searches are remembered for each kind. */
const MOST_KNOWN = 16;
/** Looking at one record costs about as much as so many in a pass over all. */
const PASS = 12;

/** A word that is found wherever another is, which only says more: as written, and as pinyin. */
const says = (more: string, less: string): boolean =>
  more.startsWith(less) && (pinyinQuery(less) !== null || pinyinQuery(more) === null);

/** The hits of the last words in one table, kept level with its changes. */
function createKnown(table: Table) {
  const known = new Map<string, Known>();

  const isLevelled = (entry: Known, word: string): boolean => {
    const changed = table.changes.length - entry.changes;
    if (entry.forgotten !== table.counts.forgotten || changed * PASS > table.end()) return false;
    if (changed === 0) return true;
    if (entry.hits.length < table.end()) {
      const longer = new Uint8Array(table.end());
      longer.set(entry.hits);
      entry.hits = longer;
    }
    const { at } = createSeeker(table, word);
    for (const slot of new Set(table.changes.slice(entry.changes))) entry.hits[slot] = at(slot);
    entry.changes = table.changes.length;
    return true;
  };
  /** The last word that this one continues, where it leaves few records to look at. */
  const before = (word: string): Known | null => {
    let longest: string | null = null;
    for (const other of known.keys()) {
      if (other !== word && says(word, other) && other.length > (longest?.length ?? 0)) {
        longest = other;
      }
    }
    const entry = longest === null ? undefined : known.get(longest);
    if (!entry || longest === null || entry.count * PASS > table.end()) return null;
    return isLevelled(entry, longest) ? entry : null;
  };
  const find = (word: string): Hits => {
    const { all, at } = createSeeker(table, word);
    const wider = before(word);
    if (!wider) return all();
    const hits = new Uint8Array(table.end());
    for (let slot = 0; slot < hits.length; slot += 1) {
      if (wider.hits[slot] !== 0) hits[slot] = at(slot);
    }
    return hits;
  };
  return (word: string): Hits => {
    let entry = known.get(word);
    known.delete(word);
    if (!entry || !isLevelled(entry, word)) {
      const hits = find(word);
      const count = countOf(hits);
      const { changes, counts } = table;
      entry = { hits, count, changes: changes.length, forgotten: counts.forgotten };
    }
    known.set(word, entry);
    const [oldest] = known.keys();
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    return entry.hits;
  };
}

/** Adds the records that refer to others whose titles have the word. */
function addReferring(hits: Hits, column: TextColumn, targets: Int32Array, named: Hits): void {
  const ranks = new Uint8Array(targets.length);
  for (let code = 0; code < ranks.length; code += 1) {
    const hit = named[targets[code] ?? -1] ?? 0;
    if (hit & IN_TITLE) ranks[code] = otherRank;
    else if (hit & SPOKEN) ranks[code] = spokenRank;
  }
  const codes = column.codes();
  const end = Math.min(hits.length, codes.length);
  for (let slot = 0; slot < end; slot += 1) {
    const rank = ranks[codes[slot] ?? 0] ?? 0;
    const known = rankOf(hits[slot] ?? 0);
    if (rank > 0 && (known === 0 || rank < known)) hits[slot] = rank;
  }
}

export interface Matching {
  /** What fits a search; null when it says nothing, and all do. */
  readonly find: (table: Table, text: string) => Hits | null;
}

/** Searches the texts of all kinds, one word at a time. */
export function createMatching(tables: Tables, targets: Targets): Matching {
  const known = new WeakMap<Table, (word: string) => Hits>();
  const hitsOf = (table: Table, word: string): Hits => {
    let find = known.get(table);
    if (!find) {
      find = createKnown(table);
      known.set(table, find);
    }
    return find(word);
  };
  const withReferring = (table: Table, word: string): Hits => {
    const own = hitsOf(table, word);
    if (table.layout.refs.length === 0) return own;
    const hits = own.slice();
    for (const { field, entity } of table.layout.refs) {
      const named = tables(entity);
      const column = table.column(field);
      if (named && isText(column)) {
        addReferring(hits, column, targets(table, field), hitsOf(named, word));
      }
    }
    return hits;
  };
  /** All of some words, each record as well as its worst; the rarest kind of word is looked for first. */
  const ofAll = (table: Table, words: readonly string[]): Hits => {
    const [longest = '', ...others] = words.toSorted((left, right) => right.length - left.length);
    let hits = withReferring(table, longest);
    for (const word of others) {
      if (!hits.some((hit) => hit !== 0)) break;
      hits = worst(hits, withReferring(table, word));
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
  };
}

/** What fits both, as well as it fits the worse. */
function worst(one: Hits, other: Hits): Hits {
  const ranks = new Uint8Array(one.length);
  for (let slot = 0; slot < ranks.length; slot += 1) {
    const rank = rankOf(one[slot] ?? 0);
    const otherwise = rankOf(other[slot] ?? 0);
    if (rank !== 0 && otherwise !== 0) ranks[slot] = rank > otherwise ? rank : otherwise;
  }
  return ranks;
}

/** What fits either, as well as it fits the better. */
function best(one: Hits, other: Hits): Hits {
  const ranks = new Uint8Array(one.length);
  for (let slot = 0; slot < ranks.length; slot += 1) {
    const rank = rankOf(one[slot] ?? 0);
    const otherwise = rankOf(other[slot] ?? 0);
    ranks[slot] = rank === 0 || (otherwise !== 0 && otherwise < rank) ? otherwise : rank;
  }
  return ranks;
}
