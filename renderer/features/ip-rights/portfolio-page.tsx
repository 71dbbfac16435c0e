import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { formatYuan } from '../../../shared/core/money.ts';
import {
  type FeeToCome,
  joinPortfolios,
  nearnessOf,
  type Portfolio,
  portfolioOf,
  RIGHTS_AT_ONCE,
} from '../../../shared/features/ip-rights/index.ts';
import { useWords } from '../../app/i18n.ts';
import { listPath, pathOf } from '../../app/paths.ts';
import { recordsInChunks, useRecord } from '../../data/read.ts';
import { rulesNow, useRules } from '../../data/rules.ts';
import { useReckoned } from '../../data/use-reckoned.ts';
import { StandingBars } from '../../ui/charts/bars.tsx';
import { today, useDateWords } from '../../ui/dates.ts';
import { Card, Chip, Empty, PageHead, TopActions } from '../../ui/page.tsx';
import { useRightsOf } from '../../ui/use-rights-of.ts';
import css from './ip-rights.module.css';
import { nearTone } from './standing-card.tsx';
import { TermsTimeline } from './terms-timeline.tsx';

/** The fees of so many years are added up. */
const YEARS = 10;
/** Rows drawn at first, and more each time they are asked for. */
const STEP = 40;
const FEN_PER_YUAN = 100;

function FeesOfYear({ fees }: { readonly fees: readonly FeeToCome[] }) {
  const { t } = useWords();
  const dates = useDateWords();
  const [count, setCount] = useState(STEP);
  const ordered = useMemo(
    () => fees.toSorted((a, b) => (a.annuity.dueOn < b.annuity.dueOn ? -1 : 1)),
    [fees],
  );
  const rest = ordered.length - count;
  return (
    <>
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
          {ordered.slice(0, count).map(({ right, annuity }) => (
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
      {rest > 0 && (
        <button type="button" className={css.more} onClick={() => setCount(count + STEP)}>
          {t('ip.more', { count: Math.min(rest, STEP) })}
        </button>
      )}
    </>
  );
}

function FeesCards({ years }: Pick<Portfolio, 'years'>) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<string>();
  const shown =
    years.find(({ year }) => year === chosen) ?? years.find(({ fees }) => fees.length > 0);
  const total = years.reduce((sum, { fen }) => sum + fen, 0);
  if (!shown) {
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
              count: one.fees.length,
              amount: formatYuan(one.fen),
            }),
          }))}
          onOpen={setChosen}
        />
      </Card>
      <Card title={t('ip.feesOf', { year: shown.year })}>
        <FeesOfYear key={shown.year} fees={shown.fees} />
      </Card>
    </>
  );
}

function Shown({ portfolio, of }: { readonly portfolio: Portfolio; readonly of?: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const { count, valid, years, spans } = portfolio;
  return (
    <>
      <TopActions>
        <Button variant="default" onClick={() => go(listPath('ipRight'))}>
          {t('ip.pages')}
        </Button>
      </TopActions>
      <PageHead
        title={of === undefined ? t('ip.portfolio') : t('ip.portfolioOf', { title: of })}
        subtitle={t('ip.portfolioHint', { count, valid })}
      />
      <div className={css.page}>
        <div>
          <FeesCards years={years} />
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

async function readPortfolio(isOver: () => boolean): Promise<Portfolio | null> {
  const pieces: Portfolio[] = [];
  for await (const rights of recordsInChunks('ipRight', RIGHTS_AT_ONCE)) {
    if (isOver()) return null;
    pieces.push(portfolioOf(rights, today(), YEARS, rulesNow()));
  }
  return joinPortfolios(pieces);
}

function WholePortfolio() {
  const portfolio = useReckoned(['ipRight', 'ruleRow'], readPortfolio);
  return portfolio ? <Shown portfolio={portfolio} /> : null;
}

function AchievementPortfolio({ id }: { readonly id: string }) {
  const achievement = useRecord('achievement', id);
  const mine = useRightsOf(id);
  const rules = useRules();
  if (!achievement || !mine) return null;
  const rights = mine.map(({ right }) => right);
  return <Shown portfolio={portfolioOf(rights, today(), YEARS, rules)} of={achievement.title} />;
}

/** Terms and fees of all rights, or of those behind one achievement (`?achievement=`). */
export function PortfolioPage() {
  const [params] = useSearchParams();
  const id = params.get('achievement');
  return id === null ? <WholePortfolio /> : <AchievementPortfolio key={id} id={id} />;
}
