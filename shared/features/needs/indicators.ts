import { halfWidth, tidy } from '../../core/text.ts';
import { compareDecimals, toDecimal } from './decimals.ts';
import type { IndicatorRelation } from './entity.ts';
import { phrasesOf } from './phrases.ts';

/** What an indicator says, apart from the need that it belongs to. */
export interface Indicator {
  readonly name: string;
  readonly relation: IndicatorRelation;
  readonly value: string;
  readonly valueTo?: string;
  readonly unit?: string;
  readonly current?: string;
  readonly condition?: string;
}

/** An indicator as it was read. What the words leave open is for the user to say before it is taken. */
export interface IndicatorReading extends Omit<Indicator, 'relation'> {
  /** Null where the words do not say it: 优于 may mean more or less. */
  readonly relation: IndicatorRelation | null;
  /** The words that it was read from. */
  readonly source: string;
}

export interface IndicatorsRead {
  readonly readings: readonly IndicatorReading[];
  /** The phrases in which no indicator was found. */
  readonly unread: readonly string[];
}

/** Nobody states an indicator in more; it bounds the work that a text can make. */
const LONGEST_PHRASE = 300;
const LONGEST_NAME = 80;
const LONGEST_UNIT = 20;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Signs of one meaning made one sign; powers of ten as 10^n. */
const plainOf = (phrase: string): string =>
  halfWidth(phrase)
    .replace(/(?<!\d)10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, (_all, power: string) => {
      const digits = [...power].map((char) => (char === '⁻' ? '-' : SUPERSCRIPTS.indexOf(char)));
      return `10^${digits.join('')}`;
    })
    .replace(/[≧⩾]|>=|=>/g, '≥')
    .replace(/[≦⩽]|<=|=</g, '≤')
    .replace(/\+\/-|\+-/g, '±')
    .replace(/[−﹣‑‐]/g, '-')
    .replace(/[〜∼—–―]+/g, '~')
    .replace(/﹪/g, '%')
    .replace(/° ?C/g, '℃')
    .replace(/µ/g, 'μ');

/** Numbers that measure nothing: those of standards, and dates. */
const NOT_MEASURED =
  /(?<![A-Za-z])(?:GBZ?|GJB|ISO|IEC|IEEE|ASTM|HG|JB|QB|YY|DL|NB|SJ|JT|CJ|HJ|NY|SN|DB\d{2}|DIN|EN|JIS|T)(?:\/[A-Z]+)?[ -]?[A-Z]?\d[\d.]*(?:-\d{4})?(?!\d)|\d{4} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?|\d{4}[-./]\d{1,2}[-./]\d{1,2}/g;
const mask = (plain: string): string =>
  plain.replace(NOT_MEASURED, (found) => '□'.repeat(found.length));

const POWER = String.raw`10\^[+-]?\d{1,2}`;
const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const NUMBER = String.raw`[+-]?(?:${POWER}|${DIGITS}(?: ?[×xX*] ?10(?:\^[+-]?\d{1,2}|[+-]\d{1,2})|[eE][+-]?\d{1,2}(?!\d))?)`;
/** A number that begins here, and is not the tail of a name such as PM2.5 or of a ratio. */
const APART = String.raw`(?<![A-Za-z\d.,]|\d[:/×*-])`;

const HAN_UNITS =
  '个百分点|百分点|摄氏度|立方米|平方米|平方公里|平方厘米|平米|公顷|公里|千米|厘米|毫米|微米|纳米|米|个月|个工作日|工作日|月|年|周|天|日|小时|分钟|毫秒|微秒|纳秒|秒|公斤|千克|毫克|微克|克|吨|斤|毫升|升|兆瓦|千瓦时|千瓦|瓦|度电|度|兆帕|千帕|帕|赫兹|分贝|伏|安|焦|循环|周期|个|次|件|台|套|人|元|倍|级|目|层|种|项|份|批|条|只|头|株|位|像素|帧|户|家|辆|架|艘|亩|转|根|块|张|片|袋|瓶|箱|组|篇|点';
const PIECE = String.raw`(?:%[A-Za-z]{0,3}|‰|℃|℉|°|㎡|㎥|㎜|㎝|㎏|[A-Za-zμΩÅ]+(?:[²³⁻¹]+|\^?-?\d(?!\d))?(?:\([A-Z]\))?|(?:${HAN_UNITS}))`;
const UNIT = String.raw`(?:千万|百万|万|亿|千|百)?(?:${PIECE})(?: ?[/·*] ?(?:\([^()]{1,12}\)|${PIECE}))*|千万|百万|万|亿`;
const SUFFIX = String.raw`(?:\(含\)|及|或|含)?(?:以上|以下|以内|之内|左右|上下|内(?=$|[完)的,]))`;
const MODAL = '应当|要求|必须|需要|能够|可以|(?<![响反效供适对感相])应|(?<![所急])需|须';

const UP = '提高|提升|增加|增长|升高|上升|延长|扩大';
const DOWN = '降低|下降|减少|缩短|减小|压缩|降|减';

type Spoken = IndicatorRelation | null;

/** Words before a number, the longer of two that begin alike first. */
const WORDS: readonly (readonly [words: string, relation: Spoken])[] = [
  ['大于等于|大于或等于|高于或等于', 'atLeast'],
  ['小于等于|小于或等于|低于或等于', 'atMost'],
  ['不(?:得|应|能|可|宜)?(?:低于|小于|少于|短于|差于)', 'atLeast'],
  ['不(?:得|应|能|可|宜)?(?:高于|大于|超过|超出|多于|长于)', 'atMost'],
  [`(?:${UP}|升|增)(?:到|至)`, 'atLeast'],
  [`(?:${DOWN}|低|控制)(?:到|至|在)`, 'atMost'],
  ['至少(?:达到)?|达到|可达|(?<![雷马])达|最低', 'atLeast'],
  ['至多|最多|最高', 'atMost'],
  ['大于|高于|超过|多于|长于|超', 'above'],
  ['小于|低于|少于|短于|不足|不满|不到', 'below'],
  ['大约|约为|约', 'about'],
  ['优于|好于', null],
  ['等于|为|是', 'equal'],
];
const SYMBOLS: Readonly<Record<string, IndicatorRelation>> = {
  '≥': 'atLeast',
  '>': 'above',
  '≤': 'atMost',
  '<': 'below',
  '=': 'equal',
  '≈': 'about',
  '±': 'tolerance',
};
const ALL_WORDS = WORDS.map(([words]) => words).join('|');
const RELATION = `[≥>≤<=≈]|${ALL_WORDS}`;

const SPOKEN_ALONE = WORDS.map(
  ([words, relation]) => [new RegExp(`^(?:${words})$`), relation] as const,
);

const relationOf = (words: string): Spoken =>
  SYMBOLS[words] ?? SPOKEN_ALONE.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/** 以上, 以下 and 以内 include the number itself: 民法典 art 1259. */
function suffixRelation(suffix: string | undefined): IndicatorRelation | undefined {
  if (suffix === undefined) return undefined;
  if (/左右|上下/.test(suffix)) return 'about';
  return /以上/.test(suffix) ? 'atLeast' : 'atMost';
}

const form = (source: string): RegExp => new RegExp(`^${source}$`, 'd');
const TAIL = `(?<suffix>${SUFFIX})?(?<rest>.*?)`;
const TO = `(?<to>${NUMBER}) ?(?<unit>${UNIT})?`;

/** 95%≤效率≤98% */
const BETWEEN = form(
  `(?<from>${NUMBER}) ?(?<fromUnit>${UNIT})? ?(?<low>[≤<]) ?(?<name>[^≤<≥>\\d].*?) ?(?<high>[≤<]) ?${TO}${TAIL}`,
);
/** 良率从85%提高到95% */
const FROM_TO = form(
  `(?<name>.*?)(?:从|由)(?:目前|现有|现在|原来)?的? ?(?<current>${NUMBER} ?(?:${UNIT})?)(?<verb>${UP}|${DOWN})(?:到|至|为) ?${TO}${TAIL}`,
);
/** 温度 -40~85℃, 压力10-20MPa */
const RANGE = form(
  `(?<name>.*?)(?:${MODAL})?(?:${RELATION})?[:：]? ?${APART}(?<from>${NUMBER}) ?(?<fromUnit>${UNIT})? ?(?:~|-|至|到) ?${TO}(?<suffix>范围内|之间)?(?<rest>[^≥>≤<=≈±]*?)`,
);
/** 精度±0.01mm, 220V±10% */
const TOLERANCE = form(
  `(?<name>.*?)(?:[≤<=]|优于|${APART}(?<from>${NUMBER}) ?(?<fromUnit>${UNIT})?)? ?± ?${TO}${TAIL}`,
);
/** 220V±10%: what the deviation is taken from has a unit of its own, and stays with the name. */
const DEVIATION = form(`(?<name>.*?) ?± ?${TO}${TAIL}`);
const SYMBOL = form(`(?<name>.*?)(?<words>[≥>≤<=≈]) ?${TO}${TAIL}`);
const SPOKEN = form(`(?<name>.*?)(?:${MODAL})?(?<words>${ALL_WORDS})[:：]? ?${TO}${TAIL}`);
/** 成本降低30%以上 */
const SUFFIXED = form(`(?<name>.*?)${APART}${TO}(?<suffix>${SUFFIX})(?<rest>.*?)`);
/** 硬度 60HRC */
const STATED = form(`(?<name>.*?)${APART}${TO}(?<rest>)`);

const MORE = new RegExp(`(?:[≥>≤<=≈±]|${ALL_WORDS}) ?${NUMBER}`);
const VERB_BEHIND = new RegExp(`(?:${UP}|${DOWN}|控制)(?:到|至|在)$`);

/** A name without what joins it to its neighbours. */
const cleanName = (text: string): string =>
  text
    .replace(/^[\s:：,，、)）\]】]+|[\s:：,，(（[【]+$/g, '')
    .replace(/^(?:并且|而且|同时|其中|以及|且)/, '')
    .replace(VERB_BEHIND, '')
    .trim();

/** A condition without the brackets around all of it. */
const cleanCondition = (text: string): string =>
  text
    .replace(/^[\s,，]+|[\s,，.]+$/g, '')
    .replace(/^[(（]([^()（）]*)[)）]$/, '$1')
    .trim();

interface Parts {
  readonly name: string;
  readonly rest: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** The parts of a phrase by a form; names and conditions keep the numbers that were masked. */
function take(pattern: RegExp, plain: string): Parts | null {
  const match = pattern.exec(mask(plain));
  if (!match?.groups || !match.indices?.groups) return null;
  const textAt = (group: string): string => {
    const span = match.indices?.groups?.[group];
    return span ? plain.slice(span[0], span[1]) : '';
  };
  const rest = textAt('rest');
  // 300×200 is no number of mm, and 1/3 none of anything.
  if (/^ ?[×xX*~/:^-] ?\d/.test(rest) || /^[.,]?\d/.test(rest)) return null;
  return { name: cleanName(textAt('name')), rest, groups: match.groups };
}

type Said = Pick<IndicatorReading, 'relation' | 'value' | 'valueTo' | 'unit' | 'current'>;

/** Leaves out what is blank: a stored record has no undefined. */
const filled = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  // The blank ones are gone after the filter; the compiler cannot see that.
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

function said(
  { groups }: Parts,
  relation: Spoken,
  more: { readonly valueTo?: string; readonly current?: string } = {},
): Said | null {
  const value = toDecimal(groups.to ?? '');
  const unit = groups.unit?.replaceAll(' ', '');
  if (value === null || (unit?.length ?? 0) > LONGEST_UNIT) return null;
  return filled({ relation: suffixRelation(groups.suffix) ?? relation, value, unit, ...more });
}

function rangeOf(parts: Parts): Said | null {
  const { groups } = parts;
  const [from, to] = [toDecimal(groups.from ?? ''), toDecimal(groups.to ?? '')];
  const unit = (groups.unit ?? groups.fromUnit)?.replaceAll(' ', '');
  if (from === null || to === null || compareDecimals(from, to) > 0) return null;
  // Two units are two numbers, and no range.
  if (groups.fromUnit && groups.unit && groups.fromUnit !== groups.unit) return null;
  return filled({ relation: 'range' as const, value: from, valueTo: to, unit });
}

function toleranceOf(parts: Parts): Said | null {
  const { groups } = parts;
  const [centre, size] = [toDecimal(groups.from ?? '0'), toDecimal(groups.to ?? '')];
  if (centre === null || size === null) return null;
  if (groups.fromUnit && groups.unit && groups.fromUnit !== groups.unit) return null;
  const unit = (groups.unit ?? groups.fromUnit)?.replaceAll(' ', '');
  return filled({ relation: 'tolerance' as const, value: centre, valueTo: size, unit });
}

const isUp = (verb = ''): boolean => UP.split('|').includes(verb);

/** The forms in the order in which they are tried, each with what it says. */
const FORMS: readonly (readonly [RegExp, (parts: Parts) => Said | null])[] = [
  [
    FROM_TO,
    (parts) => {
      const current = parts.groups.current?.trim() ?? '';
      return said(parts, isUp(parts.groups.verb) ? 'atLeast' : 'atMost', { current });
    },
  ],
  [BETWEEN, (parts) => (parts.groups.low === parts.groups.high ? rangeOf(parts) : null)],
  [RANGE, rangeOf],
  [TOLERANCE, toleranceOf],
  [DEVIATION, toleranceOf],
  [SYMBOL, (parts) => said(parts, relationOf(parts.groups.words ?? ''))],
  [SPOKEN, (parts) => said(parts, relationOf(parts.groups.words ?? ''))],
  [SUFFIXED, (parts) => said(parts, null)],
  // A range that could not be read is no number with a long name.
  [STATED, (parts) => (/^$|[~±至到]$/.test(parts.name) ? null : said(parts, 'equal'))],
];

/** The indicators in a phrase: one, or several that follow one another with nothing but a blank between. */
function readPhrase(phrase: string): readonly IndicatorReading[] {
  const plain = plainOf(phrase);
  if (plain.length > LONGEST_PHRASE || !/\d/.test(mask(plain))) return [];
  for (const [pattern, read] of FORMS) {
    const parts = take(pattern, plain);
    const found = parts && read(parts);
    if (!parts || !found || parts.name.length > LONGEST_NAME) continue;
    const goesOn = MORE.test(mask(parts.rest));
    const condition = goesOn ? '' : cleanCondition(parts.rest);
    const own = filled({ name: parts.name, ...found, condition, source: phrase });
    const reading: IndicatorReading = { ...own, name: parts.name, relation: found.relation };
    const more = goesOn ? readPhrase(parts.rest) : [];
    // What follows a joining word speaks of the same: 效率≥95%且≤98%.
    return [
      reading,
      ...more.map((next) => (next.name === '' ? { ...next, name: parts.name } : next)),
    ];
  }
  return [];
}

/**
 * Reads the indicators that a text states, such as 效率≥95%、成本降低30%以上、温度 -40~85℃. Nothing is
 * guessed and nothing dropped: what the words leave open stays open, and phrases without an
 * indicator are given back.
 */
export function parseIndicators(text: string): IndicatorsRead {
  const readings: IndicatorReading[] = [];
  const unread: string[] = [];
  for (const phrase of phrasesOf(text)) {
    const found = readPhrase(tidy(phrase));
    if (found.length > 0) readings.push(...found);
    else unread.push(phrase);
  }
  return { readings, unread };
}

const relationSign: Readonly<Record<IndicatorRelation, string>> = {
  atLeast: '≥',
  above: '>',
  atMost: '≤',
  below: '<',
  equal: '=',
  about: '≈',
  range: '~',
  tolerance: '±',
};

/** What an indicator demands, without its name: ≥ 95 %, -40 ~ 85 ℃, ± 0.01 mm. */
export function targetOf({
  relation,
  value,
  valueTo = '',
  unit = '',
}: Pick<Indicator, 'relation' | 'value' | 'valueTo' | 'unit'>): string {
  const sign = relationSign[relation];
  const number =
    relation === 'range'
      ? `${value} ${sign} ${valueTo}`
      : relation === 'tolerance'
        ? `${value === '0' ? '' : `${value} `}${sign} ${valueTo}`
        : `${sign} ${value}`;
  return unit === '' ? number : `${number} ${unit}`;
}
