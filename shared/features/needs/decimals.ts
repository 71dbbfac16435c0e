/** The parts of a decimal text: its digits as a whole number, and how many of them are behind the point. */
interface Parts {
  readonly digits: bigint;
  readonly places: number;
}

const SHAPE = /^(?<sign>[+-]?)(?<whole>\d+)(?:\.(?<part>\d+))?(?:e(?<power>[+-]?\d{1,2}))?$/;
/** Ten to a power that stands alone is one times it. */
const POWER = /^([+-]?)10\^([+-]?\d{1,2})$/;
const LONGEST = 40;

/** A number as it is written, 1,000 or 2.5×10^-6 or 10^5, as plain decimal text; null for anything else. */
export function toDecimal(written: string): string | null {
  const plain = written
    .replace(/[,\s]/g, '')
    .replace(POWER, '$11e$2')
    .replace(/[×xX*]10\^?/, 'e')
    .toLowerCase();
  const groups = plain.length > LONGEST ? undefined : SHAPE.exec(plain)?.groups;
  if (!groups) return null;
  const power = Number(groups.power ?? 0);
  const part = groups.part ?? '';
  const digits = `${groups.whole ?? ''}${part}`;
  const places = part.length - power;
  const padded = places <= 0 ? digits + '0'.repeat(-places) : digits.padStart(places + 1, '0');
  const cut = padded.length - Math.max(0, places);
  const whole = padded.slice(0, cut).replace(/^0+(?=\d)/, '');
  const text = places > 0 ? `${whole}.${padded.slice(cut)}` : whole;
  if (text.length > LONGEST - 1) return null;
  return groups.sign === '-' && /[1-9]/.test(text) ? `-${text}` : text;
}

function partsOf(decimal: string): Parts {
  const [whole = '0', part = ''] = decimal.split('.');
  return { digits: BigInt(whole + part), places: part.length };
}

/** Below zero when `left` is less than `right`, both decimal texts. */
export function compareDecimals(left: string, right: string): number {
  const [a, b] = [partsOf(left), partsOf(right)];
  const places = Math.max(a.places, b.places);
  const raise = ({ digits, places: own }: Parts) => digits * 10n ** BigInt(places - own);
  const difference = raise(a) - raise(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
