import type { Language } from '../../../shared/core/language.ts';
import type { OnePager, OnePagerWording } from '../../../shared/features/publishing/index.ts';
import { versionText } from '../../../shared/features/publishing/index.ts';
import { inBoth } from '../../app/i18n.ts';

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

/** Digits of a piece's hash: enough to see that it changed. */
const PRINT = 16;

/** What a one-pager's contents are known again by: all of them, and each piece. */
export async function printsOf(
  made: OnePager,
): Promise<{ readonly version: string; readonly prints: readonly string[] }> {
  const prints = made.told.map(async ({ name, text }) => {
    return `${name}=${(await sha256(text)).slice(0, PRINT)}`;
  });
  return { version: await sha256(versionText(made)), prints: await Promise.all(prints) };
}
