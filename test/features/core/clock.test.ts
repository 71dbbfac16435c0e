import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idToReading, nextReading, readingToId } from '../../../shared/core/clock.ts';
import { newId } from '../../../shared/core/ids.ts';

const anyReading = fc.record({
  at: fc.nat(9_999_999_999_998),
  counter: fc.nat(0xffff),
});

describe('the clock of commits', () => {
  it('follows the computer, and counts within a millisecond', () => {
    const last = { at: 1_000, counter: 3 };
    expect(nextReading(last, 1_001)).toEqual({ at: 1_001, counter: 0 });
    expect(nextReading(last, 1_000)).toEqual({ at: 1_000, counter: 4 });
  });

  it('does not go back when the computer’s does', () => {
    expect(nextReading({ at: 1_000, counter: 0xffff }, 10)).toEqual({ at: 1_001, counter: 0 });
  });

  it('gives ids that sort as text in the order of the readings, whatever the computer says', () => {
    fc.assert(
      fc.property(anyReading, fc.array(fc.nat(9_999_999_999_998)), (start, nows) => {
        let last = start;
        for (const now of nows) {
          const next = nextReading(last, now);
          expect(readingToId(next, 'a') > readingToId(last, 'z')).toBe(true);
          last = next;
        }
      }),
    );
  });

  it('is read back from an id, whatever the device is called', () => {
    fc.assert(
      fc.property(anyReading, fc.string({ minLength: 1 }), (reading, device) => {
        expect(idToReading(readingToId(reading, device))).toEqual(reading);
      }),
    );
    expect(idToReading('1732400000000-00zz-a')).toBeNull();
    expect(idToReading('01932d5e-7c00-7000-8000-000000000000')).toBeNull();
  });
});

describe('a new id', () => {
  it('is a UUID of version 7 of its instant and nothing but what is given', () => {
    const random = Uint8Array.from({ length: 16 }, (_, place) => place * 16);
    const id = newId(0x01_93_2d_5e_7c_00, random);
    expect(id).toMatch(/^01932d5e-7c00-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId(0x01_93_2d_5e_7c_00, random)).toBe(id);
    expect(newId(0x01_93_2d_5e_7c_00, random.toReversed())).not.toBe(id);
  });

  it('sorts behind the ids of earlier instants', () => {
    const random = new Uint8Array(16).fill(255);
    expect(newId(1_700_000_000_001, new Uint8Array(16)) > newId(1_700_000_000_000, random)).toBe(
      true,
    );
  });
});
