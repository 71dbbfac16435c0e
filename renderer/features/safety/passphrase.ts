/** How hard a passphrase is to guess, roughly: for a hint beside the field, nothing is refused. */
export type Strength = 'weak' | 'fair' | 'good';

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[ -/:-@[-`{-~]/, 33],
  // The Chinese characters that people use.
  [/\P{ASCII}/u, 2500],
];

/**
 * Counts the characters that do not follow from the one before (the same, the next, the one
 * before), each worth as much as there are characters of the classes used. 50 bits hold out
 * against guessing at home, 70 against renting computers, as scrypt makes each guess slow.
 */
export function strengthOf(passphrase: string): Strength {
  const characters = [...passphrase];
  const free = characters.filter((character, index) => {
    const step =
      (character.codePointAt(0) ?? 0) - (characters[index - 1]?.codePointAt(0) ?? Infinity);
    return Math.abs(step) > 1;
  });
  const pool = CLASSES.reduce(
    (sum, [pattern, size]) => (pattern.test(passphrase) ? sum + size : sum),
    0,
  );
  const bits = new Set(free).size * Math.log2(Math.max(pool, 1));
  return bits < 50 ? 'weak' : bits < 70 ? 'fair' : 'good';
}

/** Without those that look like others in many typefaces. 32 of them: 5 bits each, evenly. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A passphrase of 100 bits from 20 random bytes, in groups that can be read out. */
export function passphraseFrom(random: Uint8Array): string {
  const letters = [...random].map((byte) => LETTERS[byte % LETTERS.length]);
  return letters.join('').replace(/.{4}(?=.)/g, '$&-');
}
