import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passphraseFrom, strengthOf } from '../../../renderer/features/safety/passphrase.ts';
import { sizeText } from '../../../renderer/ui/size.ts';

test('a passphrase that is short, repeated or counted up is weak', () => {
  for (const phrase of ['', 'abc123', '12345678901234', 'aaaaaaaaaaaaaaaaaaaa', 'abcdefghijkl']) {
    expect(strengthOf(phrase), phrase).toBe('weak');
  }
});

test('a verse, or words with figures, is good', () => {
  expect(strengthOf('春江潮水连海平海上明月共潮生')).toBe('good');
  expect(strengthOf('Horse 7 battery, staple?')).toBe('good');
});

test('one that is made up is good, whatever the random bytes, and no two bytes make it shorter', () => {
  const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(bytes, (random) => {
      expect(passphraseFrom(random)).toMatch(/^([a-km-np-z2-9]{4}-){4}[a-km-np-z2-9]{4}$/);
    }),
  );
  expect(strengthOf(passphraseFrom(Uint8Array.from({ length: 20 }, (_, i) => i * 37)))).toBe(
    'good',
  );
});

test('sizes are said in the unit that keeps them short', () => {
  expect([0, 1, 1024, 1_500_000, 12_000_000, 8.4 * 1024 ** 3].map(sizeText)).toEqual([
    '0 KB',
    '1 KB',
    '1 KB',
    '1.4 MB',
    '12 MB',
    '8.4 GB',
  ]);
});
