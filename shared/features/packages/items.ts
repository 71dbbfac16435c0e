import type { Change, Values } from '../../commits/index.ts';
import { type PackageItem, packageItem } from './parts.ts';

/** More than anybody leafs through. */
export const MOST_ITEMS = 300;

/** Distance between the positions of neighbours, so that one can be put between them. */
const STEP = 100;

/** An achievement by what it is called. */
interface Titled {
  readonly id: string;
  readonly title: string;
}

export interface Chapter {
  /** '' for those that stand in none. */
  readonly name: string;
  readonly items: readonly PackageItem[];
}

const chapterOf = ({ chapter = '' }: PackageItem): string => chapter;

/** The chapters in the order of their first items. Those of one name stand together. */
export function chaptersOf(items: readonly PackageItem[]): readonly Chapter[] {
  const ordered = items.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const byName = Map.groupBy(ordered, chapterOf);
  return [...byName].map(([name, list]) => ({ name, items: list }));
}

/** The items as they are shown and printed, chapter by chapter. */
export const inOrder = (items: readonly PackageItem[]): readonly PackageItem[] =>
  chaptersOf(items).flatMap(({ items: list }) => list);

/** Puts achievements behind those that are there; what is in the package already, or too many, is passed over. */
export function addItems(
  packageId: string,
  items: readonly PackageItem[],
  achievements: readonly Titled[],
  newId: () => string,
): readonly Change[] {
  const known = new Set(items.map(({ achievementId }) => achievementId));
  const fresh = achievements.filter(
    ({ id }, index) =>
      !known.has(id) && achievements.findIndex((other) => other.id === id) === index,
  );
  const last = items.reduce((most, { position }) => Math.max(most, position), 0);
  return fresh.slice(0, Math.max(0, MOST_ITEMS - items.length)).map(({ id, title }, index) => ({
    put: packageItem.name,
    id: newId(),
    value: {
      packageId,
      achievementId: id,
      position: last + (index + 1) * STEP,
      ...(title === '' ? {} : { achievement: title }),
    },
  }));
}

/** The patches that make the items stand in this order and in these chapters. */
function settle(
  items: readonly PackageItem[],
  next: readonly { readonly item: PackageItem; readonly chapter: string }[],
): readonly Change[] {
  const before = new Map(items.map((item) => [item.id, item]));
  return next.flatMap(({ item, chapter }, index): readonly Change[] => {
    const was = before.get(item.id);
    const position = (index + 1) * STEP;
    const set: Values = {
      ...(was?.position === position ? {} : { position }),
      ...(chapterOf(item) === chapter ? {} : { chapter: chapter === '' ? null : chapter }),
    };
    return Object.keys(set).length === 0 ? [] : [{ patch: packageItem.name, id: item.id, set }];
  });
}

const standing = (items: readonly PackageItem[]) =>
  inOrder(items).map((item) => ({ item, chapter: chapterOf(item) }));

/**
 * Puts an item a place up (-1) or down (1). At the edge of its chapter it goes over to the next one;
 * nothing at the ends.
 */
export function moveItem(items: readonly PackageItem[], id: string, by: -1 | 1): readonly Change[] {
  const all = standing(items);
  const from = all.findIndex(({ item }) => item.id === id);
  const [moved, neighbour] = [all[from], all[from + by]];
  if (!moved || !neighbour) return [];
  const next =
    moved.chapter === neighbour.chapter
      ? all.toSpliced(from, 1).toSpliced(from + by, 0, moved)
      : all.with(from, { ...moved, chapter: neighbour.chapter });
  return settle(items, next);
}

/** Puts an item before or after another, into its chapter. */
export function dropItem(
  items: readonly PackageItem[],
  id: string,
  over: string,
  edge: 'before' | 'after',
): readonly Change[] {
  const all = standing(items);
  const moved = all.find(({ item }) => item.id === id);
  const rest = all.filter(({ item }) => item.id !== id);
  const at = rest.findIndex(({ item }) => item.id === over);
  const target = rest[at];
  if (!moved || !target) return [];
  const place = edge === 'before' ? at : at + 1;
  return settle(items, rest.toSpliced(place, 0, { ...moved, chapter: target.chapter }));
}

/** Gives a chapter another name; that of another chapter joins the two. */
export const renameChapter = (
  items: readonly PackageItem[],
  from: string,
  to: string,
): readonly Change[] =>
  from === to
    ? []
    : settle(
        items,
        standing(items).map(({ item, chapter }) => ({
          item,
          chapter: chapter === from ? to : chapter,
        })),
      );
