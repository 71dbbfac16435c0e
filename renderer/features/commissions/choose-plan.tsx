import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { type CommissionPlan, termsText } from '../../../shared/features/commissions/index.ts';
import { useWords } from '../../app/i18n.ts';
import { listPath } from '../../app/paths.ts';
import { Card, Empty } from '../../ui/page.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import css from './commission.module.css';
import { ConfidenceChip } from './confidence-chip.tsx';

/** The plans with their terms in one line, one of which is taken. */
export function ChoosePlan({
  plans,
  onChoose,
  onCancel,
}: {
  readonly plans: readonly CommissionPlan[];
  readonly onChoose: (plan: CommissionPlan) => void;
  readonly onCancel?: () => void;
}) {
  const { t, tAny } = useWords();
  const toPlans = (
    <Button component={Link} href={listPath('commissionPlan')} variant="default">
      {t('commission.toPlans')}
    </Button>
  );
  if (useReadOnly()) {
    return (
      <Card>
        <Empty title={t('commission.none')} />
      </Card>
    );
  }
  if (plans.length === 0) {
    return (
      <Card>
        <Empty title={t('commission.noPlans')}>{toPlans}</Empty>
      </Card>
    );
  }
  const aside = onCancel ? (
    <Button variant="default" onClick={onCancel}>
      {t('action.cancel')}
    </Button>
  ) : (
    toPlans
  );
  return (
    <Card title={onCancel ? t('commission.other') : t('commission.none')} aside={aside}>
      <p className={css.hint}>{t('commission.noneHint')}</p>
      <ul className={css.plans}>
        {plans.map((plan) => (
          <li key={plan.id}>
            <button type="button" className={css.plan} onClick={() => onChoose(plan)}>
              <b>{plan.name}</b>
              <small>{termsText(plan, tAny)}</small>
              <span>
                <ConfidenceChip confidence={plan.confidence} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
