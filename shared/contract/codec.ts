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

/** Whether something in a value does not cross by JSON alone: bytes, or a key that stands for them. */
function needsCare(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(needsCare);
  for (const [key, part] of Object.entries(value)) {
    if (escapedKey.test(key) || needsCare(part)) return true;
  }
  return false;
}

// A function that sees every part costs several times the rest: most values need none.

export function encode(value: unknown, base64: Base64): string {
  if (!needsCare(value)) return JSON.stringify(value);
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Uint8Array) return { [bytesKey]: base64.fromBytes(part) };
    return isObject(part) ? renameKeys(part, (key) => `$${key}`) : part;
  });
}

/** Throws on what is not JSON, as `JSON.parse` does. */
export function decode(text: string, base64: Base64): unknown {
  if (!text.includes('$bytes"')) return JSON.parse(text);
  return JSON.parse(text, (_key, part: unknown) => {
    if (!isObject(part)) return part;
    const bytes = part[bytesKey];
    if (typeof bytes === 'string' && Object.keys(part).length === 1) return base64.toBytes(bytes);
    return renameKeys(part, (key) => key.slice(1));
  });
}
