import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useEffect } from 'react';
import { useDesk } from '../data/session.ts';
import { Icon } from '../ui/icon.tsx';
import { notify } from '../ui/notify.ts';
import { useReadOnly, useReadOnlyText } from '../ui/read-only.tsx';
import { useWords } from './i18n.ts';
import { labelText } from './label.ts';
import css from './shell.module.css';
import { keysText } from './shortcuts/keys.ts';
import { followUndo, step, useUndo } from './undo.ts';

export const UNDO_KEYS = ['mod+Z'] as const;
export const REDO_KEYS = ['mod+shift+Z', 'mod+Y'] as const;

/** Undo and redo over the whole desk, with what each would do named. */
export function useStepping(): (what: 'undo' | 'redo') => Promise<void> {
  const words = useWords();
  const readOnlyText = useReadOnlyText();
  return async (what) => {
    const { readOnly } = useDesk.getState();
    if (readOnly) return notify.problem(readOnlyText(readOnly));
    const done = await step(what);
    if (!done) return;
    if (done.ok) notify.done(words.t(`${what}.done`, { label: labelText(done.step.label, words) }));
    else notify.problem(words.t('undo.failed'));
  };
}

export function UndoControl() {
  const words = useWords();
  const undo = useUndo((state) => state.undo[0]);
  const redo = useUndo((state) => state.redo[0]);
  const go = useStepping();
  const readOnly = useReadOnly();
  useEffect(() => followUndo(), []);
  if (readOnly) return null;
  const undoText = undo && words.t('undo.button', { label: labelText(undo.label, words) });
  const redoText = redo && words.t('redo.button', { label: labelText(redo.label, words) });
  return (
    <>
      {undoText && (
        <Tooltip label={`${undoText}  ${keysText(UNDO_KEYS)}`}>
          <Button
            variant="subtle"
            color="gray"
            className={css.undo ?? ''}
            leftSection={<Icon name="undo" />}
            aria-label={undoText}
            onClick={() => void go('undo')}
          >
            <span className={css.undoText}>{undoText}</span>
          </Button>
        </Tooltip>
      )}
      {redoText && (
        <Tooltip label={`${redoText}  ${keysText(REDO_KEYS)}`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={redoText}
            onClick={() => void go('redo')}
          >
            <Icon name="redo" />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
