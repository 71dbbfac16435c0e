import { Button, Progress } from '@mantine/core';
import { useWords } from '../../app/i18n.ts';
import css from './working.module.css';

/** Something under way that takes its time: how far it is, and the way to end it. */
export function Working({
  text,
  percent,
  onCancel,
}: {
  readonly text: string;
  /** 0 to 100; null where it cannot be told. */
  readonly percent: number | null;
  /** Without it, it cannot be ended any more. */
  readonly onCancel?: () => void;
}) {
  const { t } = useWords();
  return (
    <div className={css.working}>
      <p role="status">{text}</p>
      <Progress value={percent ?? 100} animated={percent === null} aria-label={text} />
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      )}
    </div>
  );
}
