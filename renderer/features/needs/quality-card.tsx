import { Button } from '@mantine/core';
import {
  type Need,
  type NeedIndicator,
  type QualityQuestion,
  qualityOf,
} from '../../../shared/features/needs/index.ts';
import { useWords } from '../../app/i18n.ts';
import { today } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import css from './needs.module.css';

/** The field that an answer goes to; null for the ones that the indicators answer. */
const fieldAsked: Readonly<Record<QualityQuestion, string | null>> = {
  target: 'indicatorText',
  takeIndicators: null,
  problem: 'problem',
  verify: 'verifiedOn',
  when: 'wantedBy',
  overdue: 'wantedBy',
  owner: 'decisionOwner',
};

/** Opens a fact of the sheet where it stands: the sheet itself keeps which one is being changed. */
function openFact(field: string): void {
  const fact = document.querySelector<HTMLElement>(`button[data-field="${field}"]`);
  fact?.scrollIntoView({ block: 'center' });
  fact?.click();
}

/** The four checks of a need, and the question to ask next. */
export function QualityCard({
  record,
  indicators,
  onRead,
}: {
  readonly record: Need;
  readonly indicators: readonly NeedIndicator[];
  readonly onRead: () => void;
}) {
  const { t } = useWords();
  const states = qualityOf(record, indicators.length, today());
  const missing = states.flatMap(({ ask }) => (ask === null ? [] : [ask]));
  const [first] = missing;
  const text =
    first === undefined
      ? t('need.qualityWhole')
      : t(missing.length === 1 ? 'need.nextQuestion' : 'need.questions', {
          count: missing.length,
          question: t(`need.ask.${first}`),
        });
  return (
    <Card title={t('need.quality')}>
      <ul className={css.checks}>
        {states.map(({ check, ask }) => (
          <li key={check} data-met={ask === null} title={ask ? t(`need.ask.${ask}`) : undefined}>
            <Icon name={ask === null ? 'check' : 'warning'} size={14} />
            {t(`need.check.${check}`)}
          </li>
        ))}
      </ul>
      <p className={css.question} data-met={first === undefined}>
        <span>{text}</span>
        {first !== undefined && (
          <Changing>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                const field = fieldAsked[first];
                if (field === null) onRead();
                else openFact(field);
              }}
            >
              {first === 'takeIndicators' ? t('indicators.read') : t('need.fill')}
            </Button>
          </Changing>
        )}
      </p>
    </Card>
  );
}
