import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutZeros } from '../../../renderer/ui/figures.ts';
import { formatWan, formatYuan, parseFen } from '../../../shared/core/money.ts';

describe('a figure without the zeros that end its decimals', () => {
  it.each([
    ['360.00 万', '360 万'],
    ['3.60 m', '3.6 m'],
    ['10,000.00 万', '10,000 万'],
    ['1,200,000.50 万', '1,200,000.5 万'],
    ['100', '100'],
    ['0.05', '0.05'],
  ])('%s reads %s', (text, short) => {
    expect(withoutZeros(text)).toBe(short);
  });

  it('is the same amount, however large', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), (fen) => {
        const yuan = parseFen(withoutZeros(`${formatYuan(fen)} 元`), 'yuan');
        const wan = parseFen(withoutZeros(`${formatWan(fen, 6)} 万`), 'yuan');
        expect([yuan, wan]).toEqual([
          { ok: true, value: fen },
          { ok: true, value: fen },
        ]);
      }),
    );
  });
});
