import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import { formatHundredths, trlDisagreements } from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useRecord } from '../../data/read.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { spokenAmount } from '../../ui/field-value.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import { useCopy } from './copy.ts';
import css from './evaluations.module.css';
import { countAnswered, questionsText } from './readiness.tsx';
import { ReferenceMark } from './reference-mark.tsx';
import { useDisagreementText } from './trl-tab.tsx';
import {
  type Evaluations,
  resultOf,
  type Standing,
  useEvaluations,
  useStanding,
} from './use-evaluations.ts';

/** How long a page may take to show what is asked for, and how often it is looked for, in ms. */
const PATIENCE = 3_000;
const EVERY = 50;

/** Opens the fact that a question asks for (`?fill=`), or the card, once, when the page has it. */
function useFill(): void {
  const [params, setParams] = useSearchParams();
  const wanted = params.get('fill');
  useEffect(() => {
    if (wanted === null) return;
    let left = PATIENCE / EVERY;
    const timer = setInterval(() => {
      const fact = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(wanted)}"]`);
      const place = fact ?? document.getElementById(wanted);
      left -= 1;
      if (!place && left > 0) return;
      clearInterval(timer);
      setParams({}, { replace: true });
      place?.scrollIntoView({ block: 'center' });
      // What can only be read is no button.
      if (fact instanceof HTMLButtonElement) fact.click();
    }, EVERY);
    return () => clearInterval(timer);
  }, [wanted, setParams]);
}

function Figure({
  id,
  tab,
  label,
  children,
}: {
  readonly id: string;
  readonly tab: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <Link href={`${pathOf('achievement', id)}/evaluation?tab=${tab}`}>{label}</Link>
      {children}
    </li>
  );
}

function Score({ all }: { readonly all: Evaluations }) {
  const { t } = useWords();
  const rules = useRules();
  const [last] = all.evaluations;
  if (!last) return <span className={css.quiet}>{t('evaluation.noSheetShort')}</span>;
  const { outcome } = resultOf(all, last.id, rules);
  return (
    <>
      {outcome.type === 'known' ? (
        <b>{formatHundredths(outcome.total)}</b>
      ) : (
        <span className={css.quiet}>{t('evaluation.unknownShort')}</span>
      )}
      <small>{[last.title, last.heldOn].filter(Boolean).join(' · ')}</small>
    </>
  );
}

function Range({ prices: { range, asking, valued } }: Pick<Standing, 'prices'>) {
  const words = useWords();
  const { t } = words;
  if (!range) return <span className={css.quiet}>{t('evaluation.price.noneShort')}</span>;
  const [from, to] = [spokenAmount(range.fromFen, words), spokenAmount(range.toFen, words)];
  return (
    <>
      <b>{from === to ? from : t('evaluation.price.fromTo', { from, to })}</b>
      <small>
        {t('evaluation.price.count', { count: valued.length })}
        {asking && ` · ${t(`evaluation.price.asking.${asking}`)}`}
      </small>
      <ReferenceMark />
    </>
  );
}

function Shown({
  record,
  all,
  standing: { trl, prices, questions },
}: {
  readonly record: Achievement;
  readonly all: Evaluations;
  readonly standing: Standing;
}) {
  const words = useWords();
  const { t } = words;
  const copy = useCopy();
  const sayDisagreement = useDisagreementText();
  useFill();
  const { id, title } = record;
  const counts = countAnswered(questions);
  const [disagreement] = trlDisagreements(record, trl.proven, today(), useRules());
  const isWhole = counts.filled === counts.total;
  return (
    <Card
      title={t('evaluation.title')}
      aside={
        <>
          {!isWhole && (
            <Button
              size="xs"
              variant="default"
              onClick={() => void copy(questionsText(title, questions, words))}
            >
              {t('evaluation.copyAll')}
            </Button>
          )}
          <Button
            component={Link}
            href={`${pathOf('achievement', id)}/evaluation`}
            size="xs"
            variant="default"
          >
            {t('evaluation.open')}
          </Button>
        </>
      }
    >
      <ul className={css.figures}>
        <Figure id={id} tab="trl" label={t('evaluation.trl.title')}>
          {trl.proven > 0 ? (
            <b>{t('evaluation.trl.proven', { level: trl.proven })}</b>
          ) : (
            <span className={css.quiet}>{t('evaluation.trl.nothingProven')}</span>
          )}
          {disagreement && <small data-warn>{sayDisagreement(disagreement)}</small>}
        </Figure>
        <Figure id={id} tab="sheets" label={t('evaluation.lastScore')}>
          <Score all={all} />
        </Figure>
        <Figure id={id} tab="compare" label={t('evaluation.price.range')}>
          <Range prices={prices} />
        </Figure>
        <Figure id={id} tab="ready" label={t('evaluation.readyTitle')}>
          <Chip tone={isWhole ? 'good' : 'caution'}>{t('evaluation.readyCount', counts)}</Chip>
        </Figure>
      </ul>
    </Card>
  );
}

/** How an achievement is evaluated, in four figures that lead to what is behind them. */
export function AchievementEvaluation({ achievementId }: { readonly achievementId: string }) {
  const record = useRecord('achievement', achievementId);
  const all = useEvaluations(achievementId);
  return record ? <Ready record={record} all={all} /> : null;
}

function Ready({
  record,
  all,
}: {
  readonly record: Achievement;
  readonly all: Evaluations | undefined;
}) {
  const standing = useStanding(record, all);
  return all && standing ? <Shown record={record} all={all} standing={standing} /> : null;
}
