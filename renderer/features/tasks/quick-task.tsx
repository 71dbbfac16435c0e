import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Values } from '../../../shared/commits/index.ts';
import { tidy } from '../../../shared/core/text.ts';
import { task as taskEntity } from '../../../shared/features/tasks/index.ts';
import { useWords } from '../../app/i18n.ts';
import { type Entry, FieldInput, isRealEnter } from '../../ui/field-input.tsx';
import css from './tasks.module.css';
import { useTaskActions } from './use-task-actions.ts';

/** One line in which a task is written: Enter adds it, and the next can follow. */
export function QuickTask({ owned = {} }: { readonly owned?: Values }) {
  const { t } = useWords();
  const { add } = useTaskActions();
  const [text, setText] = useState('');
  const [due, setDue] = useState<Entry>({ type: 'blank' });
  const isAdding = useRef(false);
  const title = tidy(text);
  const save = async (): Promise<void> => {
    if (title === '' || due.type === 'unread' || isAdding.current) return;
    const values = { ...owned, title, ...(due.type === 'value' ? { dueOn: due.value } : {}) };
    isAdding.current = true;
    const added = await add(values);
    isAdding.current = false;
    if (!added) return;
    // What was typed meanwhile is the next one.
    setText((now) => (now === text ? '' : now));
    setDue({ type: 'blank' });
  };
  return (
    <div className={css.quick}>
      <TextInput
        className={css.quickText ?? ''}
        aria-label={t('task.add')}
        placeholder={t('task.add')}
        maxLength={taskEntity.fields.title.max}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!isRealEnter(event)) return;
          event.preventDefault();
          void save();
        }}
      />
      {title !== '' && (
        <>
          <span className={css.quickDay}>
            <FieldInput
              field={taskEntity.fields.dueOn}
              entry={due}
              onChange={setDue}
              onDone={() => void save()}
              bare
            />
          </span>
          <Button onClick={() => void save()}>{t('task.addButton')}</Button>
        </>
      )}
    </div>
  );
}
