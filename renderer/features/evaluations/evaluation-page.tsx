import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useRecord } from '../../data/read.ts';
import { PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { Gone } from '../../ui/use-record-page.tsx';
import { CompareTab } from './compare-tab.tsx';
import css from './evaluations.module.css';
import { PricesTab } from './prices-tab.tsx';
import { ReadinessTab } from './readiness.tsx';
import { SheetsTab } from './sheets-tab.tsx';
import { TrlTab } from './trl-tab.tsx';
import { useEvaluations, useStanding } from './use-evaluations.ts';

const tabs = ['trl', 'sheets', 'prices', 'compare', 'ready'] as const;
type Tab = (typeof tabs)[number];

/** Which tab and which of its records is shown: in the address, so that links lead there. */
function usePlace() {
  const [params, setParams] = useSearchParams();
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'trl';
  const go = (to: Tab, one?: string) =>
    setParams({ tab: to, ...(one === undefined ? {} : { one }) }, { replace: true });
  return { tab, one: params.get('one'), go };
}

function Loaded({ record }: { readonly record: Achievement }) {
  const { t } = useWords();
  const { tab, one, go } = usePlace();
  const all = useEvaluations(record.id);
  const standing = useStanding(record, all);
  if (!all || !standing) return null;
  const shown = { record, all, chosen: one, onChoose: (id: string) => go(tab, id) };
  return (
    <>
      <TopActions>
        <Button component={Link} href={pathOf('achievement', record.id)} variant="default">
          {t('evaluation.toAchievement')}
        </Button>
      </TopActions>
      <PageHead title={record.title} subtitle={t('evaluation.pageHint')} />
      <Tabs
        label={t('evaluation.title')}
        value={tab}
        onChange={(next) => go(next)}
        items={tabs.map((key) => ({ key, label: t(`evaluation.tab.${key}`) }))}
      />
      <div key={tab} className={css.page}>
        {tab === 'trl' && (
          <TrlTab record={record} standing={standing.trl} evidence={all.evidence} />
        )}
        {tab === 'sheets' && <SheetsTab {...shown} />}
        {tab === 'prices' && <PricesTab {...shown} />}
        {tab === 'compare' && <CompareTab record={record} all={all} prices={standing.prices} />}
        {tab === 'ready' && <ReadinessTab record={record} questions={standing.questions} />}
      </div>
    </>
  );
}

/** The evaluation of an achievement: readiness level, sheets, price aids, and what would be asked. */
export function EvaluationPage({ id }: { readonly id: string }) {
  const record = useRecord('achievement', id);
  if (record === undefined) return null;
  return record === null ? <Gone name="achievement" /> : <Loaded record={record} />;
}
