import { addDays, type CivilDate } from '../../core/dates.ts';
import { type Deal, dealDates } from '../deals/index.ts';
import type { Enterprise } from '../enterprises/index.ts';
import { dayOfTask, type Task } from '../tasks/index.ts';

/** How many days ahead "soon" looks, today not counted. */
export const SOON_DAYS = 7;

/** Something that waits to be done, at a record. */
export interface DueItem {
  readonly what: 'nextStep' | 'publicityUntil' | 'callAgain' | 'task';
  readonly entity: 'deal' | 'enterprise' | 'task';
  readonly id: string;
  readonly title: string;
  readonly on: CivilDate;
  /** What is to be done, in the user's words, where they wrote any. */
  readonly text: string | null;
}

/** An open task with a day, and the title of what it is about; '' for one that stands alone. */
export interface DueTask {
  readonly task: Task;
  readonly about: string;
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

function taskItems({ task, about }: DueTask, today: CivilDate): readonly DueItem[] {
  const on = dayOfTask(task, today);
  const { id, title } = task;
  return on === undefined
    ? []
    : [{ what: 'task', entity: 'task', id, title: about, on, text: title }];
}

/** What is late, due today, and due in the next days: earliest first, what was missed longest at the top. */
export function dueOf(
  deals: readonly Deal[],
  enterprises: readonly Enterprise[],
  tasks: readonly DueTask[],
  today: CivilDate,
): Due {
  const items = [
    ...deals.flatMap((deal) => dealItems(deal, today)),
    ...enterprises.flatMap(enterpriseItems),
    ...tasks.flatMap((task) => taskItems(task, today)),
  ].toSorted((a, b) => (a.on === b.on ? (a.title < b.title ? -1 : 1) : a.on < b.on ? -1 : 1));
  const end = addDays(today, SOON_DAYS);
  return {
    late: items.filter(({ on }) => on < today),
    today: items.filter(({ on }) => on === today),
    soon: items.filter(({ on }) => on > today && on <= end),
  };
}
