import i18next from 'i18next';
import type { Language } from '../../../shared/core/language.ts';
import { commissionMessages } from '../../../shared/features/commissions/index.ts';
import { reportMessages, type Wording } from '../../../shared/features/reports/index.ts';

const messages = i18next.createInstance();
await messages.init({
  resources: {
    zh: { translation: { ...commissionMessages.zh, ...reportMessages.zh } },
    en: { translation: { ...commissionMessages.en, ...reportMessages.en } },
  },
  lng: 'zh',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

/** The words of reports as the page hands them to it. */
export const wordingIn = (language: Language, firm = ''): Wording => ({
  language,
  t: (key, params) => {
    const text = messages.t(key, { ...params, lng: language });
    // A key without words comes back as it went in.
    if (text === key) throw new Error(`no words for ${key}`);
    return text;
  },
  today: '2026-11-24',
  firm,
});
