/**
 * How values cross as text where structured clone is not to be had: JSON, in which bytes stand as
 * `{"$bytes": "<base64>"}`. An object that has such a key itself gets one more `$`, so that every
 * JSON value with bytes in it comes back as it was.
 */

/** Base64 as the runtime has it: page and Node each have a fast one of their own. */
export interface Base64 {
  readonly fromBytes: (bytes: Uint8Array) => string;
  readonly toBytes: (text: string) => Uint8Array;
}

const bytesKey = '$bytes';
const escapedKey = /^\$+bytes$/;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function renameKeys(
  value: Readonly<Record<string, unknown>>,
  rename: (key: string) => string,
): unknown {
  const keys = Object.keys(value);
  if (!keys.some((key) => escapedKey.test(key))) return value;
  return Object.fromEntries(
    keys.map((key) => [escapedKey.test(key) ? rename(key) : key, value[key]]),
  );
}

export function encode(value: unknown, base64: Base64): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Uint8Array) return { [bytesKey]: base64.fromBytes(part) };
    return isObject(part) ? renameKeys(part, (key) => `$${key}`) : part;
  });
}

/** Throws on what is not JSON, as `JSON.parse` does. */
export function decode(text: string, base64: Base64): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    if (!isObject(part)) return part;
    const bytes = part[bytesKey];
    if (typeof bytes === 'string' && Object.keys(part).length === 1) return base64.toBytes(bytes);
    return renameKeys(part, (key) => key.slice(1));
  });
}
