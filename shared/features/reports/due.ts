import { addDays, type CivilDate } from '../../core/dates.ts';
import { type Deal, dealDates } from '../deals/index.ts';
import type { Enterprise } from '../enterprises/index.ts';

/** How many days ahead "soon" looks, today not counted. */
export const SOON_DAYS = 7;

/** Something that waits to be done, at a record. */
export interface DueItem {
  readonly what: 'nextStep' | 'publicityUntil' | 'callAgain';
  readonly entity: 'deal' | 'enterprise';
  readonly id: string;
  readonly title: string;
  readonly on: CivilDate;
  /** What is to be done, in the user's words, where they wrote any. */
  readonly text: string | null;
}

export interface Due {
  readonly late: readonly DueItem[];
  readonly today: readonly DueItem[];
  readonly soon: readonly DueItem[];
}

const dealItems = (deal: Deal, today: CivilDate): readonly DueItem[] =>
  dealDates(deal, today).map(({ what, on }) => ({
    what,
    entity: 'deal',
    id: deal.id,
    title: deal.title,
    on,
    text: what === 'nextStep' ? (deal.nextStep ?? null) : null,
  }));

const enterpriseItems = ({ id, name, callAgainOn }: Enterprise): readonly DueItem[] =>
  callAgainOn === undefined
    ? []
    : [{ what: 'callAgain', entity: 'enterprise', id, title: name, on: callAgainOn, text: null }];

/** What is late, due today, and due in the next days: earliest first, what was missed longest at the top. */
export function dueOf(
  deals: readonly Deal[],
  enterprises: readonly Enterprise[],
  today: CivilDate,
): Due {
  const items = [
    ...deals.flatMap((deal) => dealItems(deal, today)),
    ...enterprises.flatMap(enterpriseItems),
  ].toSorted((a, b) => (a.on === b.on ? (a.title < b.title ? -1 : 1) : a.on < b.on ? -1 : 1));
  const end = addDays(today, SOON_DAYS);
  return {
    late: items.filter(({ on }) => on < today),
    today: items.filter(({ on }) => on === today),
    soon: items.filter(({ on }) => on > today && on <= end),
  };
}
