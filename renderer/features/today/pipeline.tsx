import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { inOrder, type Stage, stageName } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { type BarItem, LyingBars } from '../../ui/charts/bars.tsx';
import { spokenAmount } from '../../ui/field-value.tsx';
import { Card, Empty } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import css from './today-page.module.css';
import { useShowDeals } from './use-show-deals.ts';

type Measure = 'amounts' | 'counts';

/** How many deals stand in each stage and what they come to; a bar opens them. */
export function Pipeline({ stages }: { readonly stages: readonly Stage[] | undefined }) {
  const words = useWords();
  const { t, language } = words;
  const [, go] = useLocation();
  const show = useShowDeals();
  const [measure, setMeasure] = useState<Measure>('amounts');
  const answer = useAnswer({
    entity: 'deal',
    where: [{ field: 'lostOn', blank: true }],
    from: 0,
    to: 0,
    groupBy: 'stageId',
    sums: ['contractAmountFen', 'technologyAmountFen'],
  });
  const itemOf = (stage: Stage): BarItem => {
    const group = answer?.groups.find(({ key }) => key === stage.id);
    const count = group?.count ?? 0;
    const contract = group?.sums.contractAmountFen?.fen ?? 0;
    const technology = group?.sums.technologyAmountFen?.fen ?? 0;
    const name = stageName(stage, language);
    return {
      key: stage.id,
      name,
      values: measure === 'amounts' ? [contract, technology] : [count],
      figure: measure === 'amounts' ? spokenAmount(contract, words) : t('today.count', { count }),
      spoken: t('today.stageBar', {
        stage: name,
        count,
        contract: spokenAmount(contract, words),
        technology: spokenAmount(technology, words),
      }),
    };
  };
  const ready = answer && stages;
  const some = answer !== undefined && answer.total > 0;
  return (
    <Card
      title={t('today.pipeline')}
      aside={
        some && (
          <>
            {measure === 'amounts' && (
              <span className={css.legend}>
                <i data-tone="accent" />
                {t('today.contract')}
                <i data-tone="soft" />
                {t('today.technology')}
              </span>
            )}
            <SegmentedControl
              size="xs"
              aria-label={t('today.measure')}
              value={measure}
              onChange={(next) => setMeasure(next === 'counts' ? 'counts' : 'amounts')}
              data={[
                { value: 'amounts', label: t('today.amounts') },
                { value: 'counts', label: t('today.counts') },
              ]}
            />
          </>
        )
      }
    >
      {!ready && <div className={css.pipelineLoading} aria-hidden="true" />}
      {ready && !some && (
        <Empty title={t('today.empty')} hint={t('today.emptyHint')}>
          <Changing>
            <Button onClick={() => go('/deals?new=1')}>{t('today.newDeal')}</Button>
          </Changing>
        </Empty>
      )}
      {ready && some && (
        <LyingBars
          label={t('today.pipeline')}
          items={inOrder(stages).map(itemOf)}
          tones={measure === 'amounts' ? ['accent', 'soft'] : ['accent']}
          onOpen={(id) => show([{ field: 'stageId', in: [id] }])}
        />
      )}
    </Card>
  );
}
