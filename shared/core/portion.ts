import { allocateFen, type Fen } from './money.ts';
import { err, ok, type Result } from './result.ts';
import { halfWidth, tidy } from './text.ts';

export type Fraction = {
  readonly n: number;
  readonly d: number;
};

/** An exact part of a whole, reduced: 0 <= n/d <= 1, d <= 1,000,000. A third is 1/3, not 33.33 %. */
export type Portion = Fraction;

const FINEST = 1_000_000;

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}

/** The portion `n/d` of integers, reduced. Outside the range of a portion it is a bug. */
export function portion(n: number, d: number): Portion {
  const divisor = Number(greatestCommon(BigInt(n), BigInt(d)));
  // bug: what people write goes through parsePortion.
  if (n < 0 || d < 1 || n > d || d / divisor > FINEST) throw new RangeError('not a portion');
  return { n: n / divisor, d: d / divisor };
}

/**
 * Reads a portion: "50%", "33.33%", "1/3"; a bare number is a percentage. Percentages have at most
 * four decimals, fractions a denominator up to a million.
 */
export function parsePortion(
  text: string,
): Result<Portion, { readonly type: 'notAPortion'; readonly text: string }> {
  const plain = halfWidth(tidy(text)).replace(/ /g, '');
  const percent = /^(\d{1,3})(?:\.(\d{1,4})0*)?%?$/.exec(plain);
  const fraction = /^(\d{1,7})\/(\d{1,7})$/.exec(plain);
  const n = percent
    ? Number(`${percent[1]}${(percent[2] ?? '').padEnd(4, '0')}`)
    : Number(fraction?.[1] ?? Number.NaN);
  const d = percent ? FINEST : Number(fraction?.[2] ?? Number.NaN);
  return d >= 1 && d <= FINEST && n <= d ? ok(portion(n, d)) : err({ type: 'notAPortion', text });
}

/** "50%", "33.33%"; as "1/3" where four decimals of a percent do not hold it exactly. */
export function formatPortion({ n, d }: Fraction): string {
  const millionths = (BigInt(n) * BigInt(FINEST)) / BigInt(d);
  if (millionths * BigInt(d) !== BigInt(n) * BigInt(FINEST)) return `${n}/${d}`;
  const digits = String(millionths).padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0+$/, '');
  return `${digits.slice(0, -4)}${decimals === '' ? '' : `.${decimals}`}%`;
}

/**
 * The sum, which may exceed one. Exact up to denominators of a million; a finer sum is moved to the
 * next millionth away from one, so that what is not a whole never reads as one.
 */
export function sumPortions(list: readonly Portion[]): Fraction {
  let [n, d] = [0n, 1n];
  for (const part of list) {
    n = n * BigInt(part.d) + BigInt(part.n) * d;
    d *= BigInt(part.d);
    const divisor = greatestCommon(n, d);
    [n, d] = [n / divisor, d / divisor];
  }
  const finest = BigInt(FINEST);
  if (d <= finest) return { n: Number(n), d: Number(d) };
  const millionths = n < d ? (n * finest) / d : (n * finest + d - 1n) / d;
  const divisor = greatestCommon(millionths, finest);
  return { n: Number(millionths / divisor), d: Number(finest / divisor) };
}

export type Wholeness =
  | { readonly kind: 'whole' }
  | { readonly kind: 'under'; readonly missing: Portion }
  | { readonly kind: 'over'; readonly excess: Fraction };

/** Whether portions make a whole, and if not, by how much they miss it. */
export function compareToWhole(list: readonly Portion[]): Wholeness {
  const { n, d } = sumPortions(list);
  if (n === d) return { kind: 'whole' };
  return n < d
    ? { kind: 'under', missing: portion(d - n, d) }
    : { kind: 'over', excess: { n: n - d, d } };
}

/** Shares out a total among portions that make a whole; the parts add up to it exactly. */
export function allocateByPortions(totalFen: Fen, portions: readonly Portion[]): readonly Fen[] {
  // bug: the caller has asked compareToWhole.
  if (compareToWhole(portions).kind !== 'whole') throw new RangeError('portions are not a whole');
  const common = portions.reduce((d, part) => {
    const next = BigInt(part.d);
    return (d * next) / greatestCommon(d, next);
  }, 1n);
  return allocateFen(
    totalFen,
    portions.map((part) => (BigInt(part.n) * common) / BigInt(part.d)),
  );
}
