import { Button } from '@mantine/core';
import {
  ROW_STATES,
  targetText,
  unfilledFields,
  unitsToConfirm,
} from '../../../shared/importing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { PageHead, Tabs } from '../../ui/page.tsx';
import { useReadOnlyText } from '../../ui/read-only.tsx';
import { chooseColumnUnit, chooseTab, type Tab, type Work } from './import-store.ts';
import css from './preview.module.css';
import { PreviewFoot } from './preview-foot.tsx';
import { PreviewGrid } from './preview-grid.tsx';
import { SourceBar } from './source-bar.tsx';

/** What must be settled before anything can be written. */
function ToSettle({ work }: { readonly work: Work }) {
  const { t, language } = useWords();
  const { columns, subject } = work;
  return (
    <>
      {unfilledFields(columns, subject).map((target) => (
        <div key={`${target.entity}.${target.field}`} className={css.notice} role="status">
          {t('importing.unfilled', { field: targetText(subject, target, language) })}
        </div>
      ))}
      {unitsToConfirm(columns, subject).map(({ index, title, unit: { unit } }) => (
        <div key={index} className={css.notice} role="status">
          <span>
            {t('importing.confirmUnit', { column: title, unit: t(`import.unit.${unit}`) })}
          </span>
          <Button variant="default" onClick={() => chooseColumnUnit(index, unit)}>
            {t('importing.confirmUnitButton', { unit: t(`import.unit.${unit}`) })}
          </Button>
        </div>
      ))}
    </>
  );
}

function Progress({ work }: { readonly work: Work }) {
  const { t } = useWords();
  if (work.isRead) return null;
  const [done, total] = [work.rowsRead, work.endRow];
  return (
    <div className={css.progress} role="status">
      <progress max={Math.max(1, total)} value={done} />
      {t('importing.reading', {
        done: done.toLocaleString('en'),
        total: total.toLocaleString('en'),
      })}
    </div>
  );
}

/** Says that the last attempt to write came to nothing, and why. */
function Failed({ work: { failed } }: { readonly work: Work }) {
  const { t } = useWords();
  const readOnlyText = useReadOnlyText();
  if (!failed) return null;
  const said = {
    cancelled: () => t('importing.cancelled'),
    readOnly: () => ('why' in failed ? readOnlyText(failed.why) : ''),
    storage: () => t('importing.storage', { message: 'message' in failed ? failed.message : '' }),
    changedMeanwhile: () => t('importing.changed'),
    recordGone: () => t('importing.changed'),
    recordExists: () => t('importing.changed'),
  } satisfies Record<typeof failed.type, () => string>;
  return (
    <div className={css.notice} role="alert">
      {said[failed.type]()}
    </div>
  );
}

/** The sheet as it was understood, to be looked through and mended before anything is written. */
export function Preview({ work }: { readonly work: Work }) {
  const { t } = useWords();
  const { reading, tab, file } = work;
  const count = (state: Tab): number =>
    state === 'all'
      ? count('ready') + count('problem') + count('repeated') + count('known')
      : (reading?.count(state) ?? 0);
  const states = ROW_STATES.filter((state) => state !== 'skipped' || count(state) > 0);
  const tabs: readonly Tab[] = ['all', ...states];
  return (
    <>
      <PageHead title={t('importing.title')} subtitle={file.name}>
        <Progress work={work} />
      </PageHead>
      <SourceBar work={work} />
      <ToSettle work={work} />
      <Failed work={work} />
      <Tabs
        label={t('importing.tabs')}
        value={tab}
        onChange={chooseTab}
        items={tabs.map((key) => ({
          key,
          label: t('importing.tab', {
            state: key === 'all' ? t('importing.all') : t(`import.state.${key}`),
            count: count(key).toLocaleString('en'),
          }),
        }))}
      />
      <PreviewGrid work={work} />
      <PreviewFoot work={work} />
    </>
  );
}
