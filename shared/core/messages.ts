/** Texts for people, by key, in both languages. Keys read `part.thing`; see i18next for `{{name}}` and plurals. */
export interface MessageSet<K extends string> {
  readonly zh: Readonly<Record<K, string>>;
  /** Has all the keys of Chinese, and may add the plural forms that Chinese has no use for (`…_one`). */
  readonly en: Readonly<Record<K, string>> & Readonly<Record<string, string>>;
}

export function defineMessages<const K extends string>(
  zh: Readonly<Record<K, string>>,
  en: Readonly<Record<NoInfer<K>, string>> & Readonly<Record<string, string>>,
): MessageSet<K> {
  return { zh, en };
}

/** Turns a key and its facts into text of the language in use; handed to pure code that words things. */
export type Translate = (key: string, params?: Readonly<Record<string, string | number>>) => string;
