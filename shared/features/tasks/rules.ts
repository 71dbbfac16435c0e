import type { Values } from '../../commits/index.ts';
import { addDays, type CivilDate, daysBetween, weekdayOf } from '../../core/dates.ts';
import type { Task } from './entity.ts';

/** How many days ahead "the next days" reach, today not counted. */
const NEXT_DAYS = 7;

export const taskGroups = ['late', 'today', 'next', 'later', 'undated'] as const;
export type TaskGroup = (typeof taskGroups)[number];

/**
 * The day on which an open task is looked at: its own once that is past; before, that of its reminder
 * where it is earlier, and today from then on. Undefined when it has no day.
 */
export function dayOfTask({ dueOn, remindOn }: Task, today: CivilDate): CivilDate | undefined {
  if (dueOn !== undefined && dueOn < today) return dueOn;
  const first = [dueOn, remindOn].filter((day) => day !== undefined).toSorted()[0];
  return first !== undefined && first < today ? today : first;
}

/** Where an open task stands on a day. */
export function groupOf(task: Task, today: CivilDate): TaskGroup {
  const day = dayOfTask(task, today);
  if (day === undefined) return 'undated';
  if (day <= today) return day < today ? 'late' : 'today';
  return day <= addDays(today, NEXT_DAYS) ? 'next' : 'later';
}

const rank = ({ priority }: Task): number => (priority === 'high' ? 0 : priority === 'low' ? 2 : 1);
const sortDay = ({ dueOn, remindOn }: Task): string => dueOn ?? remindOn ?? '9999';

/** Earliest first; of one day the important ones, then as they were entered. */
export const inTaskOrder = (tasks: readonly Task[]): readonly Task[] =>
  tasks.toSorted(
    (one, other) =>
      sortDay(one).localeCompare(sortDay(other)) ||
      rank(one) - rank(other) ||
      one.createdAt - other.createdAt,
  );

/** What putting a task off to a day changes: its reminder keeps its distance, or goes with the day. */
export function postponed({ dueOn, remindOn }: Task, to: CivilDate): Values {
  const moved =
    remindOn === undefined || dueOn === undefined
      ? null
      : addDays(remindOn, daysBetween(dueOn, to));
  return { dueOn: to, remindOn: moved };
}

/** Monday of the week after a day's. */
export const nextMonday = (day: CivilDate): CivilDate =>
  addDays(day, ((7 - weekdayOf(day)) % 7) + 1);
