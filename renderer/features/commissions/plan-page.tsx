import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatYuan, parseFen } from '../../../shared/core/money.ts';
import {
  type CommissionPlan,
  commissionPlan,
  computeCommission,
  lintTerms,
  termFieldsOf,
  termsProblemText,
  termsText,
} from '../../../shared/features/commissions/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRecord } from '../../data/read.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, PageHead, TopActions } from '../../ui/page.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';
import css from './commission.module.css';
import { ConfidenceChip } from './confidence-chip.tsx';
import { ExplainLines } from './explain-lines.tsx';
import { TiersLines } from './tiers-lines.tsx';
import { useCommissionLimits } from './use-commission-limits.ts';

/** What the plan gives for an amount, reckoned as one types. */
function Trial({ plan }: { readonly plan: CommissionPlan }) {
  const words = useWords();
  const { t } = words;
  const limits = useCommissionLimits();
  const [text, setText] = useState('3,150,000');
  const amount = parseFen(text, 'yuan');
  const fen = amount.ok && amount.value >= 0 ? amount.value : null;
  const base = plan.method === 'fixed' ? 'contractAmount' : (plan.base ?? 'contractAmount');
  const reckoned =
    fen === null
      ? null
      : computeCommission(
          plan,
          { contractAmountFen: fen, technologyAmountFen: fen, receivedFen: fen },
          limits,
        );
  return (
    <Card title={t('plan.trial')}>
      <div className={css.trial}>
        <TextInput
          label={t('plan.trialAmount', {
            base: words.in(commissionPlan.fields.base.options[base]),
          })}
          value={text}
          inputMode="decimal"
          error={text.trim() !== '' && fen === null ? t('plan.trialBad') : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {text.trim() === '' && <p className={css.fine}>{t('plan.trialHint')}</p>}
        {reckoned && (
          <div>
            <ExplainLines reckoned={reckoned} />
            {fen !== null && fen > 0 && reckoned.totalFen > 0 && (
              <p className={css.fine}>
                {t('plan.trialShare', {
                  amount: formatYuan(reckoned.totalFen),
                  percent: `${((reckoned.totalFen / fen) * 100).toFixed(2)}%`,
                })}
              </p>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}

/** What is wrong with a plan's terms, in words. */
function Check({ plan }: { readonly plan: CommissionPlan }) {
  const { t, tAny } = useWords();
  const problems = lintTerms(plan);
  return (
    <Card title={t('plan.check')}>
      {problems.length === 0 ? (
        <p className={css.fine}>
          <Icon name="check" size={14} />
          {t('plan.checked')}
        </p>
      ) : (
        <ul className={css.problems}>
          {problems.map((problem) => {
            const text = termsProblemText(problem, tAny);
            return (
              <li key={text} className={css.warning}>
                <Icon name="warning" size={14} />
                {text}
              </li>
            );
          })}
        </ul>
      )}
      <p className={css.foot}>{t('plan.inUse')}</p>
    </Card>
  );
}

/** One commission plan: its fields by method, tried on an amount and checked as it is written. */
export function PlanPage({ id }: { readonly id: string }) {
  const { t, tAny } = useWords();
  const plan = useRecord('commissionPlan', id);
  const remove = useDelete('commissionPlan');
  if (plan === undefined) return null;
  if (plan === null) return <Gone name="commissionPlan" />;
  const about = Object.entries(commissionPlan.fields).flatMap(([name, { section }]) =>
    section === 'plan' ? [name] : [],
  );
  return (
    <>
      <TopActions>
        <RecordMenu onDelete={() => void remove(plan)} />
      </TopActions>
      <PageHead title={plan.name} subtitle={termsText(plan, tAny)}>
        <ConfidenceChip confidence={plan.confidence} />
        <FieldValue entity={commissionPlan} name="tags" value={plan.tags} />
      </PageHead>
      <RecordColumns
        rail={
          <RailSection title={t('record.history')}>
            <HistoryList name="commissionPlan" id={id} limit={12} />
          </RailSection>
        }
      >
        <FactSheet
          entity={commissionPlan}
          record={plan}
          only={[...about, ...termFieldsOf(plan)]}
          show={{ tiers: () => plan.tiers && <TiersLines tiers={plan.tiers} /> }}
        />
        <Trial plan={plan} />
        <Check plan={plan} />
      </RecordColumns>
    </>
  );
}
