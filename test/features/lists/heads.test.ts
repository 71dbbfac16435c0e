import { expect, it } from 'vitest';
import type { Group } from '../../../renderer/index/query.ts';
import { headsOf } from '../../../renderer/ui/list/heads.ts';

const group = (key: string, count: number, isClosed = false): Group => ({
  key,
  count,
  sums: {},
  ...(isClosed ? { isClosed: true } : {}),
});
const keys = (groups: readonly Group[] | undefined) => groups?.map(({ key }) => key);

it('places the head of a group above its first row, and those of folded ones where they were', () => {
  const heads = headsOf([
    group('a', 2),
    group('b', 5, true),
    group('c', 1),
    group('d', 4, true),
    group('e', 9, true),
  ]);
  expect(heads.rows).toBe(3);
  expect([...heads.above].map(([row, above]) => [row, keys(above)])).toEqual([
    [0, ['a']],
    [2, ['b', 'c']],
  ]);
  expect(keys(heads.below)).toEqual(['d', 'e']);
});

it('has all heads below where every group is folded', () => {
  const heads = headsOf([group('a', 2, true)]);
  expect([heads.rows, heads.above.size, keys(heads.below)]).toEqual([0, 0, ['a']]);
});
