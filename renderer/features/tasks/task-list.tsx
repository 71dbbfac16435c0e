import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { addDays } from '../../../shared/core/dates.ts';
import {
  groupOf,
  nextMonday,
  type Task,
  task as taskEntity,
} from '../../../shared/features/tasks/index.ts';
import { useWords } from '../../app/i18n.ts';
import { today, useDateWords } from '../../ui/dates.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip, type Tone } from '../../ui/page.tsx';
import { Changing, useReadOnly } from '../../ui/read-only.tsx';
import { TaskPanel } from './task-panel.tsx';
import css from './tasks.module.css';
import { type TaskActions, useTaskActions } from './use-task-actions.ts';

const tones: Readonly<Partial<Record<ReturnType<typeof groupOf>, Tone>>> = {
  late: 'alarm',
  today: 'caution',
};

function Day({ task }: { readonly task: Task }) {
  const { t } = useWords();
  const dates = useDateWords();
  const { doneOn, dueOn, remindOn } = task;
  if (doneOn !== undefined)
    return <span className={css.doneOn}>{t('task.doneOn', { date: dates.near(doneOn) })}</span>;
  const remind = remindOn === undefined ? null : t('task.remind', { date: dates.near(remindOn) });
  if (dueOn === undefined) return remind && <Chip>{remind}</Chip>;
  return (
    <span title={[dates.full(dueOn), remind].filter(Boolean).join(' · ')}>
      <Chip tone={tones[groupOf(task, today())]}>{dates.near(dueOn)}</Chip>
    </span>
  );
}

function TaskMenu({
  task,
  actions,
  onEdit,
}: {
  readonly task: Task;
  readonly actions: TaskActions;
  readonly onEdit: () => void;
}) {
  const { t } = useWords();
  const now = today();
  const later = [
    ['task.toTomorrow', addDays(now, 1)],
    ['task.toNextMonday', nextMonday(now)],
    ['task.byAWeek', addDays(task.dueOn !== undefined && task.dueOn > now ? task.dueOn : now, 7)],
  ] as const;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('task.more', task)}>
          <Icon name="more" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {task.doneOn === undefined &&
          later.map(([key, day]) => (
            <Menu.Item
              key={key}
              rightSection={<span className={css.menuDay}>{day.slice(5)}</span>}
              onClick={() => void actions.postpone(task, day)}
            >
              {t(key)}
            </Menu.Item>
          ))}
        <Menu.Item onClick={onEdit}>{t('task.edit')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<Icon name="trash" size={14} />}
          onClick={() => void actions.remove(task)}
        >
          {t('action.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface RowProps {
  readonly task: Task;
  /** What it is about, where that is not plain. */
  readonly about: ReactNode;
  readonly actions: TaskActions;
  readonly onToggle: () => void;
  readonly onEdit: () => void;
}

function TaskRow({ task, about, actions, onToggle, onEdit }: RowProps) {
  const { t } = useWords();
  const readOnly = useReadOnly();
  const { title, note, doneOn, priority } = task;
  return (
    <li className={css.row} data-done={doneOn !== undefined}>
      <Checkbox
        size="xs"
        checked={doneOn !== undefined}
        disabled={readOnly !== null}
        aria-label={t(doneOn === undefined ? 'task.finish' : 'task.reopen', { title })}
        onChange={onToggle}
      />
      <div className={css.main}>
        <span className={css.line}>
          {readOnly ? (
            <span className={css.title}>{title}</span>
          ) : (
            <button type="button" className={css.title} onClick={onEdit}>
              {title}
            </button>
          )}
          {priority && doneOn === undefined && (
            <span className={css.priority}>
              <FieldValue entity={taskEntity} name="priority" value={priority} />
            </span>
          )}
        </span>
        {(about || note) && (
          <small>
            {about}
            {note && <span>{note}</span>}
          </small>
        )}
      </div>
      <Day task={task} />
      <Changing>
        <TaskMenu task={task} actions={actions} onEdit={onEdit} />
      </Changing>
    </li>
  );
}

/** Checkboxes of a list, from one of which to the next the arrow keys go. */
const boxesIn = (list: HTMLElement | null): readonly HTMLInputElement[] => [
  ...(list?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? []),
];

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const boxes = boxesIn(event.currentTarget);
  const at = boxes.findIndex((box) => box === event.target);
  if (by === 0 || at < 0) return;
  event.preventDefault();
  boxes[at + by]?.focus();
}

/** Tasks below one another: checked off, put off, changed where they stand. */
export function TaskList({
  tasks,
  label,
  about,
}: {
  readonly tasks: readonly Task[];
  readonly label: string;
  readonly about?: (task: Task) => ReactNode;
}) {
  const actions = useTaskActions();
  const list = useRef<HTMLUListElement>(null);
  const [edited, setEdited] = useState<Task | null>(null);
  const toggle = (index: number, task: Task): void => {
    // The row may go elsewhere: the next one takes the focus, so that the keyboard can go on.
    const boxes = boxesIn(list.current);
    const hadFocus = document.activeElement === boxes[index];
    const next = boxes[index + 1] ?? boxes[index - 1];
    void actions.toggle(task).then((done) => {
      if (done && hadFocus) next?.focus();
    });
  };
  return (
    <>
      <ul ref={list} className={css.list} aria-label={label} onKeyDown={moveFocus}>
        {tasks.map((task, index) => (
          <TaskRow
            key={task.id}
            task={task}
            about={about?.(task)}
            actions={actions}
            onToggle={() => toggle(index, task)}
            onEdit={() => setEdited(task)}
          />
        ))}
      </ul>
      <TaskPanel task={edited} actions={actions} onClose={() => setEdited(null)} />
    </>
  );
}
