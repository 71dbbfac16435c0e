import type { Options } from '../entities/field.ts';

/**
 * Levels that may be kept here. State secrets (绝密, 机密, 秘密) may not be entered on an ordinary
 * computer at all: 保守国家秘密法; the form refuses the words.
 */
export const secrecyLevels = {
  public: { zh: '公开', en: 'Public' },
  internal: { zh: '内部', en: 'Internal', tone: 'caution' },
  tradeSecret: { zh: '商业秘密', en: 'Trade secret', tone: 'alarm' },
} as const satisfies Options;
export type SecrecyLevel = keyof typeof secrecyLevels;
