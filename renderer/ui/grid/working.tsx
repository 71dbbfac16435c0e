import { Button, Progress } from '@mantine/core';
import { useWords } from '../../app/i18n.ts';
import css from './bulk.module.css';
import type { Work } from './bulk.ts';

/** How far bulk work is, and the button that takes it back. */
export function Working({ work: { done, total, cancel } }: { readonly work: Work }) {
  const { t } = useWords();
  const said = { done: done.toLocaleString('en'), total: total.toLocaleString('en') };
  return (
    <div className={css.working} role="status">
      <Progress value={(done / Math.max(1, total)) * 100} aria-label={t('grid.working', said)} />
      <span className="num">{t('grid.working', said)}</span>
      <Button variant="default" size="compact-xs" onClick={cancel}>
        {t('action.cancel')}
      </Button>
    </div>
  );
}
