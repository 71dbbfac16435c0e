import type { Label, Values } from '../../../shared/commits/index.ts';
import { postponed, type Task, task as taskEntity } from '../../../shared/features/tasks/index.ts';
import { useWords } from '../../app/i18n.ts';
import { today } from '../../ui/dates.ts';
import { notify } from '../../ui/notify.ts';
import { freshId, useSave } from '../../ui/save.ts';

export interface TaskActions {
  /** Checks a task off, or takes that back. True when written. */
  readonly toggle: (task: Task) => Promise<boolean>;
  readonly postpone: (task: Task, to: string) => Promise<boolean>;
  readonly edit: (task: Task, set: Values) => Promise<boolean>;
  readonly remove: (task: Task) => Promise<void>;
  readonly add: (values: Values & { readonly title: string }) => Promise<boolean>;
}

/** What is done with tasks, each as one step to undo. */
export function useTaskActions(): TaskActions {
  const { t } = useWords();
  const save = useSave();
  const { name } = taskEntity;
  const patch = ({ id }: Task, label: Label, set: Values): Promise<boolean> =>
    save.changes(label, [{ patch: name, id, set }]);
  return {
    toggle: (task) => {
      const isDone = task.doneOn !== undefined;
      const label = { key: isDone ? 'reopenTask' : 'finishTask', params: { title: task.title } };
      return patch(task, label, { doneOn: isDone ? null : today() });
    },
    postpone: (task, to) =>
      patch(
        task,
        { key: 'postponeTask', params: { title: task.title, date: to } },
        postponed(task, to),
      ),
    edit: (task, set) => patch(task, { key: 'editTask', params: { title: task.title } }, set),
    remove: async (task) => {
      const label = { key: 'delete', params: { entity: name, title: task.title } };
      if (await save.changes(label, [{ delete: name, id: task.id }]))
        notify.done(t('task.removed', { title: task.title }));
    },
    add: (values) =>
      save.changes({ key: 'create', params: { entity: name, title: values.title } }, [
        { put: name, id: freshId(), value: values },
      ]),
  };
}
