import { compactCode, foldForSearch } from '../../core/text.ts';
import type { Achievement } from './entity.ts';

/** What says whether two records are of one achievement. */
export type DuplicateFacts = {
  readonly [F in 'title' | 'units' | 'leader' | 'patents' | 'registrationNo']?:
    | Achievement[F]
    | undefined;
};

/** In what two achievements agree. */
export interface Likeness {
  /** How alike the titles are, in basis points: 10,000 is the same but for spelling. */
  readonly titleBp: number;
  readonly units: readonly string[];
  readonly leader: string | null;
  readonly patents: readonly string[];
  readonly registrationNo: string | null;
}

const key = (text: string): string => compactCode(foldForSearch(text));
/** ZL is written before a granted number, CN before any. */
const patentKey = (text: string): string => key(text).replace(/^(?:zl|cn)+/, '');

function pairsOf(text: string): ReadonlyMap<string, number> {
  const chars = [...text];
  const pairs = new Map<string, number>();
  for (const [index, char] of chars.entries()) {
    const next = chars[index + 1];
    if (next === undefined) break;
    pairs.set(char + next, (pairs.get(char + next) ?? 0) + 1);
  }
  return pairs;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0);

/**
 * How alike two titles are, in basis points, by the pairs of neighbouring characters that they share
 * (Dice's coefficient). Case, width, blanks and punctuation do not count. A blank is like nothing.
 */
export function titleLikeness(one: string, other: string): number {
  const [a, b] = [key(one), key(other)];
  if (a === '' || b === '') return 0;
  if (a === b) return 10_000;
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)];
  const total = sizeOf(pairsA) + sizeOf(pairsB);
  let shared = 0;
  for (const [pair, count] of pairsA) shared += Math.min(count, pairsB.get(pair) ?? 0);
  return total === 0 ? 0 : Math.floor((shared * 2 * 10_000) / total);
}

function sharedBy(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
  keyOf: (text: string) => string,
): readonly string[] {
  const known = new Set((other ?? []).map(keyOf));
  return (one ?? []).filter((text) => keyOf(text) !== '' && known.has(keyOf(text)));
}

const sharedText = (one: string | undefined, other: string | undefined): string | null =>
  sharedBy(one === undefined ? [] : [one], other === undefined ? [] : [other], key)[0] ?? null;

export const likenessOf = (one: DuplicateFacts, other: DuplicateFacts): Likeness => ({
  titleBp: titleLikeness(one.title ?? '', other.title ?? ''),
  units: sharedBy(one.units, other.units, key),
  leader: sharedText(one.leader, other.leader),
  patents: sharedBy(one.patents, other.patents, patentKey),
  registrationNo: sharedText(one.registrationNo, other.registrationNo),
});

/** From here on titles say the same in other words, where unit or lead are the same: own bound. */
const ALIKE_BP = 7000;
/** From here on titles differ by a sign or a word, whoever it is from: own bound. */
const NEARLY_SAME_BP = 9000;

/**
 * Whether that much agreement makes one achievement of two records possible: the same patent or
 * registration number, nearly the same title, or a like title of the same unit or lead.
 */
export function mayBeSame({ titleBp, units, leader, patents, registrationNo }: Likeness): boolean {
  if (patents.length > 0 || registrationNo !== null || titleBp >= NEARLY_SAME_BP) return true;
  return titleBp >= ALIKE_BP && (units.length > 0 || leader !== null);
}

export interface Duplicate<R> {
  readonly record: R;
  readonly likeness: Likeness;
}

const rank = ({ likeness }: Duplicate<unknown>): number =>
  likeness.titleBp +
  (likeness.registrationNo === null ? 0 : 40_000) +
  (likeness.patents.length > 0 ? 20_000 : 0);

/** The records that may be of the same achievement, the likeliest first; never the record itself. */
export function duplicatesOf<R extends DuplicateFacts & { readonly id: string }>(
  facts: DuplicateFacts & { readonly id?: string },
  others: readonly R[],
): readonly Duplicate<R>[] {
  return others
    .filter(({ id }) => id !== facts.id)
    .map((record) => ({ record, likeness: likenessOf(facts, record) }))
    .filter(({ likeness }) => mayBeSame(likeness))
    .toSorted((a, b) => rank(b) - rank(a) || (a.record.id < b.record.id ? -1 : 1));
}

/** Titles are looked up by pieces of so many characters, at most so many of them. */
const PIECE = 4;
const MOST_PIECES = 8;

/**
 * Pieces of a title of which a like one holds at least one: what to look up before comparing. A
 * title that differs in a character still holds all pieces but one.
 */
export function titlePieces(title: string): readonly string[] {
  const chars = [...title.trim()];
  if (chars.length < 2 * PIECE) return chars.length === 0 ? [] : [title.trim()];
  const count = Math.min(MOST_PIECES, Math.floor(chars.length / PIECE));
  return Array.from({ length: count }, (_, index) =>
    chars
      .slice(index * PIECE, (index + 1) * PIECE)
      .join('')
      .trim(),
  ).filter((piece) => piece !== '');
}
