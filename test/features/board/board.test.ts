import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BoardColumn,
  boardField,
  boardFields,
  columnBeside,
} from '../../../renderer/ui/board/board-fields.ts';
import { cardAfter } from '../../../renderer/ui/cards/card-after.ts';
import { entities } from '../../../shared/registry.ts';

describe('what a board can stand by', () => {
  it('is every single choice that people set, those that lists show first', () => {
    expect(boardFields(entities.achievement).slice(0, 2)).toEqual(['secrecy', 'maturity']);
    expect(boardFields(entities.achievement)).not.toContain('modes');
    expect(boardFields(entities.enterprise)[0]).toBe('size');
    // Why a deal was lost is said by the command that loses it.
    expect(boardFields(entities.deal)).toEqual(['mode']);
    expect(boardField(entities.deal, 'toString')).toBeNull();
  });
});

describe('the column beside another', () => {
  const columns: readonly BoardColumn[] = [
    { key: 'a', title: 'a' },
    { key: 'b', title: 'b', isFixed: true },
    { key: 'c', title: 'c' },
    { key: '', title: '-' },
  ];

  it('passes over those that nothing can be moved to, and ends at the edges', () => {
    expect(columnBeside(columns, 'a', 1)?.key).toBe('c');
    expect(columnBeside(columns, 'c', -1)?.key).toBe('a');
    expect(columnBeside(columns, 'c', 1)?.key).toBe('');
    expect(columnBeside(columns, '', 1)).toBeUndefined();
    expect(columnBeside(columns, 'a', -1)).toBeUndefined();
    expect(columnBeside(columns, 'gone', 1)).toBeUndefined();
  });
});

describe('going through cards by keys', () => {
  it('never leads out of them, and a step and its counterpart lead back inside', () => {
    const place = fc
      .record({ total: fc.integer({ min: 1, max: 500 }), lanes: fc.integer({ min: 1, max: 7 }) })
      .chain(({ total, lanes }) =>
        fc.record({
          at: fc.integer({ min: 0, max: total - 1 }),
          total: fc.constant(total),
          lanes: fc.constant(lanes),
          page: fc.integer({ min: 1, max: 5 }),
        }),
      );
    const pairs = [
      ['ArrowLeft', 'ArrowRight'],
      ['ArrowUp', 'ArrowDown'],
      ['PageUp', 'PageDown'],
    ] as const;
    fc.assert(
      fc.property(place, fc.constantFrom(...pairs), (from, [key, back]) => {
        const to = cardAfter(key, from) ?? -1;
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(from.total);
        if (to > 0) expect(cardAfter(back, { ...from, at: to })).toBe(from.at);
      }),
    );
    expect(cardAfter('End', { at: 3, total: 48, lanes: 3, page: 3 })).toBe(47);
    expect(cardAfter('Enter', { at: 3, total: 48, lanes: 3, page: 3 })).toBeNull();
  });
});
