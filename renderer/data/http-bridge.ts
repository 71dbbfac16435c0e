import { type Base64, decode, encode } from '../../shared/contract/codec.ts';
import type { Bridge } from '../../shared/contract/index.ts';

// Arguments of one call are limited: bytes become a binary string piece by piece.
const PIECE = 0x8000;

function binaryToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary);
}

/** Recent browsers do it themselves, without the detour; the types of this language level do not know it. */
type OwnBase64 = Uint8Array & { readonly toBase64?: () => string };

const base64: Base64 = {
  fromBytes: (bytes: OwnBase64) => bytes.toBase64?.() ?? binaryToBase64(bytes),
  toBytes: (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
};

/**
 * The bridge of the browser window: calls go to the local server that served the page, which knows
 * the page by its cookie. It also holds a connection open for as long as the page lives, by which
 * the server knows that the window is there.
 */
export function httpBridge(): Bridge {
  // Its end means that the server has gone, which the next call finds out by itself.
  fetch('/window').catch(() => undefined);
  return {
    send: async (name, input) => {
      const response = await fetch('/call', {
        method: 'POST',
        // A header of our own, which no other site can send without asking first.
        headers: { 'content-type': 'application/json', 'x-transfer-desk': '1' },
        body: encode({ name, input }, base64),
      });
      if (!response.ok) throw new Error(`refused: ${response.status}`);
      return decode(await response.text(), base64);
    },
    // The browser window has no application menu.
    onMenuCommand: () => () => undefined,
  };
}
