/** The two languages of the product. Chinese is the first. */
export type Language = 'zh' | 'en';

/** A short text in both languages, for labels that live beside what they name. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
