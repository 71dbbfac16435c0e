import { type CivilDate, daysBetween } from '../../core/dates.ts';
import { defineRules, type RowOf, type Rules, rowsInForce } from '../../rules/index.ts';
import type { Deal, Introduction } from './entity.ts';

/** 国发〔2016〕16号 一(二): name and intended price are published in the unit for at least 15 days. */
export const publicityRules = defineRules({
  name: 'publicity',
  part: { zh: '交易与佣金', en: 'Deals and commissions' },
  label: { zh: '协议定价的公示期', en: 'Publicity of negotiated prices' },
  note: {
    zh: '按公示开始之日适用；公示短于此的，交易页会提醒。',
    en: 'By the first day of the publicity; a deal with a shorter one is remarked on.',
  },
  fields: {
    days: {
      kind: 'integer',
      min: 1,
      max: 365,
      label: { zh: '不少于（天）', en: 'At least, days' },
      required: true,
    },
  },
  slot: [],
  rows: [
    {
      key: 'publicity',
      region: 'CN',
      validFrom: '2016-02-26',
      validTo: null,
      source: '国发〔2016〕16号',
      confidence: 'check',
      days: 15,
    },
  ],
});
export type PublicityRule = RowOf<typeof publicityRules>;

/** What on a deal may cost the fee or the contract, as it stands now. */
export type DealWarning =
  /** The parties were brought together before the mandate was signed: 民法典 art 965 is hard to use. */
  | {
      readonly type: 'namedBeforeMandate';
      readonly introducedOn: CivilDate;
      readonly mandateSignedOn: CivilDate;
    }
  | { readonly type: 'namedWithoutMandate'; readonly introducedOn: CivilDate }
  | { readonly type: 'technologyAboveContract' }
  | { readonly type: 'publicityReversed' }
  | {
      readonly type: 'publicityShort';
      readonly days: number;
      readonly least: number;
      readonly rule: PublicityRule;
    };

function mandateWarning(
  deal: Pick<Deal, 'mandateSignedOn'>,
  introductions: readonly Pick<Introduction, 'introducedOn'>[],
): readonly DealWarning[] {
  const introducedOn = introductions.map((one) => one.introducedOn).toSorted()[0];
  if (introducedOn === undefined) return [];
  const { mandateSignedOn } = deal;
  if (mandateSignedOn === undefined) return [{ type: 'namedWithoutMandate', introducedOn }];
  return introducedOn < mandateSignedOn
    ? [{ type: 'namedBeforeMandate', introducedOn, mandateSignedOn }]
    : [];
}

function publicityWarning(
  { publicityFrom, publicityUntil }: Pick<Deal, 'publicityFrom' | 'publicityUntil'>,
  rules: Rules,
): readonly DealWarning[] {
  if (publicityFrom === undefined || publicityUntil === undefined) return [];
  const days = daysBetween(publicityFrom, publicityUntil);
  if (days < 0) return [{ type: 'publicityReversed' }];
  const [rule] = rowsInForce(rules.rowsOf(publicityRules), { on: publicityFrom });
  return rule && days < rule.days ? [{ type: 'publicityShort', days, least: rule.days, rule }] : [];
}

/** What should be looked at; nothing here stops a change, a desk may hold what is still wrong. */
export function dealWarnings(
  deal: Deal,
  introductions: readonly Pick<Introduction, 'introducedOn'>[],
  rules: Rules,
): readonly DealWarning[] {
  const { contractAmountFen, technologyAmountFen } = deal;
  const above =
    contractAmountFen !== undefined &&
    technologyAmountFen !== undefined &&
    technologyAmountFen > contractAmountFen;
  return [
    ...mandateWarning(deal, introductions),
    ...(above ? [{ type: 'technologyAboveContract' } as const] : []),
    ...publicityWarning(deal, rules),
  ];
}

/** Days until the publicity ends, today counted as 0; null where none runs. */
export function publicityDaysLeft(
  { publicityFrom, publicityUntil }: Pick<Deal, 'publicityFrom' | 'publicityUntil'>,
  today: CivilDate,
): number | null {
  if (publicityUntil === undefined || publicityUntil < today) return null;
  if (publicityFrom !== undefined && publicityFrom > today) return null;
  return daysBetween(today, publicityUntil);
}

/** A date of a deal that lies ahead or was missed. */
export interface DealDate {
  readonly what: 'nextStep' | 'publicityUntil';
  readonly on: CivilDate;
}

/** What comes next on a deal, soonest first. A publicity that is over is done, a step is done when cleared. */
export function dealDates(deal: Deal, today: CivilDate): readonly DealDate[] {
  const { nextOn, publicityUntil, lostOn } = deal;
  if (lostOn !== undefined) return [];
  const dates: DealDate[] = [];
  if (nextOn !== undefined) dates.push({ what: 'nextStep', on: nextOn });
  if (publicityUntil !== undefined && publicityUntil >= today) {
    dates.push({ what: 'publicityUntil', on: publicityUntil });
  }
  return dates.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
