import {
  type Deposit,
  type DepositGap,
  dutiesOfProject,
} from '../../../shared/features/outcomes/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { today, useDateWords } from '../../ui/dates.ts';
import { Card, Chip, type Tone } from '../../ui/page.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import css from './outcomes.module.css';

const depositTone: Readonly<Record<Deposit['state'], Tone>> = {
  done: 'good',
  late: 'alarm',
  due: 'notice',
  open: 'caution',
};

/** What is still to be done, in words. */
export function useDepositGapText(): (gap: DepositGap) => string {
  const { t } = useWords();
  return (gap) => t(`deposit.gap.${gap.type}`, 'title' in gap ? { title: gap.title } : {});
}

/** By when, and the rule that says so where nobody entered a day. */
export function DepositDeadline({ deposit }: { readonly deposit: Deposit }) {
  const { t } = useWords();
  const dates = useDateWords();
  const { deadline, state, project } = deposit;
  if (state === 'done')
    return <Chip tone="good">{t('deposit.on', { date: project.depositedOn ?? '' })}</Chip>;
  if (!deadline) return <Chip tone={depositTone.open}>{t('deposit.noDeadline')}</Chip>;
  return (
    <Chip tone={depositTone[state]}>
      {deadline.on} {dates.near(deadline.on) === deadline.on ? '' : dates.near(deadline.on)}
    </Chip>
  );
}

/** Where the duty to deposit stands at a project. */
export function DepositCard({ deposit }: { readonly deposit: Deposit }) {
  const { t } = useWords();
  const gapText = useDepositGapText();
  const duties = dutiesOfProject(deposit.project, today(), useRules());
  if (duties.length === 0) {
    const isUnknown = deposit.project.program === undefined;
    return (
      <Card title={t('deposit.duty')}>
        <p className={css.none}>{t(isUnknown ? 'deposit.unknownSource' : 'deposit.noDuty')}</p>
      </Card>
    );
  }
  const { deadline, gaps, state } = deposit;
  return (
    <Card title={t('deposit.duty')} aside={<DepositDeadline deposit={deposit} />}>
      {gaps.length === 0 && state !== 'done' && <p className={css.fact}>{t('deposit.ready')}</p>}
      {gaps.length > 0 && (
        <ul className={css.todo}>
          {gaps.map((gap) => (
            <li key={JSON.stringify(gap)}>{gapText(gap)}</li>
          ))}
        </ul>
      )}
      {state !== 'done' && deadline?.row && (
        <p className={css.source}>
          <RuleSource row={deadline.row} />
        </p>
      )}
      <ul className={css.duties}>
        {duties.map((row) => (
          <li key={row.key}>
            {t(`achievement.dutyOf.${row.duty}`)}{' '}
            <small>
              <RuleSource row={row} />
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
