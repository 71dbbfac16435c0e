import { Button } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords } from '../app/i18n.ts';
import { isRealEnter } from './field-input.tsx';
import css from './line-form.module.css';
import { usePressOnce } from './press-once.ts';

/** A line of a table, written where it stands. Enter takes it once, Escape leaves it as it was. */
export function LineForm({
  onTake,
  onClose,
  className = '',
  children,
}: {
  /** Answers whether it was written; if not, the line stays open. */
  readonly onTake: () => Promise<boolean>;
  readonly onClose: () => void;
  /** Lays out the fields. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const take = usePressOnce(async () => {
    const isWritten = await onTake();
    if (isWritten) onClose();
    return isWritten;
  });
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    // Escape closes an open list first.
    const isListOpen =
      event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Escape' && !event.nativeEvent.isComposing && !isListOpen) onClose();
    if (event.key === 'Enter' && !isRealEnter(event)) event.preventDefault();
  };
  return (
    <form
      className={css.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <div className={className}>{children}</div>
      <div className={css.foot}>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button size="xs" type="submit">
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}
