import { Button, Drawer } from '@mantine/core';
import { DateInput, TimeInput } from '@mantine/dates';
import { useState } from 'react';
import {
  addDays,
  type CivilDate,
  dateInChina,
  isCivilDate,
  parseDate,
} from '../../../shared/core/dates.ts';
import { useWords } from '../../app/i18n.ts';
import { labelText } from '../../app/label.ts';
import {
  MOST_STEPS,
  type PointFacts,
  usePointFacts,
  usePointsToReturnTo,
} from '../../data/points.ts';
import { useDateWords } from '../../ui/dates.ts';
import panel from './panel.module.css';
import css from './restore.module.css';
import { beginRestore } from './restore-store.ts';

const HOUR = 3_600_000;
/** Also while the past is looked at: what is restored is the desk as it is kept. */
const realToday = (): CivilDate => dateInChina(Date.now());

/** The instant of a day and time of day in China, which has had one offset since 1992. */
const instantInChina = (on: string, time: string): number => Date.parse(`${on}T${time}+08:00`);
const timeOf = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(11, 19);

/** Moments that are often wanted, each with the change that it lies before. */
function Picks({ onPick }: { readonly onPick: (at: number) => void }) {
  const words = useWords();
  const { t } = words;
  const points = usePointsToReturnTo();
  const picks = [
    ...(points?.beforeImport ? [{ key: 'import', ...points.beforeImport } as const] : []),
    ...(points?.beforeMassChange ? [{ key: 'mass', ...points.beforeMassChange } as const] : []),
    { key: 'hour', at: Date.now() - HOUR } as const,
    { key: 'evening', at: instantInChina(addDays(realToday(), -1), '18:00:00') } as const,
  ];
  return (
    <div className={css.moments} role="group" aria-label={t('safety.point.picks')}>
      {picks.map((pick) => (
        <Button
          key={pick.key}
          variant="default"
          size="compact-xs"
          title={'before' in pick ? labelText(pick.before.label, words) : undefined}
          onClick={() => onPick(pick.at)}
        >
          {t(`safety.point.${pick.key}`)}
        </Button>
      ))}
    </div>
  );
}

/** What stands at a moment: the last change by then, and how many came after. */
function Facts({ facts }: { readonly facts: PointFacts }) {
  const words = useWords();
  const { t } = words;
  const { moment } = useDateWords();
  const { last, after } = facts;
  if (!last) return <p role="status">{t('safety.point.nothing')}</p>;
  return (
    <div role="status">
      <dl className={css.facts}>
        <dt>{t('safety.point.last')}</dt>
        <dd>
          {t('safety.point.lastIs', {
            time: moment(last.at),
            who: last.actor || t('history.nobody'),
            label: labelText(last.label, words),
          })}
        </dd>
        <dd>
          {after === 0
            ? t('safety.point.now')
            : after > MOST_STEPS
              ? t('safety.point.many', { count: MOST_STEPS })
              : t('safety.point.after', { count: after })}
        </dd>
      </dl>
    </div>
  );
}

function PointForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const [at, setAt] = useState(() => Date.now());
  const [time, setTime] = useState(() => timeOf(at));
  const facts = usePointFacts(at);
  const on = dateInChina(at);
  const pick = (next: number): void => {
    setAt(next);
    setTime(timeOf(next));
  };
  const enter = (day: string, clock: string): void => {
    setTime(clock);
    const next = instantInChina(day, clock.length === 5 ? `${clock}:00` : clock);
    if (!Number.isNaN(next)) setAt(next);
  };
  const look = (): void => {
    onClose();
    void beginRestore({ type: 'point', at });
  };
  return (
    <div className={css.form}>
      <p className={css.hint}>{t('safety.pointHint')}</p>
      <Picks onPick={pick} />
      <div className={css.fields}>
        <DateInput
          label={t('safety.point.on')}
          value={on}
          valueFormat="YYYY-MM-DD"
          maxDate={realToday()}
          dateParser={(text) => {
            const date = parseDate(text);
            return date.ok ? date.value : null;
          }}
          onChange={(value) => {
            if (value !== null && isCivilDate(value)) enter(value, time);
          }}
        />
        <TimeInput
          size="xs"
          label={t('safety.point.time')}
          withSeconds
          value={time}
          onChange={(event) => enter(on, event.currentTarget.value)}
        />
      </div>
      {facts && <Facts facts={facts} />}
      <div className={css.actions}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button disabled={!facts?.last || facts.after === 0} onClick={look}>
          {t('safety.point.look')}
        </Button>
      </div>
    </div>
  );
}

/** Chooses the moment that the desk shall go back to. */
export function PointPanel({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('safety.point')}
      classNames={{ title: panel.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <PointForm onClose={onClose} />
    </Drawer>
  );
}
