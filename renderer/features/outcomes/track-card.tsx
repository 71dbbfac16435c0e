import { Button } from '@mantine/core';
import {
  type Outcome,
  outcome,
  type Step,
  trackOf,
} from '../../../shared/features/outcomes/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { Card, Chip } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import { useSave } from '../../ui/save.ts';
import css from './outcomes.module.css';

function StepRow({ step, isAt }: { readonly step: Step; readonly isAt: boolean }) {
  const words = useWords();
  const { stage, on, state } = step;
  return (
    <li data-state={state} aria-current={isAt ? 'step' : undefined}>
      <i aria-hidden="true" />
      <b>{words.in(outcome.fields[stage].label)}</b>
      <small>{on ?? words.t(state === 'passed' ? 'track.unknown' : 'track.ahead')}</small>
    </li>
  );
}

/** Where a standard stands in its making, since when, and what is next. */
export function TrackCard({ record }: { readonly record: Outcome }) {
  const words = useWords();
  const { t } = words;
  const save = useSave();
  const now = today();
  const { steps, at, next, reviewBy, disordered } = trackOf(record, now, useRules());
  const labelOf = (stage: Step['stage']): string => words.in(outcome.fields[stage].label);
  return (
    <Card
      title={
        <>
          {t('track.title')}
          <Chip tone={at === 'abolishedOn' ? 'alarm' : at ? 'good' : 'plain'}>
            {at ? labelOf(at) : t('track.notBegun')}
          </Chip>
        </>
      }
      aside={
        next && (
          <Changing>
            <Button
              size="xs"
              variant="default"
              // The second press of a double one would hit the stage that comes next.
              onClick={({ detail }) => detail < 2 && void save.field(outcome, record, next, now)}
            >
              {t('track.reach', { stage: labelOf(next) })}
            </Button>
          </Changing>
        )
      }
    >
      <ol className={css.track}>
        {steps.map((step) => (
          <StepRow key={step.stage} step={step} isAt={step.stage === at} />
        ))}
      </ol>
      {disordered.map((stage) => (
        <p key={stage} className={css.alarm} role="alert">
          {t('track.disordered', { stage: labelOf(stage) })}
        </p>
      ))}
      {reviewBy && (
        <>
          <p className={css.fact}>
            {t('track.reviewBy', { date: reviewBy.on })}
            {reviewBy.on < now && <Chip tone="alarm">{t('track.reviewLate')}</Chip>}
          </p>
          <p className={css.source}>
            <RuleSource row={reviewBy.row} />
          </p>
        </>
      )}
    </Card>
  );
}
