import i18next from 'i18next';
import type { Language } from '../../../shared/core/language.ts';
import {
  type AchievementPackage,
  type BrochureChoice,
  brochureMessages,
  brochureOf,
  type PackageItem,
  type PackagePart,
  type Picture,
  searchBrochure,
  sheetOf,
} from '../../../shared/features/packages/index.ts';
import {
  type Layer,
  type OnePagerWording,
  onePagerMessages,
  type Source,
} from '../../../shared/features/publishing/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';
import { consent, source, TODAY } from '../publishing/sample.ts';

const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };

const messages = i18next.createInstance();
await messages.init({
  resources: {
    zh: { translation: { ...onePagerMessages.zh, ...brochureMessages.zh } },
    en: { translation: { ...onePagerMessages.en, ...brochureMessages.en } },
  },
  lng: 'zh',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

const wordingIn = (language: Language, firm = ''): OnePagerWording => ({
  language,
  t: (key, params) => messages.t(key, { ...params, lng: language }),
  firm,
});

export const item = (id: string, over: Partial<PackageItem> = {}): PackageItem => ({
  ...meta,
  id,
  packageId: 'p',
  achievementId: `a-${id}`,
  position: 100,
  ...over,
});

export const pack = (over: Partial<AchievementPackage> = {}): AchievementPackage => ({
  ...meta,
  id: 'p',
  title: '绿色制造成果包',
  ...over,
});

/** An achievement in a package, agreed to by all who are asked. */
export const part = (
  id: string,
  record: Partial<Source['record']> = {},
  over: Partial<PackageItem> = {},
  given: Partial<Source> = {},
): PackagePart => {
  const own = source(given, { ...record, id: `a-${id}` });
  const agreeing = [...(own.record.units ?? []), own.record.leader ?? ''].filter(Boolean);
  return {
    item: item(id, over),
    source: {
      ...own,
      consents: given.consents ?? agreeing.map((name) => consent(name, ['publishL0'])),
    },
    around: { disclosed: [], enterprises: [], rules: builtInRules },
  };
};

const choice = (layer: Layer = 'L0'): BrochureChoice => ({ layer, number: 1, on: TODAY });

/** A brochure of some achievements with what is found in it. */
export function made(
  parts: readonly PackagePart[],
  {
    layer = 'L0' as Layer,
    pkg = pack(),
    firm = '',
    language = 'zh' as Language,
    pictures = new Map<string, readonly Picture[]>(),
    leftOut = [] as readonly string[],
  } = {},
) {
  const wording = wordingIn(language, firm);
  const sheets = parts.map((one) => sheetOf(one, choice(layer), wording));
  const included = sheets.filter((sheet) => !leftOut.includes(sheet.item.id));
  const brochure = brochureOf(pkg, included, pictures, choice(layer), wording);
  const search = searchBrochure(brochure, sheets, choice(layer));
  return {
    ...{ brochure, sheets: included, search },
    checks: included.flatMap((sheet) => search.check(sheet) ?? []),
  };
}
