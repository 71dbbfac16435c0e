/** The nonce that the page's policy asks of every style sheet made at run time; one a load. */
export const styleNonce =
  document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';

// Mantine's scroll lock makes its sheet through a library that reads the nonce from here alone.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });
