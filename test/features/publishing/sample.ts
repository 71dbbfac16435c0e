import fc from 'fast-check';
import i18next from 'i18next';
import type { Language } from '../../../shared/core/language.ts';
import type { Field } from '../../../shared/entities/field.ts';
import {
  type Achievement,
  achievement,
  achievementPerson,
  achievementUnit,
} from '../../../shared/features/achievements/index.ts';
import { ipRight } from '../../../shared/features/ip-rights/index.ts';
import {
  type Choice,
  type Consent,
  guardsOf,
  type Layer,
  notEvaluated,
  type OnePagerWording,
  offeredPieces,
  onePagerMessages,
  type Source,
} from '../../../shared/features/publishing/index.ts';
import type { SecrecyLevel } from '../../../shared/lists/secrecy.ts';

export const TODAY = '2026-11-24';
const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };

const messages = i18next.createInstance();
await messages.init({
  resources: {
    zh: { translation: onePagerMessages.zh },
    en: { translation: onePagerMessages.en },
  },
  lng: 'zh',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

export const wordingIn = (language: Language, firm = ''): OnePagerWording => ({
  language,
  t: (key, params) => messages.t(key, { ...params, lng: language }),
  firm,
});

/** An achievement about which one thing of each sort is known. */
export const source = (over: Partial<Source> = {}, record: Partial<Achievement> = {}): Source => ({
  entity: achievement,
  record: {
    ...meta,
    id: 'a',
    title: '低温封装胶膜',
    secrecy: 'public',
    units: ['武汉理工大学'],
    leader: '张敏之',
    leaderPhone: '13912345678',
    field: 'greenManufacturing',
    keywords: ['封装', '胶膜'],
    teaser: '一种用于光伏组件的低温封装材料，能耗低。',
    summary: '在 137 ℃ 下交联 11 分钟，剥离强度达到 82 N/cm。',
    price: { kind: 'amount', fen: 123_450_000 },
    note: '对方急于出手，底价可谈。',
    ...record,
  },
  guards: guardsOf([]),
  consents: [],
  units: [],
  people: [],
  rights: [],
  evaluated: notEvaluated,
  names: {},
  today: TODAY,
  ...over,
});

export const consent = (
  giver: string,
  purposes: Consent['purposes'],
  over: Partial<Consent> = {},
): Consent => ({
  ...meta,
  id: giver,
  achievementId: 'a',
  giver,
  purposes,
  givenOn: '2026-01-01',
  ...over,
});

export const choice = (layer: Layer, over: Partial<Choice> = {}): Choice => ({
  recipient: '长江光伏有限公司',
  layer,
  pieces: [],
  number: 'H20261124-001',
  on: TODAY,
  ndaNo: layer === 'L0' ? '' : 'NDA-7',
  ndaOn: layer === 'L0' ? '' : '2026-11-01',
  ...over,
});

/** A word that is nowhere else: what holds it, holds that value. */
const token = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]{7,9}$/);

/** Values as they come, each of them a word of its own or a choice from its list. */
function valueFor(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
    case 'note':
      return token;
    case 'list':
      return fc.array(token, { minLength: 1, maxLength: 2 });
    case 'money':
      return fc.integer({ min: 10_000_000, max: 9_999_999_999 });
    case 'price':
      return fc
        .integer({ min: 10_000_000, max: 9_999_999_999 })
        .map((fen) => ({ kind: 'amount', fen }));
    case 'date':
      return fc.integer({ min: 10, max: 28 }).map((day) => `1987-0${(day % 9) + 1}-${day}`);
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options));
    case 'choices':
      return fc.subarray(Object.keys(field.options), { minLength: 1, maxLength: 2 });
    case 'integer':
      return fc.integer({ min: field.min ?? 1, max: field.max ?? 9 });
    default:
      return fc.constant(undefined);
  }
}

type Kinds = readonly Field['kind'][];

function recordOf(
  fields: Readonly<Record<string, Field>>,
  kinds: Kinds | null,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const known = Object.entries(fields).filter(
    ([, field]) => field.kind !== 'ref' && !field.hidden && (!kinds || kinds.includes(field.kind)),
  );
  const model = Object.fromEntries(
    known.map(([name, field]) => [
      name,
      field.required ? valueFor(field) : fc.option(valueFor(field), { nil: undefined }),
    ]),
  );
  return fc.record(model).map((values) => ({
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    ...meta,
  }));
}

const level = fc.constantFrom<SecrecyLevel>('public', 'internal', 'tradeSecret');
const parts = (fields: Readonly<Record<string, Field>>, kinds: Kinds | null) =>
  fc
    .array(recordOf(fields, kinds), { maxLength: 2 })
    .map((list) => list.map((one, index) => ({ ...one, id: `p${index}`, position: index })));

export interface Case {
  readonly source: Source;
  readonly choice: Choice;
}

/** Any contents, any levels, any consents, any layer; all pieces are asked for. */
export const cases = (kinds: Kinds | null = null): fc.Arbitrary<Case> =>
  fc
    .record({
      record: recordOf(achievement.fields, kinds),
      secrecy: fc.option(level, { nil: undefined }),
      guards: fc.dictionary(fc.constantFrom(...Object.keys(achievement.fields)), level, {
        maxKeys: 12,
      }),
      units: parts(achievementUnit.fields, kinds),
      people: parts(achievementPerson.fields, kinds),
      rights: parts(ipRight.fields, kinds),
      agreeing: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      layer: fc.constantFrom<Layer>('L0', 'L1', 'L2'),
    })
    .map(({ record, secrecy, guards, agreeing, layer, ...lists }) => {
      const { secrecy: _, ...values } = record as Readonly<Record<string, unknown>>;
      const own = { ...values, ...(secrecy ? { secrecy } : {}), id: 'a' } as unknown as Achievement;
      const people = lists.people as unknown as Source['people'];
      const named = [own.leader, ...people.map(({ name }) => name)];
      const made: Source = {
        ...source(),
        record: own,
        guards: guardsOf(Object.entries(guards).map(([field, set]) => ({ field, level: set }))),
        consents: named.flatMap((name, index) =>
          name !== undefined && agreeing[index] ? [consent(name, ['personal'])] : [],
        ),
        units: lists.units as unknown as Source['units'],
        people,
        rights: lists.rights as unknown as Source['rights'],
      };
      return { source: made, choice: choice(layer, { pieces: offeredPieces(made) }) };
    });

/** Reckoned anew, without the code under test: the words of an achievement that a layer must not show. */
export function secretWords({ source: given, choice: { layer } }: Case): readonly string[] {
  const ranks = { public: 0, internal: 1, tradeSecret: 2 } as const;
  const shown = Number(layer.slice(1));
  const own: Readonly<Record<string, unknown>> = given.record;
  const recordRank = ranks[given.record.secrecy ?? 'internal'];
  const agreed = (name: unknown) => given.consents.some(({ giver }) => giver === name);
  const rankOf = (name: string): number => {
    const field = (achievement.fields as Readonly<Record<string, Field>>)[name];
    const set = given.guards.get(name);
    const unset = field?.outward ? 0 : Math.max(recordRank, ranks[field?.level ?? 'internal']);
    return Math.max(set === undefined ? unset : ranks[set], field?.personal ? 1 : 0);
  };
  const words = (value: unknown, field: Field | undefined): readonly string[] =>
    field && ['text', 'note', 'list'].includes(field.kind) ? [value].flat().map(String) : [];
  const owned = Object.entries(achievement.fields as Readonly<Record<string, Field>>).flatMap(
    ([name, field]) => {
      const person = name.startsWith('contact') ? own.contactName : own.leader;
      const isKept = rankOf(name) > shown || (field.personal && !agreed(person));
      return isKept && own[name] !== undefined ? words(own[name], field) : [];
    },
  );
  const inParts = (
    list: readonly object[],
    fields: Readonly<Record<string, Field>>,
    isKept: (one: Readonly<Record<string, unknown>>) => boolean,
  ) =>
    list.flatMap((one) => {
      const values = one as Readonly<Record<string, unknown>>;
      if (!isKept(values)) return [];
      return Object.entries(fields).flatMap(([name, field]) =>
        values[name] === undefined || field.outward ? [] : words(values[name], field),
      );
    });
  return [
    ...owned,
    ...inParts(given.units, achievementUnit.fields, () => rankOf('units') > shown),
    ...inParts(
      given.people,
      achievementPerson.fields,
      ({ name }) => rankOf('leader') > shown || !agreed(name),
    ),
    ...inParts(
      given.rights,
      ipRight.fields,
      ({ secrecy }) =>
        Math.max(rankOf('patents'), ranks[(secrecy as SecrecyLevel | undefined) ?? 'public']) >
        shown,
    ),
    ...given.rights.flatMap(({ inventors = [] }) => inventors),
  ];
}
