import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../../../shared/core/dates.ts';
import { ownerOf } from '../../../shared/entities/entity.ts';
import {
  dayOfTask,
  groupOf,
  inTaskOrder,
  nextMonday,
  postponed,
  type Task,
  task,
} from '../../../shared/features/tasks/index.ts';
import { partsGoingWith } from '../../../shared/registry.ts';

const TODAY = '2026-11-24';
const taskWith = (over: Partial<Task>): Task => ({
  id: over.title ?? 'task',
  rev: 'r',
  createdAt: 0,
  updatedAt: 0,
  title: '寄样品',
  ...over,
});
const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days));

describe('a task', () => {
  it('goes with its record, and may stand alone', () => {
    expect(partsGoingWith('deal')).toContain(task);
    expect(ownerOf(task, taskWith({ ownerKind: 'deal', ownerId: 'd' }))).toEqual({
      entity: 'deal',
      id: 'd',
    });
    expect(ownerOf(task, taskWith({}))).toBeNull();
  });

  it.each([
    [{ dueOn: '2026-11-23' }, 'late'],
    [{ dueOn: TODAY }, 'today'],
    [{ dueOn: '2026-12-01' }, 'next'],
    [{ dueOn: '2026-12-02' }, 'later'],
    [{}, 'undated'],
    [{ dueOn: '2026-12-20', remindOn: '2026-11-20' }, 'today'],
    [{ dueOn: '2026-12-20', remindOn: '2026-11-30' }, 'next'],
    [{ dueOn: '2026-11-23', remindOn: '2026-11-20' }, 'late'],
    [{ remindOn: '2026-11-20' }, 'today'],
  ] as const)('with %o is %s', (over, group) => expect(groupOf(taskWith(over), TODAY)).toBe(group));

  it('is late only when its own day is over, and is never looked at after that day', () =>
    fc.assert(
      fc.property(fc.option(day), fc.option(day), (due, remind) => {
        const one = taskWith({
          ...(due === null ? {} : { dueOn: due }),
          ...(remind === null ? {} : { remindOn: remind }),
        });
        const on = dayOfTask(one, TODAY);
        expect(on !== undefined && on < TODAY).toBe(due !== null && due < TODAY);
        if (due !== null) expect(on !== undefined && on <= due).toBe(true);
        expect(on === undefined).toBe(due === null && remind === null);
      }),
    ));

  it('keeps the distance of its reminder when it is put off', () =>
    fc.assert(
      fc.property(day, day, day, (dueOn, remindOn, to) => {
        const { dueOn: due, remindOn: remind } = postponed(taskWith({ dueOn, remindOn }), to);
        expect(due).toBe(to);
        expect(daysBetween(String(remind), to)).toBe(daysBetween(remindOn, dueOn));
      }),
    ));

  it('that has only a reminder is due on the day that it is put off to', () =>
    expect(postponed(taskWith({ remindOn: '2026-11-20' }), '2026-12-01')).toEqual({
      dueOn: '2026-12-01',
      remindOn: null,
    }));

  it('is put off to the Monday after, not to one that is today', () =>
    fc.assert(
      fc.property(day, (from) => {
        const monday = nextMonday(from);
        expect(weekdayOf(monday)).toBe(1);
        expect(daysBetween(from, monday)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(from, monday)).toBeLessThanOrEqual(7);
      }),
    ));

  it('stands before later ones, and of one day the important first', () => {
    const tasks = [
      taskWith({ title: '无日期' }),
      taskWith({ title: '不急', dueOn: TODAY, priority: 'low' }),
      taskWith({ title: '平常', dueOn: TODAY }),
      taskWith({ title: '重要', dueOn: TODAY, priority: 'high' }),
      taskWith({ title: '昨天', dueOn: '2026-11-23', priority: 'low' }),
    ];
    expect(inTaskOrder(tasks).map(({ title }) => title)).toEqual([
      '昨天',
      '重要',
      '平常',
      '不急',
      '无日期',
    ]);
  });
});
