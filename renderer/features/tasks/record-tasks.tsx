import { useState } from 'react';
import { inTaskOrder } from '../../../shared/features/tasks/index.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { useParts } from '../../data/read.ts';
import { Card } from '../../ui/page.tsx';
import { Changing, useReadOnly } from '../../ui/read-only.tsx';
import { QuickTask } from './quick-task.tsx';
import { TaskList } from './task-list.tsx';
import css from './tasks.module.css';

/** What is to be done about a record: a card of its page. */
export function RecordTasks({ kind, id }: { readonly kind: EntityName; readonly id: string }) {
  const { t } = useWords();
  const readOnly = useReadOnly();
  const [withDone, setWithDone] = useState(false);
  const tasks = useParts('task', id);
  if (tasks === undefined) return null;
  const open = inTaskOrder(tasks.filter(({ doneOn }) => doneOn === undefined));
  const done = tasks
    .filter(({ doneOn }) => doneOn !== undefined)
    .toSorted((one, other) => other.updatedAt - one.updatedAt);
  return (
    <Card
      title={
        <>
          {t('task.title')} {open.length > 0 && <span className={css.count}>{open.length}</span>}
        </>
      }
    >
      <Changing>
        <QuickTask owned={{ ownerKind: kind, ownerId: id }} />
      </Changing>
      {readOnly && tasks.length === 0 && <p className={css.empty}>{t('task.none')}</p>}
      {open.length > 0 && <TaskList tasks={open} label={t('task.title')} />}
      {done.length > 0 && (
        <button
          type="button"
          className={css.more}
          aria-expanded={withDone}
          onClick={() => setWithDone(!withDone)}
        >
          {t('task.showDone', { count: done.length })}
        </button>
      )}
      {withDone && done.length > 0 && <TaskList tasks={done} label={t('task.done')} />}
    </Card>
  );
}
