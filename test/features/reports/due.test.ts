import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../shared/features/deals/index.ts';
import type { Enterprise } from '../../../shared/features/enterprises/index.ts';
import { type IpRight, rightsDue } from '../../../shared/features/ip-rights/index.ts';
import { depositsDue, type Outcome } from '../../../shared/features/outcomes/index.ts';
import { dueOf } from '../../../shared/features/reports/index.ts';
import type { Task } from '../../../shared/features/tasks/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';
import { dealParts } from './deal.ts';

const TODAY = '2026-11-24';
const dealWith = (id: string, over: Partial<Deal>): Deal =>
  dealParts(id, { deal: { title: id, ...over } }).deal;
const enterpriseWith = (id: string, callAgainOn?: string): Enterprise => ({
  id,
  rev: 'r',
  createdAt: 0,
  updatedAt: 0,
  name: id,
  ...(callAgainOn === undefined ? {} : { callAgainOn }),
});

const patentWith = (title: string, filedOn: string): IpRight => ({
  id: title,
  rev: 'r',
  createdAt: 0,
  updatedAt: 0,
  title,
  kind: 'invention',
  status: 'granted',
  filedOn,
});

const projectWith = (title: string, depositDueOn: string): Outcome => ({
  id: title,
  rev: 'r',
  createdAt: 0,
  updatedAt: 0,
  title,
  kind: 'project',
  program: 'nationalKey',
  depositDueOn,
});

const taskWith = (title: string, over: Partial<Task>): Task => ({
  id: title,
  rev: 'r',
  createdAt: 0,
  updatedAt: 0,
  title,
  ...over,
});

describe('what is due', () => {
  const due = dueOf(
    [
      dealWith('催款', { nextOn: '2026-11-20', nextStep: '催第二笔款' }),
      dealWith('久拖', { nextOn: '2026-11-01' }),
      dealWith('今日', { nextOn: TODAY }),
      dealWith('公示', {
        publicityFrom: '2026-11-15',
        publicityUntil: '2026-11-30',
        nextOn: '2026-12-03',
      }),
      dealWith('公示已满', { publicityUntil: '2026-11-23' }),
      dealWith('第八天', { nextOn: '2026-12-02' }),
      dealWith('第七天', { nextOn: '2026-12-01' }),
      dealWith('失单', { nextOn: '2026-11-20', lostOn: '2026-11-21' }),
    ],
    [enterpriseWith('回访', '2026-11-23'), enterpriseWith('无约')],
    [
      {
        task: taskWith('寄样品', { dueOn: '2026-12-20', remindOn: '2026-11-22' }),
        about: '磷石膏',
      },
      { task: taskWith('报销', { dueOn: '2026-11-25' }), about: '' },
      { task: taskWith('年检', { dueOn: '2027-01-10' }), about: '' },
    ],
    rightsDue(
      [
        patentWith('早', '2020-11-29'),
        patentWith('远', '2020-02-01'),
        patentWith('缓', '2020-01-15'),
      ],
      [],
      TODAY,
      builtInRules,
    ),
    [{ what: 'fileBefore', id: '披露', title: '披露', on: '2026-12-10' }],
    depositsDue(
      [projectWith('课题', '2026-12-20'), projectWith('远期', '2027-06-01')],
      TODAY,
      builtInRules,
    ),
    TODAY,
  );
  const titles = (list: typeof due.late) => list.map(({ title, what }) => [title, what]);

  it('puts what was missed longest first, and leaves lost deals and ended publicities out', () =>
    expect(titles(due.late)).toEqual([
      ['久拖', 'nextStep'],
      ['催款', 'nextStep'],
      ['回访', 'callAgain'],
    ]));

  it('has today for itself, and what is to be reminded of', () => {
    expect(titles(due.today)).toEqual([
      ['今日', 'nextStep'],
      ['磷石膏', 'task'],
    ]);
    expect(due.today[1]?.text).toBe('寄样品');
  });

  it('looks seven days ahead, the last day included', () =>
    expect(titles(due.soon)).toEqual([
      ['', 'task'],
      ['早', 'annuity'],
      ['公示', 'publicityUntil'],
      ['第七天', 'nextStep'],
    ]));

  it('looks ninety days ahead for days of the law', () =>
    expect(titles(due.later)).toEqual([
      ['披露', 'fileBefore'],
      ['课题', 'deposit'],
      ['缓', 'annuity'],
      ['远', 'annuity'],
    ]));

  it('says the step in the user’s words, and where it leads', () =>
    expect(due.late[1]).toMatchObject({
      entity: 'deal',
      id: '催款',
      text: '催第二笔款',
      on: '2026-11-20',
    }));
});
