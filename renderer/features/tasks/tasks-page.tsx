import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import {
  groupOf,
  inTaskOrder,
  type Task,
  type TaskGroup,
  taskGroups,
} from '../../../shared/features/tasks/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pagePathOf } from '../../app/paths.ts';
import { useRecord } from '../../data/read.ts';
import { useAnswer, useNames } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';
import { Card, Empty, PageHead } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { QuickTask } from './quick-task.tsx';
import { TaskList } from './task-list.tsx';
import { TaskPanel } from './task-panel.tsx';
import css from './tasks.module.css';
import { useTaskActions } from './use-task-actions.ts';

/** More than anybody works off from one page. */
const MOST = 500;
const MOST_DONE = 100;

// The index answers with stored records of the kind asked for; `commit` has checked their values.
const asTasks = (rows: readonly StoredRecord[]) => rows as unknown as readonly Task[];

const useOpenTasks = () =>
  useAnswer({
    entity: 'task',
    where: [{ field: 'doneOn', blank: true }],
    sort: { field: 'dueOn', descending: false },
    from: 0,
    to: MOST,
  });

const useDoneTasks = (rows: number) =>
  useAnswer({
    entity: 'task',
    where: [{ field: 'doneOn', blank: false }],
    sort: [
      { field: 'doneOn', descending: true },
      { field: 'updatedAt', descending: true },
    ],
    from: 0,
    to: rows,
  });

/** Links to the records that tasks are about, by their present titles. */
function useAbout(tasks: readonly Task[]): (task: Task) => ReactNode {
  const names = useNames([...new Set(tasks.map(({ ownerId }) => ownerId))]);
  return ({ ownerKind, ownerId }) => {
    const name = ownerId === undefined ? undefined : names[ownerId];
    const path = ownerKind && ownerId ? pagePathOf(ownerKind, ownerId) : null;
    if (name === undefined || path === null) return null;
    return (
      <Link href={path} className={css.about}>
        {name}
      </Link>
    );
  };
}

function Group({
  title,
  tasks,
  about,
}: {
  readonly title: string;
  readonly tasks: readonly Task[];
  readonly about: (task: Task) => ReactNode;
}) {
  return (
    <section className={css.group}>
      <h2>
        {title} <span className={css.count}>{tasks.length}</span>
      </h2>
      <TaskList tasks={tasks} label={title} about={about} />
    </section>
  );
}

/** All tasks of the desk by when they are due, and a line for the next one; one may be open. */
export function TasksPage({ id }: { readonly id: string | undefined }) {
  const { t } = useWords();
  const [withDone, setWithDone] = useState(false);
  const [, go] = useLocation();
  const actions = useTaskActions();
  const opened = useRecord('task', id);
  const open = useOpenTasks();
  const done = useDoneTasks(withDone ? MOST_DONE : 0);
  const tasks = inTaskOrder(asTasks(open?.rows ?? []));
  const doneTasks = asTasks(done?.rows ?? []);
  const about = useAbout([...tasks, ...doneTasks]);
  const now = today();
  const byGroup: ReadonlyMap<TaskGroup, readonly Task[]> = Map.groupBy(tasks, (task) =>
    groupOf(task, now),
  );
  return (
    <>
      <PageHead title={t('task.title')} subtitle={open && t('task.count', { count: open.total })} />
      <div className={css.page}>
        <Changing>
          <QuickTask />
        </Changing>
        {open && tasks.length > 0 && (
          <Card>
            {taskGroups.map((group) => {
              const some = byGroup.get(group);
              return (
                some && <Group key={group} title={t(`task.${group}`)} tasks={some} about={about} />
              );
            })}
            {open.total > MOST && <p className={css.empty}>{t('task.cut', { count: MOST })}</p>}
          </Card>
        )}
        {open?.total === 0 && <Empty title={t('task.none')} hint={t('task.noneHint')} />}
        {done !== undefined && done.total > 0 && (
          <button
            type="button"
            className={css.more}
            aria-expanded={withDone}
            onClick={() => setWithDone(!withDone)}
          >
            {t('task.showDone', { count: done.total })}
          </button>
        )}
        {withDone && doneTasks.length > 0 && (
          <Card>
            <TaskList tasks={doneTasks} label={t('task.done')} about={about} />
          </Card>
        )}
      </div>
      <TaskPanel task={opened ?? null} actions={actions} onClose={() => go('/tasks')} />
    </>
  );
}
