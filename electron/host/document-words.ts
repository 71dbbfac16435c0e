import type { Printed } from '../../shared/contract/index.ts';

interface Words {
  /** Around the number of a page and of all pages. */
  readonly page: readonly [string, string, string];
  readonly contents: string;
  readonly date: string;
}

/** The few words that a document says by itself, in its own language. */
export const documentWords: Readonly<Record<Printed['language'], Words>> = {
  zh: { page: ['第 ', ' 页 共 ', ' 页'], contents: '目录', date: '日期：' },
  en: { page: ['Page ', ' of ', ''], contents: 'Contents', date: 'Date:' },
};
