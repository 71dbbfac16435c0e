import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/commits/index.ts';
import {
  addItems,
  chaptersOf,
  dropItem,
  inOrder,
  moveItem,
  type PackageItem,
  packageItem,
  renameChapter,
} from '../../../shared/features/packages/index.ts';
import { item } from './sample.ts';

/** The items with changes made to them. */
const changedBy = (
  items: readonly PackageItem[],
  changes: readonly Change[],
): readonly PackageItem[] =>
  items.map((one) => {
    const patches = changes.flatMap((change) =>
      'patch' in change && change.id === one.id ? [change.set] : [],
    );
    const values = Object.entries(Object.assign({}, one, ...patches));
    return Object.fromEntries(values.filter(([, value]) => value !== null)) as PackageItem;
  });

const ids = (items: readonly PackageItem[]) => inOrder(items).map(({ id }) => id);

const three = [
  item('甲', { position: 100 }),
  item('乙', { position: 200, chapter: '装备' }),
  item('丙', { position: 300, chapter: '装备' }),
];

const anyItems = fc
  .array(
    fc.record({
      position: fc.integer({ min: 0, max: 5 }),
      chapter: fc.constantFrom('', '一', '二', '三'),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((list) =>
    list.map(({ position, chapter }, index) =>
      item(`i${index}`, { position, ...(chapter ? { chapter } : {}) }),
    ),
  );

describe('the order of a package', () => {
  it('takes each achievement once, behind those that are there', () => {
    let count = 0;
    const changes = addItems(
      'p',
      three,
      [
        { id: 'a-甲', title: '已在包里' },
        { id: 'new', title: '新的' },
        { id: 'new', title: '又一次' },
      ],
      () => `n${++count}`,
    );
    expect(changes).toEqual([
      {
        put: packageItem.name,
        id: 'n1',
        value: { packageId: 'p', achievementId: 'new', position: 400, achievement: '新的' },
      },
    ]);
  });

  it('puts an item over the edge of its chapter into the next one', () => {
    const up = changedBy(three, moveItem(three, '乙', -1));
    expect(ids(up)).toEqual(['甲', '乙', '丙']);
    expect(chaptersOf(up).map(({ name, items }) => [name, items.length])).toEqual([
      ['', 2],
      ['装备', 1],
    ]);
    expect(moveItem(three, '甲', -1)).toEqual([]);
    expect(moveItem(three, '丙', 1)).toEqual([]);
  });

  it('joins chapters that get the same name, and takes a name away', () => {
    expect(chaptersOf(changedBy(three, renameChapter(three, '装备', ''))).length).toBe(1);
    expect(renameChapter(three, '装备', '装备')).toEqual([]);
  });

  it('moves one item by one place or over one edge, and up again is where it was', () => {
    fc.assert(
      fc.property(anyItems, fc.nat(), fc.constantFrom<-1 | 1>(-1, 1), (items, pick, by) => {
        const order = ids(items);
        const id = order[pick % order.length] ?? '';
        const at = order.indexOf(id);
        const moved = changedBy(items, moveItem(items, id, by));
        const now = ids(moved);
        expect(now.filter((one) => one !== id)).toEqual(order.filter((one) => one !== id));
        const isEnd = order[at + by] === undefined;
        const neighbour = items.find((one) => one.id === order[at + by]);
        const mine = items.find((one) => one.id === id);
        const isEdge = neighbour?.chapter !== mine?.chapter;
        expect(now.indexOf(id)).toBe(isEnd || isEdge ? at : at + by);
        if (!isEnd && !isEdge)
          expect(ids(changedBy(moved, moveItem(moved, id, by === 1 ? -1 : 1)))).toEqual(order);
      }),
    );
  });

  it('drops an item beside another, in its chapter, and moves no other', () => {
    fc.assert(
      fc.property(
        anyItems,
        fc.nat(),
        fc.nat(),
        fc.constantFrom<'before' | 'after'>('before', 'after'),
        (items, one, other, edge) => {
          const order = ids(items);
          const id = order[one % order.length] ?? '';
          const over = order[other % order.length] ?? '';
          const next = changedBy(items, dropItem(items, id, over, edge));
          const now = ids(next);
          expect(now.filter((each) => each !== id)).toEqual(order.filter((each) => each !== id));
          const chapter = (which: string) => next.find((each) => each.id === which)?.chapter;
          expect(chapter(id)).toBe(chapter(over));
          const beside = id === over ? 0 : edge === 'before' ? -1 : 1;
          expect(now.indexOf(id) - now.indexOf(over)).toBe(beside);
        },
      ),
    );
  });
});
