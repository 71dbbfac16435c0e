import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../renderer/ui/grid/layout.ts';
import { cellsIn, isInside, rangeBetween, spotAfter } from '../../../renderer/ui/grid/spot.ts';

const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });
const size = { rows: 100_000, columns: 8 };

describe('going through cells by key', () => {
  it('leads to neighbours, ends of the row, pages and corners', () => {
    const from = { row: 50, column: 3 };
    const to = (name: string, ctrl?: boolean) => spotAfter(key(name, ctrl), from, size, 20);
    expect(to('ArrowDown')).toEqual({ row: 51, column: 3 });
    expect(to('ArrowLeft')).toEqual({ row: 50, column: 2 });
    expect(to('End')).toEqual({ row: 50, column: 7 });
    expect(to('PageUp')).toEqual({ row: 30, column: 3 });
    expect(to('End', true)).toEqual({ row: 99_999, column: 7 });
    expect(to('Home', true)).toEqual({ row: 0, column: 0 });
    expect(to('x')).toBeNull();
  });

  it('never leaves the grid', () => {
    const names = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'End'];
    const keys = fc.array(fc.tuple(fc.constantFrom(...names), fc.boolean()), { maxLength: 30 });
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 9 }),
      columns: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(sizes, keys, (small, pressed) => {
        let spot = { row: 0, column: 0 };
        for (const [name, ctrl] of pressed)
          spot = spotAfter(key(name, ctrl), spot, small, 5) ?? spot;
        const all = rangeBetween(
          { row: 0, column: 0 },
          { row: small.rows - 1, column: small.columns - 1 },
        );
        expect(isInside(all, spot)).toBe(true);
        expect(cellsIn(all)).toBe(small.rows * small.columns);
      }),
    );
  });
});

describe('places of columns', () => {
  it('keep the first in sight, and pinned ones only when they follow it', () => {
    const { stays } = layoutOf([
      { field: 'title', width: 200 },
      { field: 'holder', width: 100, pinned: true },
      { field: 'price', width: 80 },
      { field: 'note', width: 80, pinned: true },
    ]);
    expect(stays).toEqual([40, 250, undefined, undefined]);
  });
});
