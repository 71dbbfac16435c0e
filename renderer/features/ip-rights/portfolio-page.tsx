import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { formatYuan } from '../../../shared/core/money.ts';
import {
  type FeeToCome,
  feesByYear,
  feesToCome,
  type IpRight,
  nearnessOf,
  spansOf,
} from '../../../shared/features/ip-rights/index.ts';
import { useWords } from '../../app/i18n.ts';
import { listPath, pathOf } from '../../app/paths.ts';
import { useAllRecords, useRecord } from '../../data/read.ts';
import { StandingBars } from '../../ui/charts/bars.tsx';
import { today, useDateWords } from '../../ui/dates.ts';
import { Card, Chip, Empty, PageHead, TopActions } from '../../ui/page.tsx';
import css from './ip-rights.module.css';
import { nearTone } from './standing-card.tsx';
import { TermsTimeline } from './terms-timeline.tsx';
import { useRightsOf } from './use-rights-of.ts';

/** The fees of so many years are added up. */
const YEARS = 10;
const FEN_PER_YUAN = 100;

function FeesOfYear({ fees }: { readonly fees: readonly FeeToCome[] }) {
  const { t } = useWords();
  const dates = useDateWords();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th>{t('ip.right')}</th>
          <th className="num">{t('ip.year')}</th>
          <th>{t('ip.due')}</th>
          <th className="num">{t('ip.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {fees.map(({ right, annuity }) => (
          <tr key={`${right.id} ${annuity.year}`}>
            <td>
              <Link href={pathOf('ipRight', right.id)}>{right.title}</Link>
            </td>
            <td className="num">{annuity.year}</td>
            <td>
              <Chip tone={nearTone(nearnessOf(annuity.dueOn, today()))}>
                {dates.near(annuity.dueOn)}
              </Chip>
            </td>
            <td className="num">{formatYuan(annuity.fen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FeesCards({ rights }: { readonly rights: readonly IpRight[] }) {
  const { t } = useWords();
  const fees = feesToCome(rights, today());
  const years = feesByYear(fees, today(), YEARS);
  const first = years.find(({ count }) => count > 0)?.year;
  const [chosen, setChosen] = useState<string>();
  const year = chosen ?? first;
  const total = years.reduce((sum, { fen }) => sum + fen, 0);
  if (first === undefined || year === undefined) {
    return (
      <Card title={t('ip.feesByYear')}>
        <Empty title={t('ip.feesNone')} hint={t('ip.feesNoneHint')} />
      </Card>
    );
  }
  return (
    <>
      <Card
        title={t('ip.feesByYear')}
        aside={
          <span className={css.source}>
            {t('ip.feesTotal', { years: YEARS, amount: formatYuan(total) })}
          </span>
        }
      >
        <StandingBars
          label={t('ip.feesByYear')}
          tones={['accent']}
          axis={(fen) => (fen / FEN_PER_YUAN).toLocaleString('en')}
          items={years.map((one) => ({
            key: one.year,
            name: one.year,
            values: [one.fen],
            spoken: t('ip.yearSpoken', {
              year: one.year,
              count: one.count,
              amount: formatYuan(one.fen),
            }),
          }))}
          onOpen={setChosen}
        />
      </Card>
      <Card title={t('ip.feesOf', { year })}>
        <FeesOfYear fees={fees.filter((fee) => fee.year === year)} />
      </Card>
    </>
  );
}

function Portfolio({ rights, of }: { readonly rights: readonly IpRight[]; readonly of?: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const spans = spansOf(rights, today());
  const valid = rights.filter(({ status }) => status === 'granted').length;
  return (
    <>
      <TopActions>
        <Button variant="default" onClick={() => go(listPath('ipRight'))}>
          {t('ip.pages')}
        </Button>
      </TopActions>
      <PageHead
        title={of === undefined ? t('ip.portfolio') : t('ip.portfolioOf', { title: of })}
        subtitle={t('ip.portfolioHint', { count: rights.length, valid })}
      />
      <div className={css.page}>
        <div>
          <FeesCards rights={rights} />
        </div>
        <Card title={t('ip.terms')} aside={<span className={css.source}>{t('ip.termsHint')}</span>}>
          {spans.length === 0 ? (
            <Empty title={t('ip.termsNone')} />
          ) : (
            <TermsTimeline spans={spans} today={today()} />
          )}
        </Card>
      </div>
    </>
  );
}

function WholePortfolio() {
  const rights = useAllRecords('ipRight');
  return rights ? <Portfolio rights={rights} /> : null;
}

function AchievementPortfolio({ id }: { readonly id: string }) {
  const achievement = useRecord('achievement', id);
  const mine = useRightsOf(id);
  if (!achievement || !mine) return null;
  return <Portfolio rights={mine.map(({ right }) => right)} of={achievement.title} />;
}

/** Terms and fees of all rights, or of those behind one achievement (`?achievement=`). */
export function PortfolioPage() {
  const [params] = useSearchParams();
  const id = params.get('achievement');
  return id === null ? <WholePortfolio /> : <AchievementPortfolio key={id} id={id} />;
}
