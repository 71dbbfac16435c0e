import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Base64, decode, encode } from '../../../shared/contract/codec.ts';

const base64: Base64 = {
  fromBytes: (bytes) => Buffer.from(bytes).toString('base64'),
  toBytes: (text) => new Uint8Array(Buffer.from(text, 'base64')),
};

/** Names like the codec's own are as likely as any other. */
const key = fc.oneof(fc.string(), fc.constantFrom('$bytes', '$$bytes', '$$$bytes', 'bytes'));
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

describe('values with bytes cross as text', () => {
  it('comes back as it was, whatever its keys are called', () => {
    fc.assert(
      fc.property(value, (sent) => {
        expect(decode(encode(sent, base64), base64)).toEqual(sent);
      }),
    );
  });

  it('writes bytes as a tagged object', () => {
    expect(encode({ bytes: new Uint8Array([1, 2, 3]) }, base64)).toBe(
      '{"bytes":{"$bytes":"AQID"}}',
    );
  });

  it('gives no prototype away: such a key is one like any other', () => {
    const read = decode('{"__proto__":{"admin":true}}', base64);
    expect(Object.hasOwn(read as object, '__proto__')).toBe(true);
    expect((read as { admin?: boolean }).admin).toBeUndefined();
  });
});
