import { Button } from '@mantine/core';
import { useWords } from '../../app/i18n.ts';
import { Card, PageHead } from '../../ui/page.tsx';
import type { ImportState } from './import-store.ts';
import css from './outcome.module.css';
import { cancelImport } from './write-import.ts';

/** An import being written: how far it is, and the way back. */
export function Writing({
  state,
}: {
  readonly state: Extract<ImportState, { readonly at: 'writing' }>;
}) {
  const { t } = useWords();
  const { done, total, work, phase } = state;
  const params = { done: done.toLocaleString('en'), total: total.toLocaleString('en') };
  const said = t(`importing.${phase}`, params);
  return (
    <>
      <PageHead title={t('importing.title')} subtitle={work.file.name} />
      <div className={css.body}>
        <Card>
          <p className={css.said} role="status">
            {said}
          </p>
          <progress className={css.bar} max={Math.max(1, total)} value={done} aria-label={said} />
          <Button variant="default" disabled={phase === 'takingBack'} onClick={cancelImport}>
            {t('importing.cancelWriting')}
          </Button>
        </Card>
      </div>
    </>
  );
}
