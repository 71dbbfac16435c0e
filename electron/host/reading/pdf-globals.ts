/**
 * pdf.js makes a matrix for drawing when it is loaded, which only browsers have. It reads text
 * without one. To be loaded before it.
 */
Object.assign(globalThis, { DOMMatrix: class {} });
