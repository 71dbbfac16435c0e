import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createPartReader,
  createPartWriter,
  type Part,
  type PartReader,
} from '../../../renderer/index/parts.ts';
import { memoryFile } from '../../builders/memory-file.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', 'é', '电', '\ufeff', '\0', '\ud83d', '\ude00', '😀') }),
);
const part: fc.Arbitrary<Part> = fc.oneof(
  text,
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.float64Array(),
);

function take(reader: PartReader, like: Part): Part {
  if (typeof like === 'string') return reader.text();
  if (like instanceof Uint8Array) return reader.bytes();
  if (like instanceof Uint16Array) return reader.units();
  return like instanceof Uint32Array ? reader.words() : reader.floats();
}

function written(parts: readonly Part[]) {
  const file = memoryFile();
  const writer = createPartWriter(file);
  for (const one of parts) writer.write(one);
  return { file, ...writer.end() };
}

describe('parts of the index in a file', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { file, size, sum } = written(parts);
        const reader = createPartReader(file, sum);
        expect(parts.map((one) => take(reader, one))).toEqual(parts);
        expect(reader.isEnd()).toBe(true);
        expect(file.getSize()).toBe(size);
      }),
    );
  });

  it('are not taken for what was written after any byte of them has changed', () => {
    const property = fc.property(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (parts, place, mask) => {
        const { file, sum } = written(parts);
        const at = place % file.getSize();
        file.content()[at] = (file.content()[at] ?? 0) ^ mask;
        const isTaken = () => {
          const reader = createPartReader(file, sum);
          for (const one of parts) take(reader, one);
          return reader.isEnd();
        };
        let isSound = false;
        try {
          isSound = isTaken();
        } catch {
          // Another part than was asked for, or not all of it.
        }
        expect(isSound).toBe(false);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  it('are told from those of another time', () => {
    const { file } = written(['电池']);
    const reader = createPartReader(file, written(['废水']).sum);
    reader.text();
    expect(reader.isEnd()).toBe(false);
  });
});
