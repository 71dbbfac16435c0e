import type { PartFile } from '../../renderer/index/parts.ts';

/** A file of a worker, in memory. */
export function memoryFile(): PartFile & { readonly content: () => Uint8Array } {
  let bytes = new Uint8Array(1_024);
  let size = 0;
  return {
    content: () => bytes.subarray(0, size),
    getSize: () => size,
    read: (into, { at }) => {
      const part = bytes.subarray(at, Math.min(size, at + into.length));
      into.set(part);
      return part.length;
    },
    write: (from, { at }) => {
      const end = at + from.length;
      if (end > bytes.length) {
        const grown = new Uint8Array(end * 2);
        grown.set(bytes);
        bytes = grown;
      }
      bytes.set(from, at);
      size = Math.max(size, end);
      return from.length;
    },
  };
}
