import type { Json } from '../../../shared/commits/index.ts';
import { type Task, task as taskEntity } from '../../../shared/features/tasks/index.ts';
import { useWords } from '../../app/i18n.ts';
import { FormPanel } from '../../ui/record-form.tsx';
import type { TaskActions } from './use-task-actions.ts';

const formFields = [
  'title',
  'dueOn',
  'remindOn',
  'priority',
  'note',
] as const satisfies readonly (keyof typeof taskEntity.fields)[];

/** A task's fields in a panel; closed while there is no task. */
export function TaskPanel({
  task,
  actions,
  onClose,
}: {
  readonly task: Task | null;
  readonly actions: TaskActions;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const valuesFrom = (from: Readonly<Record<string, Json | undefined>>) =>
    formFields.map((name) => [name, from[name] ?? null] as const);
  return (
    <FormPanel
      key={task?.id ?? ''}
      opened={task !== null}
      title={t('task.title')}
      entity={taskEntity}
      initial={Object.fromEntries(valuesFrom({ ...task }).filter(([, value]) => value !== null))}
      submit={t('action.save')}
      onClose={onClose}
      onSubmit={async (values) =>
        task !== null && (await actions.edit(task, Object.fromEntries(valuesFrom(values))))
      }
    />
  );
}
