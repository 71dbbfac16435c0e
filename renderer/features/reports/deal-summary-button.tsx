import { Button, Drawer, Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Printed } from '../../../shared/contract/index.ts';
import {
  type DealParts,
  dealDocument,
  dealsDocument,
  dealWorkbook,
  reportFileName,
  type Wording,
} from '../../../shared/features/reports/index.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import { host } from '../../data/host.ts';
import { usePast } from '../../data/past.ts';
import { useDesk } from '../../data/session.ts';
import { useSettings } from '../../data/settings.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';
import { notify } from '../../ui/notify.ts';
import { useTellSaved } from '../../ui/saved-file.tsx';
import { useWriteDocument } from '../../ui/write-document.ts';
import css from './deal-summary.module.css';
import { gatherDeals, ownFieldsOf, type Scope } from './gather.ts';

const formats = ['xlsx', 'pdf', 'docx', 'csv', 'json'] as const;
type Format = (typeof formats)[number];

type Progress =
  | { readonly at: 'gathering'; readonly done: number; readonly total: number }
  | { readonly at: 'writing' };

const documentOf = (list: readonly DealParts[], wording: Wording): Printed => {
  const [only] = list;
  return only && list.length === 1 ? dealDocument(only, wording) : dealsDocument(list, wording);
};

/** Writes the summary of the deals as a table, and answers what the host did. */
async function writeTables(
  format: 'xlsx' | 'csv' | 'json',
  list: readonly DealParts[],
  wording: Wording,
) {
  const workbook = dealWorkbook(list, wording, await ownFieldsOf(list));
  // A CSV file is one table: the deals.
  const tables = format === 'csv' ? workbook.tables.slice(0, 1) : workbook.tables;
  const name = reportFileName(list, wording);
  return host.writeSpreadsheet({ name, format, workbook: { ...workbook, tables } });
}

function useWording(): Wording {
  const { language, tAny } = useWords();
  const firm = useSettings((state) => state.settings.firmName);
  const isPast = usePast((state) => state.past !== null);
  return { language, t: tAny, firm, today: today(), isPast };
}

function useExport(scope: Scope, onDone: () => void) {
  const { t } = useWords();
  const wording = useWording();
  const tell = useTellSaved();
  const writeDocument = useWriteDocument();
  const [progress, setProgress] = useState<Progress | null>(null);
  const cancelling = useRef<AbortController | null>(null);
  // Leaving the screen leaves the work, too.
  useEffect(() => () => cancelling.current?.abort(), []);
  const write = async (format: Format, list: readonly DealParts[]): Promise<boolean> => {
    if (format === 'pdf' || format === 'docx') {
      const document = documentOf(list, wording);
      return (
        (await writeDocument({ name: reportFileName(list, wording), format, document })) !== null
      );
    }
    const answer = await writeTables(format, list, wording);
    tell(answer);
    return answer.ok && answer.value.place === 'file';
  };
  const start = async (format: Format): Promise<void> => {
    const controller = new AbortController();
    cancelling.current = controller;
    setProgress({ at: 'gathering', done: 0, total: 0 });
    const list = await gatherDeals(
      scope,
      (done, total) => setProgress({ at: 'gathering', done, total }),
      controller.signal,
    );
    if (list === null || list.length === 0) {
      setProgress(null);
      return notify.done(t(list === null ? 'summary.cancelled' : 'summary.none'));
    }
    setProgress({ at: 'writing' });
    const isSaved = await write(format, list);
    setProgress(null);
    if (isSaved) onDone();
  };
  return { progress, start, cancel: () => cancelling.current?.abort() };
}

/** What the panel says a format is. */
const hintOf = (format: Format, count: number, { t }: Words): string =>
  format === 'pdf'
    ? t(count === 1 ? 'summary.pdfHint.one' : 'summary.pdfHint.many')
    : t(`summary.${format}Hint`);

function Panel({ scope, onClose }: { readonly scope: Scope; readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const printsPdf = useDesk((state) => state.capabilities?.printsPdf ?? false);
  const { progress, start, cancel } = useExport(scope, onClose);
  const asked = useAnswer('id' in scope ? null : { ...scope, entity: 'deal', from: 0, to: 0 });
  const count = 'id' in scope ? 1 : asked?.total;
  const covered =
    'id' in scope
      ? t('summary.one')
      : count === 0
        ? t('summary.none')
        : t('summary.many', { count: count ?? 0 });
  const progressText =
    progress?.at === 'gathering'
      ? t('summary.gathering', { done: progress.done, total: progress.total || (count ?? 0) })
      : t('summary.writing');
  return (
    <div className={css.panel}>
      <p className={css.covers}>{count !== undefined && covered}</p>
      <ul className={css.formats}>
        {formats.map((format) => {
          const cannot = format === 'pdf' && !printsPdf;
          return (
            <li key={format}>
              <button
                type="button"
                className={css.format}
                disabled={progress !== null || !count || cannot}
                onClick={() => void start(format)}
              >
                <b>{t(`summary.${format}`)}</b>
                <span>{cannot ? t('summary.noPdf') : hintOf(format, count ?? 0, words)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className={css.progress} role="status">
        {progress && (
          <>
            <span className={css.doing}>
              <Loader size={14} />
              {progressText}
            </span>
            {progress.at === 'gathering' && (
              <Button variant="default" onClick={cancel}>
                {t('action.cancel')}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** Offers the deal summary of one deal or of what a list shows, in several formats; `?export=1` opens it. */
export function DealSummaryButton({ scope }: { readonly scope: Scope }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const opened = params.get('export') !== null;
  const setOpened = (on: boolean): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (on) next.set('export', '1');
        else next.delete('export');
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {'id' in scope ? t('summary.button') : t('action.export')}
      </Button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('summary.panel')}
        size={420}
        classNames={{ title: css.title ?? '', content: css.content ?? '' }}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Panel scope={scope} onClose={() => setOpened(false)} />
      </Drawer>
    </>
  );
}
