import { registerHooks } from 'node:module';

// Loaded with `--import` before the real main.js: whoever asks for `electron` gets the stand-in.
const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
