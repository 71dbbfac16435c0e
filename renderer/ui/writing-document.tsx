import { Button, Progress } from '@mantine/core';
import { useWords } from '../app/i18n.ts';
import css from './writing-document.module.css';

/** Says that a document is being written, how far that is, and offers to end it. */
export function WritingDocument({
  name,
  percent,
  onCancel,
}: {
  readonly name: string;
  /** 0 to 100; null where it cannot be told. */
  readonly percent: number | null;
  readonly onCancel: () => void;
}) {
  const { t } = useWords();
  const text = t('write.writing', { name });
  return (
    <div className={css.writing} role="status">
      <span>{text}</span>
      <Progress size="sm" value={percent ?? 100} animated={percent === null} aria-label={text} />
      <Button size="compact-sm" variant="default" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
    </div>
  );
}
