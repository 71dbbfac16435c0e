import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { fileNameOf } from '../../../shared/core/file-names.ts';
import { type RowView, rejectedTable } from '../../../shared/importing/index.ts';
import { isEntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { listPath } from '../../app/paths.ts';
import { useUndo } from '../../app/undo.ts';
import { stepBack } from '../../data/commit.ts';
import { host } from '../../data/host.ts';
import { notify } from '../../ui/notify.ts';
import { Card, PageHead } from '../../ui/page.tsx';
import { useTellSaved } from '../../ui/saved-file.tsx';
import { backToPreview, type Outcome as Facts, leaveImport, type Work } from './import-store.ts';
import { inSlices } from './in-slices.ts';
import css from './outcome.module.css';

/** Rejected rows as a file to mend and bring in again. */
function useDownload({ reading, columns, subject, file }: Work, rows: readonly number[]) {
  const { t, tAny, language } = useWords();
  const tellSaved = useTellSaved();
  return async (): Promise<void> => {
    if (!reading) return;
    const views: RowView[] = [];
    await inSlices(rows, (row) => views.push(reading.view(row)));
    const table = rejectedTable(views, columns, subject, language, tAny);
    const base = file.name.replace(/\.[^.]*$/, '').replace(/^\.+/, '');
    const name = t('import.rejected.file', { file: fileNameOf(base) }).trim();
    tellSaved(
      await host.writeSpreadsheet({
        name,
        format: 'xlsx',
        workbook: { title: table.name, language, tables: [table] },
      }),
    );
  };
}

/** Takes the import back while it is the last thing that was done. */
function useTakeBack(work: Work, unit: string | null) {
  const { t } = useWords();
  const last = useUndo(({ undo }) => undo[0]);
  const undoable = useUndo(({ undo }) => undo.some((one) => one.unit === unit));
  const step = last?.unit === unit ? last : null;
  return {
    undoable,
    isLast: step !== null,
    takeBack: async (): Promise<void> => {
      const done = step && (await stepBack(step, 'undo'));
      if (!done?.ok) return notify.problem(t('undo.failed'));
      notify.done(t('importing.undone'));
      backToPreview(work, null);
    },
  };
}

function Figures({ work, outcome }: { readonly work: Work; readonly outcome: Facts }) {
  const { t } = useWords();
  const { reading, choices } = work;
  const left = (state: 'problem' | 'repeated' | 'known') => reading?.count(state) ?? 0;
  const figures = [
    [t('importing.doneAdded'), outcome.added, 'good'],
    [t('importing.doneUpdated'), outcome.updated, 'good'],
    [t('importing.doneRepeated'), choices.repeated === 'skip' ? left('repeated') : 0, 'plain'],
    [t('importing.doneKnown'), choices.known === 'skip' ? left('known') : 0, 'plain'],
    [t('importing.doneProblem'), left('problem'), 'alarm'],
  ] as const;
  return (
    <dl className={css.figures}>
      {figures.map(([label, count, tone], index) =>
        index === 0 || count > 0 ? (
          <div key={label} data-tone={tone}>
            <dt>{label}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** What came of an import, and what can be done about it. */
export function Outcome({ work, outcome }: { readonly work: Work; readonly outcome: Facts }) {
  const words = useWords();
  const { t } = words;
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const download = useDownload(work, outcome.leftOut);
  const { undoable, isLast, takeBack } = useTakeBack(work, outcome.unit);
  const { entity } = work.subject;
  const during = async (action: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await action();
    setBusy(false);
  };
  return (
    <>
      <PageHead title={t('importing.title')} subtitle={work.file.name} />
      <div className={css.body}>
        <Card title={t('importing.done', { file: work.file.name })}>
          <Figures work={work} outcome={outcome} />
          <div className={css.actions}>
            <Button onClick={() => isEntityName(entity.name) && go(listPath(entity.name))}>
              {t('importing.see', { entity: words.inside(entity.plural) })}
            </Button>
            {outcome.leftOut.length > 0 && (
              <Button
                variant="default"
                loading={busy}
                title={t('importing.downloadHint')}
                onClick={() => void during(download)}
              >
                {t('importing.download')}
              </Button>
            )}
            {undoable && (
              <Button
                variant="default"
                disabled={!isLast || busy}
                title={isLast ? undefined : t('importing.undoLater')}
                onClick={() => void during(takeBack)}
              >
                {t('importing.undo')}
              </Button>
            )}
            <Button variant="default" onClick={leaveImport}>
              {t('importing.more')}
            </Button>
          </div>
          {undoable && !isLast && <p className={css.later}>{t('importing.undoLater')}</p>}
        </Card>
      </div>
    </>
  );
}
