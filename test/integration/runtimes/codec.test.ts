import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, pack, unpack, unpackWhole } from '../../../shared/contract/codec.ts';
import { err, ok } from '../../../shared/core/result.ts';
import { expectOk } from '../host/support.ts';

/** Names like the codec's own are as likely as any other; some stand elsewhere than they were put. */
const key = fc.oneof(
  fc.string(),
  fc.constantFrom('$bytes', '$$bytes', '$$$bytes', 'bytes'),
  fc.nat({ max: 20 }).map(String),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 20 }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc
      .dictionary(key, tie('any'), { maxKeys: 4 })
      .map((made) => Object.fromEntries(Object.entries(made))),
  ),
})).any;

/** One after another, as they cross. */
function wholeOf(sent: unknown): Uint8Array<ArrayBuffer> {
  const { text, bytes } = pack(sent);
  const said = Buffer.from(text);
  return new Uint8Array(Buffer.concat([headOf(said.byteLength), said, ...bytes]));
}

const utf8 = new TextDecoder();

describe('values with bytes cross as text and bytes', () => {
  it('come back as they were, whatever their keys are called', () => {
    fc.assert(
      fc.property(value, (sent) => {
        expect(unpackWhole(wholeOf(sent), utf8)).toEqual(ok(sent));
      }),
    );
  });

  it('have the bytes behind the text, which says how many', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(pack({ bytes })).toEqual({ text: '{"bytes":{"$bytes":3}}', bytes: [bytes] });
  });

  it('come back with bytes of their own', () => {
    const whole = wholeOf({ a: new Uint8Array([1, 2]), b: new Uint8Array([3]) });
    const { a, b } = expectOk(unpackWhole(whole, utf8)) as Record<string, Uint8Array>;
    expect([a?.buffer.byteLength, b?.buffer.byteLength]).toEqual([2, 1]);
  });

  it.each([
    ['more than there are', '{"$bytes":4}', 3],
    ['fewer than there are', '{"$bytes":2}', 3],
    ['the same twice', '[{"$bytes":3},{"$bytes":3}]', 3],
    ['less than none', '[{"$bytes":3},{"$bytes":-1},{"$bytes":1}]', 3],
    ['a part of one', '{"$bytes":1.5}', 3],
    ['text', '{"$bytes":"AQID"}', 3],
    ['none', '{}', 3],
  ])('are refused when the text speaks of %s', (_case, text, count) => {
    expect(unpack(text, new Uint8Array(count))).toEqual(err({ type: 'malformed' }));
  });

  it('are refused when they are cut off, wherever', () => {
    const whole = wholeOf({ a: new Uint8Array([1, 2]), b: '甲' });
    for (let at = 0; at < whole.byteLength; at += 1)
      expect(unpackWhole(whole.slice(0, at), utf8)).toEqual(err({ type: 'malformed' }));
  });

  it('give no prototype away: such a key is one like any other', () => {
    const read = expectOk(unpack('{"__proto__":{"admin":true}}'));
    expect(Object.hasOwn(read as object, '__proto__')).toBe(true);
    expect((read as { admin?: boolean }).admin).toBeUndefined();
  });
});
