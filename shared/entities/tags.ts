import type { ListField } from './field.ts';

/** Tags (标签): the user's own words for sorting records, the same ones for all kinds. */
export const tags = {
  kind: 'list',
  label: { zh: '标签', en: 'Tags' },
  searched: true,
  reused: true,
  maxItems: 20,
  headers: ['标记', 'Tag'],
} as const satisfies ListField;
