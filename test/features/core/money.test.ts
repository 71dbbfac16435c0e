import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocateFen,
  fenToCapitals,
  fenToDecimal,
  formatWan,
  formatYuan,
  multiplyFen,
  parseFen,
  parsePrice,
  roundTogether,
} from '../../../shared/core/money.ts';

const anyFen = fc.maxSafeInteger();
const sum = (fens: readonly number[]) => fens.reduce((total, fen) => total + fen, 0);

describe('multiplying an amount', () => {
  it.each([
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [1, 49, 100, 0],
    [3, 1, -2, -2],
    [900_000_000_000_001, 333, 10_000, 29_970_000_000_000],
    // The product is far beyond what a number holds.
    [9_000_000_000_000_001, 9_999_999, 10_000_000, 8_999_999_100_000_001],
  ])('%d × %d / %d is %d', (fen, numerator, denominator, expected) => {
    expect(multiplyFen(fen, numerator, denominator)).toBe(expected);
  });

  it('throws rather than answer with an amount that is not exact', () => {
    expect(() => multiplyFen(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
  });
});

describe('sharing out an amount', () => {
  it('gives 1,000.00 in thirds as 333.34 + 333.33 + 333.33', () => {
    expect(allocateFen(100_000, [1, 1, 1])).toEqual([33_334, 33_333, 33_333]);
  });

  it('gives the fen to the largest remainder, not to the first', () => {
    expect(allocateFen(10, [1, 1, 4])).toEqual([2, 2, 6]);
    expect(allocateFen(100, [1, 6, 0])).toEqual([14, 86, 0]);
    expect(allocateFen(1, [1, 2])).toEqual([0, 1]);
  });

  it('takes a negative amount as the mirror of the positive one', () => {
    expect(allocateFen(-100_000, [1, 1, 1])).toEqual([-33_334, -33_333, -33_333]);
    expect(allocateFen(-1, [0, 1])).toEqual([0, -1]);
  });

  it.each([[[]], [[0, 0]], [[1, -1, 1]]])('has no way to share by %j', (weights) => {
    expect(() => allocateFen(1, weights)).toThrow(RangeError);
  });

  it('always adds up, within a fen of the exact share, and gives nothing for no weight', () => {
    fc.assert(
      fc.property(
        anyFen,
        fc
          .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
          .filter((weights) => sum(weights) > 0),
        (total, weights) => {
          const parts = allocateFen(total, weights);
          const whole = BigInt(sum(weights));
          expect(parts.reduce((all, part) => all + BigInt(part), 0n)).toBe(BigInt(total));
          parts.forEach((part, place) => {
            const weight = BigInt(weights[place] ?? 0);
            const off = BigInt(part) * whole - BigInt(total) * weight;
            expect(off < whole && off > -whole).toBe(true);
            if (weight === 0n) expect(part).toBe(0);
          });
        },
      ),
    );
  });
});

describe('rounding amounts that add up', () => {
  it('leaves an exact amount alone while its neighbours share the rounding', () => {
    expect(roundTogether([500_000_000n, 400n, 147_00n], 10_000n)).toEqual([50_000, 0, 2]);
    expect(roundTogether([4_000n, 4_000n], 10_000n)).toEqual([1, 0]);
    expect(roundTogether([0n, 0n], 10_000n)).toEqual([0, 0]);
  });
});

describe('reading an amount', () => {
  it.each([
    ['1,234.56', 123_456],
    ['１２３', 12_300],
    ['１，２３４．５', 123_450],
    ['1 234 567', 123_456_700],
    ['300,000元', 30_000_000],
    ['30万', 30_000_000],
    ['30 万元', 30_000_000],
    ['3百万', 300_000_000],
    ['1.2亿', 12_000_000_000],
    ['￥12', 1_200],
    ['¥ 1,000.00', 100_000],
    ['RMB 5万元', 5_000_000],
    ['人民币5万元整', 5_000_000],
    ['-3.5', -350],
    ['￥-3.5', -350],
    ['−0.01', -1],
    ['-0', 0],
    ['0.10', 10],
    ['12.3400', 1_234],
    ['\u202a5000\u202c', 500_000],
  ])('%s in 元 is %d fen', (text, fen) => {
    expect(parseFen(text, 'yuan')).toEqual({ ok: true, value: fen });
  });

  it('takes the unit of the text before that of its column', () => {
    expect(parseFen('30', 'wanyuan')).toEqual({ ok: true, value: 30_000_000 });
    expect(parseFen('30元', 'wanyuan')).toEqual({ ok: true, value: 3_000 });
    expect(parseFen('30万', 'wanyuan')).toEqual({ ok: true, value: 30_000_000 });
    expect(parseFen('0.000001', 'wanyuan')).toEqual({ ok: true, value: 1 });
  });

  it.each([
    ['1,23', 'notAnAmount'],
    ['1,2345', 'notAnAmount'],
    ['1,234 567', 'notAnAmount'],
    ['12.', 'notAnAmount'],
    ['.5', 'notAnAmount'],
    ['--5', 'notAnAmount'],
    ['-￥-5', 'notAnAmount'],
    ['约30万', 'notAnAmount'],
    ['5万美元', 'notAnAmount'],
    ['1e3', 'notAnAmount'],
    ['面议', 'notAnAmount'],
    ['', 'notAnAmount'],
    ['9'.repeat(200), 'notAnAmount'],
    ['0.001', 'finerThanFen'],
    ['0.1234567万', 'finerThanFen'],
    ['90071992547409.92', 'amountTooLarge'],
    ['99999999亿', 'amountTooLarge'],
  ])('refuses %s: %s', (text, type) => {
    expect(parseFen(text, 'yuan')).toEqual({ ok: false, error: { type, text } });
  });

  it('reads back every amount that it writes', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(parseFen(formatYuan(fen), 'yuan')).toEqual({ ok: true, value: fen });
        expect(parseFen(fenToDecimal(fen), 'yuan')).toEqual({ ok: true, value: fen });
        expect(parseFen(`${formatWan(fen, 6)}万元`, 'yuan')).toEqual({ ok: true, value: fen });
      }),
    );
  });
});

describe('reading a price', () => {
  it.each(['面议', '价格面议', '可议', '不限', ' 面议\u3000', 'Negotiable'])(
    '%s is open',
    (text) => {
      expect(parsePrice(text, 'yuan')).toEqual({ ok: true, value: { kind: 'open' } });
    },
  );

  it.each([
    ['800-1600', 800, 1600],
    ['136—344', 136, 344],
    ['800～1600万元', 800, 1600],
    ['200至300万', 200, 300],
    ['200万到300万', 200, 300],
    ['2,000,000元－3,000,000元', 200, 300],
    ['5000万-1.2亿', 5000, 12_000],
  ])('%s is a range', (text, from, to) => {
    expect(parsePrice(text, 'wanyuan')).toEqual({
      ok: true,
      value: { kind: 'range', fromFen: from * 1_000_000, toFen: to * 1_000_000 },
    });
  });

  it('gives both ends the unit that stands behind them', () => {
    expect(parsePrice('200至300万', 'yuan')).toEqual({
      ok: true,
      value: { kind: 'range', fromFen: 200_000_000, toFen: 300_000_000 },
    });
  });

  it.each([
    ['1600-800', 'rangeReversed'],
    ['5000-2万元', 'rangeReversed'],
    ['-200', 'notAnAmount'],
    ['-200-300', 'notAnAmount'],
    ['200-', 'notAnAmount'],
    ['100-200-300', 'notAnAmount'],
    ['待定', 'notAnAmount'],
    ['0.0000001-1', 'finerThanFen'],
  ])('refuses %s: %s', (text, type) => {
    expect(parsePrice(text, 'wanyuan')).toEqual({ ok: false, error: { type, text } });
  });

  it('names the whole text in a problem of one end', () => {
    expect(parsePrice('若干-300万', 'yuan')).toEqual({
      ok: false,
      error: { type: 'notAnAmount', text: '若干-300万' },
    });
  });

  it('answers at once for a cell full of dashes', () => {
    const started = performance.now();
    expect(parsePrice(`${'-'.repeat(30_000)}\n`.repeat(2), 'yuan').ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('writing an amount', () => {
  it('in 元, for people and for files', () => {
    expect(formatYuan(360_000_000)).toBe('3,600,000.00');
    expect(formatYuan(-5)).toBe('-0.05');
    expect(formatYuan(99_999)).toBe('999.99');
    expect(fenToDecimal(360_000_000)).toBe('3600000.00');
  });

  it('in 万元, rounded half up', () => {
    expect(formatWan(360_000_000)).toBe('360.00');
    expect(formatWan(1_234_500_000_000)).toBe('1,234,500.00');
    expect(formatWan(5_000)).toBe('0.01');
    expect(formatWan(4_999)).toBe('0.00');
    expect(formatWan(-4_999)).toBe('0.00');
    expect(formatWan(1_500_000, 0)).toBe('2');
  });

  it.each([
    // The examples of 支付结算办法, 附一.
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    // Where it allows 零 or none.
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [360_000_000, '叁佰陆拾万元整'],
    [10_000_000, '壹拾万元整'],
    [0, '零元整'],
    [105, '壹元零伍分'],
    [150, '壹元伍角整'],
    [5, '伍分'],
    [50, '伍角整'],
    [1_000_100, '壹万零壹元整'],
    [10_000_000_500, '壹亿零伍元整'],
    [9_007_199_254_740_991, '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
    [-105, '负壹元零伍分'],
  ])('%d fen in capitals is %s', (fen, capitals) => {
    expect(fenToCapitals(fen)).toBe(capitals);
  });

  it('in capitals never leaves a zero at an end or two together, and never two alike', () => {
    fc.assert(
      fc.property(anyFen, anyFen, (one, other) => {
        const written = fenToCapitals(one);
        if (Math.abs(one) >= 100) expect(written).not.toMatch(/^负?零|零零|零[元万亿整]/);
        expect(written === fenToCapitals(other)).toBe(one === other);
      }),
    );
  });
});
