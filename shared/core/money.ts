import { err, ok, type Result } from './result.ts';
import { halfWidth, tidy } from './text.ts';

/** An amount of money: whole fen (分), a safe integer. */
export type Fen = number;

function toFen(exact: bigint): Fen {
  const fen = Number(exact);
  // bug: amounts are bounded where they enter, so no rule can reach this.
  if (!Number.isSafeInteger(fen)) throw new RangeError('amount out of range');
  return fen;
}

/** The quotient as a whole number, rounded half up (away from zero). The denominator is not zero. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [
    numerator < 0n ? -numerator : numerator,
    denominator < 0n ? -denominator : denominator,
  ];
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

/**
 * `fen * numerator / denominator`, computed exactly and rounded half up (away from zero) once.
 * Numerator and denominator are integers, the denominator not zero: anything else is a bug.
 */
export function multiplyFen(fen: Fen, numerator: number, denominator: number): Fen {
  return toFen(divideHalfUp(BigInt(fen) * BigInt(numerator), BigInt(denominator)));
}

/**
 * Rounds amounts that add up: each is `numerators[i] / denominator` fen, none negative. The parts
 * add up to the exact total, itself rounded half up, and each is within a fen of its exact value:
 * the largest remainders are rounded up, of equal ones the earlier.
 */
export function roundTogether(numerators: readonly bigint[], denominator: bigint): readonly Fen[] {
  const parts = numerators.map((numerator, place) => ({
    place,
    fen: numerator / denominator,
    remainder: numerator % denominator,
  }));
  const total = divideHalfUp(
    numerators.reduce((sum, numerator) => sum + numerator, 0n),
    denominator,
  );
  const left = parts.reduce((rest, part) => rest - part.fen, total);
  const neediestFirst = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of neediestFirst.slice(0, Number(left))) part.fen += 1n;
  return parts.map(({ fen }) => toFen(fen));
}

/**
 * Shares out a total by weights (non-negative integers, not all zero) with the largest remainder
 * method: the parts add up to the total exactly, and each is within a fen of its exact share.
 * Of equal remainders the earlier gets the fen. A negative total is shared as its positive twin.
 */
export function allocateFen(totalFen: Fen, weights: readonly (number | bigint)[]): readonly Fen[] {
  const exact = weights.map(BigInt);
  const whole = exact.reduce((sum, weight) => sum + weight, 0n);
  if (whole <= 0n || exact.some((weight) => weight < 0n)) {
    // bug: the caller promises weights that can be shared by.
    throw new RangeError('bad weights');
  }
  const size = BigInt(Math.abs(totalFen));
  const parts = roundTogether(
    exact.map((weight) => size * weight),
    whole,
  );
  return totalFen < 0 ? parts.map((fen) => (fen === 0 ? 0 : -fen)) : parts;
}

/** The unit that an amount is in when its text does not say. */
export type MoneyUnit = 'yuan' | 'wanyuan';

export type MoneyProblem =
  | { readonly type: 'notAnAmount'; readonly text: string }
  | { readonly type: 'finerThanFen'; readonly text: string }
  | { readonly type: 'amountTooLarge'; readonly text: string };

/** How many decimal places each unit lies above the fen. */
const PLACES = { 元: 2, 万: 6, 百万: 8, 千万: 9, 亿: 10 } as const;

const AMOUNT =
  /^(?<sign1>[-−]?) ?(?:[￥¥]|RMB|CNY|人民币)? ?(?<sign2>[-−]?)(?<whole>\d{1,3}(?:([, ])\d{3})(?:\4\d{3})*|\d+)(?:\.(?<part>\d+))? ?(?:(?<unit>百万|千万|万|亿) ?)?(?<yuan>元|圆)?(?: ?(?:整|RMB|CNY|人民币))?$/i;

/** No amount or price is longer; it bounds the work that a cell full of text can make. */
const LONGEST = 100;

interface ReadAmount {
  readonly fen: Fen;
  /** The unit written in the text, as decimal places above the fen. */
  readonly places: number | undefined;
}

function readAmount(text: string, places: number): Result<ReadAmount, MoneyProblem> {
  const groups = text.length > LONGEST ? undefined : AMOUNT.exec(halfWidth(tidy(text)))?.groups;
  if (!groups || (groups.sign1 && groups.sign2)) return err({ type: 'notAnAmount', text });
  const written = groups.unit ?? groups.yuan?.replace('圆', '元');
  const own = written === undefined ? undefined : PLACES[written as keyof typeof PLACES]; // the pattern lists the keys
  const scale = own ?? places;
  const whole = (groups.whole ?? '').replace(/[, ]/g, '');
  const part = (groups.part ?? '').replace(/0+$/, '');
  if (part.length > scale) return err({ type: 'finerThanFen', text });
  const fen = Number(whole + part.padEnd(scale, '0'));
  if (!Number.isSafeInteger(fen)) return err({ type: 'amountTooLarge', text });
  const negative = groups.sign1 !== '' || groups.sign2 !== '';
  return ok({ fen: negative && fen !== 0 ? -fen : fen, places: own });
}

const placesOf = (unit: MoneyUnit): number => (unit === 'yuan' ? PLACES.元 : PLACES.万);

/**
 * Reads an amount: "1,234.56", "１２３", "30万", "300,000元", "1.2亿", "￥12", "RMB 5万元", "-3.5".
 * A unit in the text wins over `unit`. Decimal digits are never rounded: what is finer than a fen
 * is refused, and so are thousands separators in the wrong places.
 */
export function parseFen(text: string, unit: MoneyUnit): Result<Fen, MoneyProblem> {
  const amount = readAmount(text, placesOf(unit));
  return amount.ok ? ok(amount.value.fen) : amount;
}

/** A price as people state it. Open is 面议 or 不限; a blank is no price at all. */
export type Price =
  | { readonly kind: 'amount'; readonly fen: Fen }
  | { readonly kind: 'range'; readonly fromFen: Fen; readonly toFen: Fen }
  | { readonly kind: 'open' };

const OPEN = /^(?:(?:价格)?(?:面议|面谈|可议|协商)|双方协商|协商确定|议价|不限|negotiable)$/i;
const RANGE = /^(.+?) ?(?:[-–—−~〜～]+|至|到) ?(.+)$/;

/**
 * Reads a price: an amount, a range ("800-1600", "200至300万", "800～1600万元") or a word for open.
 * A unit written after the range holds for both ends. A price is never negative.
 */
export function parsePrice(
  text: string,
  unit: MoneyUnit,
): Result<Price, MoneyProblem | { readonly type: 'rangeReversed'; readonly text: string }> {
  const plain = halfWidth(tidy(text));
  if (OPEN.test(plain)) return ok({ kind: 'open' });
  const named = (problem: MoneyProblem) => err({ ...problem, text });
  const ends = text.length > LONGEST ? null : RANGE.exec(plain);
  if (!ends) {
    const amount = readAmount(plain, placesOf(unit));
    if (!amount.ok) return named(amount.error);
    if (amount.value.fen < 0) return err({ type: 'notAnAmount', text });
    return ok({ kind: 'amount', fen: amount.value.fen });
  }
  const to = readAmount(ends[2] ?? '', placesOf(unit));
  if (!to.ok) return named(to.error);
  const from = readAmount(ends[1] ?? '', to.value.places ?? placesOf(unit));
  if (!from.ok) return named(from.error);
  if (from.value.fen < 0) return err({ type: 'notAnAmount', text });
  if (from.value.fen > to.value.fen) return err({ type: 'rangeReversed', text });
  return ok({ kind: 'range', fromFen: from.value.fen, toFen: to.value.fen });
}

function decimal(units: number, digits: number, separator: string): string {
  const all = String(Math.abs(units)).padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits).replace(/\B(?=(?:\d{3})+$)/g, separator);
  return `${units < 0 ? '-' : ''}${whole}${digits > 0 ? `.${all.slice(-digits)}` : ''}`;
}

/** In 元 for people: "3,600,000.00". */
export function formatYuan(fen: Fen): string {
  return decimal(fen, 2, ',');
}

/** In 万元 as a reading aid: "360.00". `digits` from 0 to 6; rounded half up. */
export function formatWan(fen: Fen, digits = 2): string {
  return decimal(multiplyFen(fen, 10 ** digits, 1_000_000), digits, ',');
}

/** In 元 for files: "3600000.00". */
export function fenToDecimal(fen: Fen): string {
  return decimal(fen, 2, '');
}

const NUMERALS = '零壹贰叁肆伍陆柒捌玖';
const PLACE_NAMES = [
  [100_000_000, '亿'],
  [10_000, '万'],
  [1_000, '仟'],
  [100, '佰'],
  [10, '拾'],
] as const;

function wholeToCapitals(value: number): string {
  for (const [size, name] of PLACE_NAMES) {
    if (value < size) continue;
    const rest = value % size;
    const gap = rest > 0 && rest < size / 10 ? '零' : '';
    const tail = rest > 0 ? wholeToCapitals(rest) : '';
    return `${wholeToCapitals(Math.trunc(value / size))}${name}${gap}${tail}`;
  }
  return NUMERALS.charAt(value);
}

/**
 * The amount in capitals for contracts and receipts: 叁佰陆拾万元整, 壹元零伍分, 壹元伍角整.
 * Writing rules: 支付结算办法 (银发〔1997〕393号), 附一 正确填写票据和结算凭证的基本规定; where it
 * leaves 零 or 整 to choice, 零 is left out and 整 is written. Negative amounts begin with 负.
 */
export function fenToCapitals(fen: Fen): string {
  const size = Math.abs(fen);
  const yuan = Math.trunc(size / 100);
  const jiao = Math.trunc(size / 10) % 10;
  const rest = size % 10;
  const head = yuan > 0 || size === 0 ? `${wholeToCapitals(yuan)}元` : '';
  const middle = jiao > 0 ? `${NUMERALS.charAt(jiao)}角` : head !== '' && rest > 0 ? '零' : '';
  const tail = rest > 0 ? `${NUMERALS.charAt(rest)}分` : '整';
  return `${fen < 0 ? '负' : ''}${head}${middle}${tail}`;
}
