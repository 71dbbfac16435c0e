import { Button } from '@mantine/core';
import { useState } from 'react';
import { daysBetween } from '../../../shared/core/dates.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { type Deal, deal, dealDates, type Stage } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { today, useDateWords } from '../../ui/dates.ts';
import { Chip, type Tone } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { useSave } from '../../ui/save.ts';
import css from './deal-page.module.css';

const { nextStep, nextOn } = deal.fields;
const step: AnyEntity = { ...deal, fields: { nextStep: { ...nextStep, required: true }, nextOn } };

const toneOf = (on: string): Tone => {
  const days = daysBetween(today(), on);
  return days < 0 ? 'alarm' : days <= 7 ? 'caution' : 'plain';
};

function What({
  record,
  what,
}: {
  readonly record: Deal;
  readonly what: 'nextStep' | 'publicityUntil';
}) {
  const words = useWords();
  const { t } = words;
  if (what === 'nextStep') return record.nextStep ?? t('deal.nextStep');
  const { publicityFrom: from, publicityUntil: until } = record;
  return (
    <>
      {t('deal.publicityEnds')}
      {from !== undefined && until !== undefined && (
        <small>
          {t('deal.publicityOf', { from: from.slice(5), days: daysBetween(from, until) })}
        </small>
      )}
      <small>{words.in(deal.fields.publicityFrom.help)}</small>
    </>
  );
}

/** What a deal waits for, soonest first, and the next step to be planned. */
export function DealNext({
  record,
  stage,
}: {
  readonly record: Deal;
  readonly stage: Stage | undefined;
}) {
  const words = useWords();
  const { t } = words;
  const dates = useDateWords();
  const save = useSave();
  const [planning, setPlanning] = useState(false);
  const ahead = dealDates(record, today());
  const toRegister =
    stage?.meaning === 'signed' && record.registeredOn === undefined && record.lostOn === undefined;
  const undated =
    record.nextStep !== undefined && record.nextOn === undefined && record.lostOn === undefined;
  const planned = record.nextStep !== undefined || record.nextOn !== undefined;
  const titled = { entity: 'deal', field: 'nextStep', title: record.title };
  return (
    <>
      {ahead.length === 0 && !toRegister && !undated && (
        <p className={css.quiet}>{t('deal.nothingNext')}</p>
      )}
      <ul className={css.next}>
        {ahead.map(({ what, on }) => (
          <li key={what}>
            <div title={dates.full(on)}>
              <Chip tone={toneOf(on)}>{on.slice(5)}</Chip>
            </div>
            <div>
              <What record={record} what={what} />
              {what === 'nextStep' && <small>{dates.near(on)}</small>}
            </div>
          </li>
        ))}
        {undated && (
          <li>
            <div>
              <Chip>{t('deal.noDate')}</Chip>
            </div>
            <div>{record.nextStep}</div>
          </li>
        )}
        {toRegister && (
          <li>
            <div>
              <Chip>{t('deal.afterSigning')}</Chip>
            </div>
            <div>
              {t('deal.register')}
              <small>{t('deal.registerHint')}</small>
            </div>
          </li>
        )}
      </ul>
      {record.lostOn === undefined && (
        <Changing>
          <Button variant="default" mt={8} onClick={() => setPlanning(true)}>
            {planned ? t('deal.doneNext') : t('deal.setNext')}
          </Button>
        </Changing>
      )}
      {planning && (
        <FormPanel
          opened
          title={t('deal.setNext')}
          entity={step}
          submit={t('action.save')}
          onClose={() => setPlanning(false)}
          onSubmit={(values) =>
            save.changes({ key: 'edit', params: titled }, [
              { patch: 'deal', id: record.id, set: { nextOn: null, ...values } },
            ])
          }
        />
      )}
    </>
  );
}
