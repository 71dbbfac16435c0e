import type { Language } from '../../shared/core/language.ts';
import type { OnePagerWording } from '../../shared/features/publishing/index.ts';
import { inBoth } from '../app/i18n.ts';

/** The words of a document in its own language, whatever that of the screen. */
export const wordingIn = (language: Language, firm: string): OnePagerWording => ({
  language,
  t: (key, params) => inBoth(({ tAny }) => tAny(key, params))[language],
  firm,
});

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Digits of a part's hash: enough to see that it changed. */
const PRINT = 16;

/** What contents are known again by: all of them, and each part as `name=hash`. */
export async function printsOf(
  parts: readonly { readonly name: string; readonly text: string }[],
): Promise<{ readonly version: string; readonly prints: readonly string[] }> {
  const prints = parts.map(
    async ({ name, text }) => `${name}=${(await sha256(text)).slice(0, PRINT)}`,
  );
  const whole = JSON.stringify(parts.map(({ name, text }) => [name, text]));
  return { version: await sha256(whole), prints: await Promise.all(prints) };
}
