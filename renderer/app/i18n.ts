import i18next, { type TFunction } from 'i18next';
import { useMemo } from 'react';
import type { Bilingual, Language } from '../../shared/core/language.ts';
import type { MessageSet } from '../../shared/core/messages.ts';
import { useDesk } from '../data/session.ts';
import { useSettings } from '../data/settings.ts';
import { messageSets } from './message-sets.ts';

type KeysOf<S> = S extends MessageSet<infer K> ? K : never;
/** Every key of every message set; a misspelt one does not compile. */
export type MessageKey = KeysOf<(typeof messageSets)[number]>;
type Params = Readonly<Record<string, string | number>>;

const resources = {
  zh: { translation: Object.assign({}, ...messageSets.map((set) => set.zh)) },
  en: { translation: Object.assign({}, ...messageSets.map((set) => set.en)) },
};

void i18next.init({
  resources,
  lng: 'zh',
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});

const fixed: Record<Language, TFunction> = {
  zh: i18next.getFixedT('zh'),
  en: i18next.getFixedT('en'),
};

export interface Words {
  readonly language: Language;
  readonly t: (key: MessageKey, params?: Params) => string;
  /** For keys put together from a failure's or problem's type. */
  readonly tAny: (key: string, params?: Params) => string;
  readonly has: (key: string) => boolean;
  readonly in: (label: Bilingual) => string;
  /** A label inside a sentence: English ones begin small there. */
  readonly inside: (label: Bilingual) => string;
}

const wordsIn = (language: Language): Words => {
  const t = (key: string, params: Params = {}): string => fixed[language](key, params);
  return {
    language,
    t,
    tAny: t,
    has: (key) => i18next.exists(key),
    in: (label) => label[language],
    // IP stays IP.
    inside: ({ zh, en }) =>
      language === 'en' ? en.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase()) : zh,
  };
};

const words: Record<Language, Words> = { zh: wordsIn('zh'), en: wordsIn('en') };

/** What is said, in both languages at once: for what is found by either. */
export const inBoth = (say: (words: Words) => string): Bilingual => ({
  zh: say(words.zh),
  en: say(words.en),
});

function languageOf(chosen: Language | 'system', locale: string | undefined): Language {
  if (chosen !== 'system') return chosen;
  return (locale ?? navigator.language).toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** The language in use: the user's choice, or the system's; Chinese where the system has another. */
export function useLanguage(): Language {
  const chosen = useSettings((state) => state.settings.language);
  const locale = useDesk((state) => state.capabilities?.systemLocale);
  return languageOf(chosen, locale);
}

/** The words of this moment, for what is shown outside of a component. */
export const wordsNow = (): Words =>
  words[
    languageOf(
      useSettings.getState().settings.language,
      useDesk.getState().capabilities?.systemLocale,
    )
  ];

export function useWords(): Words {
  const language = useLanguage();
  return useMemo(() => words[language], [language]);
}
