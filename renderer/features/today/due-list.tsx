import { useState } from 'react';
import { Link } from 'wouter';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import { addDays } from '../../../shared/core/dates.ts';
import { formatYuan } from '../../../shared/core/money.ts';
import type { Deal } from '../../../shared/features/deals/index.ts';
import type { Enterprise } from '../../../shared/features/enterprises/index.ts';
import { nearnessOf } from '../../../shared/features/ip-rights/index.ts';
import { type DueItem, dueOf, SOON_DAYS } from '../../../shared/features/reports/index.ts';
import type { Task } from '../../../shared/features/tasks/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useAnswer, useNames } from '../../index/use-answer.ts';
import { today, useDateWords } from '../../ui/dates.ts';
import { Card, Chip, Empty, type Tone } from '../../ui/page.tsx';
import css from './today-page.module.css';
import { useDepositsDue, useFilingsDue, useRightsDue } from './use-law-due.ts';

/** More than anybody reads here; a longer list is worked off in the table of deals. */
const MOST = 300;
/** Shown of a group until the rest is asked for. */
const FIRST = 8;

const groupNames = ['late', 'today', 'soon', 'later'] as const;
type GroupName = (typeof groupNames)[number];

const tones: Record<GroupName, Tone> = {
  late: 'alarm',
  today: 'caution',
  soon: 'plain',
  later: 'plain',
};

const dealsOnly = { entity: 'deal', from: 0, to: MOST } as const;

// The index answers with stored records of the kind asked for; `commit` has checked their values.
const asDeals = (rows: readonly StoredRecord[]) => rows as unknown as readonly Deal[];
const asEnterprises = (rows: readonly StoredRecord[]) => rows as unknown as readonly Enterprise[];
const asTasks = (rows: readonly StoredRecord[]) => rows as unknown as readonly Task[];

function useDue() {
  const now = today();
  const end = addDays(now, SOON_DAYS);
  const open = { field: 'lostOn', blank: true } as const;
  const steps = useAnswer({
    ...dealsOnly,
    where: [open, { field: 'nextOn', to: end }],
    sort: { field: 'nextOn', descending: false },
  });
  const publicities = useAnswer({
    ...dealsOnly,
    where: [open, { field: 'publicityUntil', from: now, to: end }],
    sort: { field: 'publicityUntil', descending: false },
  });
  const calls = useAnswer({
    entity: 'enterprise',
    where: [{ field: 'callAgainOn', to: end }],
    sort: { field: 'callAgainOn', descending: false },
    from: 0,
    to: MOST,
  });
  const tasks = useAnswer({
    entity: 'task',
    where: [
      { field: 'doneOn', blank: true },
      {
        any: [
          { field: 'dueOn', to: end },
          { field: 'remindOn', to: end },
        ],
      },
    ],
    sort: { field: 'dueOn', descending: false },
    from: 0,
    to: MOST,
  });
  const rights = useRightsDue();
  const filings = useFilingsDue();
  const deposits = useDepositsDue();
  const tasksDue = asTasks(tasks?.rows ?? []);
  const names = useNames(tasksDue.map(({ ownerId }) => ownerId));
  if (!steps || !publicities || !calls || !tasks || !rights || !filings || !deposits)
    return undefined;
  const deals = new Map([...steps.rows, ...publicities.rows].map((row) => [row.id, row]));
  const dueTasks = tasksDue.map((task) => ({ task, about: names[task.ownerId ?? ''] ?? '' }));
  return dueOf(
    asDeals([...deals.values()]),
    asEnterprises(calls.rows),
    dueTasks,
    rights,
    filings,
    deposits,
    now,
  );
}

function Row({ item, tone }: { readonly item: DueItem; readonly tone: Tone }) {
  const { t } = useWords();
  const dates = useDateWords();
  const what =
    item.text ??
    t(`today.${item.what}`, {
      ...(item.fee ? { year: item.fee.year, amount: formatYuan(item.fee.fen) } : {}),
      ...(item.licence ? { party: item.licence.party } : {}),
    });
  const isMonth = item.entity === 'ipRight' && nearnessOf(item.on, today()) === 30;
  return (
    <li>
      <Link href={pathOf(item.entity, item.id)} className={css.dueRow}>
        <span className={css.dueDate} title={dates.full(item.on)}>
          <Chip tone={isMonth ? 'caution' : tone}>{dates.near(item.on)}</Chip>
        </span>
        <span className={css.dueText}>
          <b title={what}>{what}</b>
          {item.title !== '' && <small title={item.title}>{item.title}</small>}
        </span>
      </Link>
    </li>
  );
}

function Group({ name, items }: { readonly name: GroupName; readonly items: readonly DueItem[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, FIRST);
  const rest = items.length - shown.length;
  return (
    <section className={css.dueGroup} aria-label={t(`today.${name}`)}>
      <h3>
        {t(`today.${name}`)}
        <span>{items.length === 0 ? t('today.nothingIn') : items.length}</span>
      </h3>
      {items.length > 0 && (
        <ul>
          {shown.map((item) => (
            <Row
              key={`${item.what}-${item.licence?.id ?? item.id}`}
              item={item}
              tone={tones[name]}
            />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <button type="button" className={css.more} onClick={() => setAll(true)}>
          {t('today.more', { count: rest })}
        </button>
      )}
    </section>
  );
}

/** What is late, due today and due soon; each line opens its record. */
export function DueList() {
  const { t } = useWords();
  const due = useDue();
  const none = due && groupNames.every((name) => due[name].length === 0);
  // What lies further ahead has no heading while there is nothing.
  const groups = groupNames.filter((name) => name !== 'later' || due?.later.length);
  return (
    <Card title={t('today.due')}>
      {!due && <div className={css.dueLoading} aria-hidden="true" />}
      {none && <Empty title={t('today.nothing')} hint={t('today.nothingHint')} />}
      {due && !none && groups.map((name) => <Group key={name} name={name} items={due[name]} />)}
    </Card>
  );
}
