import { Button, Popover, Progress } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import { addDays, type CivilDate, dateInChina } from '../../../shared/core/dates.ts';
import { firstDay, lookBack, returnToNow, usePast } from '../../data/past.ts';
import { Icon } from '../../ui/icon.tsx';
import { notify } from '../../ui/notify.ts';
import { useWords } from '../i18n.ts';
import css from './look-back.module.css';
import { pastDays } from './past-days.ts';

/** Looking back takes a moment on a large desk: how far it is, and a way out of it. */
interface Reading {
  readonly on: CivilDate;
  /** 0 to 100. */
  readonly percent: number;
}

function useLooking(onDone: () => void) {
  const { t } = useWords();
  const [reading, setReading] = useState<Reading | null>(null);
  const cancelling = useRef<AbortController | null>(null);
  const look = async (on: CivilDate): Promise<void> => {
    cancelling.current?.abort();
    const controller = new AbortController();
    cancelling.current = controller;
    setReading({ on, percent: 0 });
    try {
      const { signal } = controller;
      const isThere = await lookBack(on, {
        signal,
        onProgress: (done, total) => setReading({ on, percent: (100 * done) / Math.max(1, total) }),
      });
      if (isThere) onDone();
    } catch (error) {
      notify.problem(t('past.failed', { message: String(error) }));
    } finally {
      if (cancelling.current === controller) setReading(null);
    }
  };
  // Closing the picker gives up what it was asked for.
  useEffect(() => () => cancelling.current?.abort(), []);
  return { reading, look, cancel: () => cancelling.current?.abort() };
}

function Days({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const past = usePast((state) => state.past);
  const [first, setFirst] = useState<CivilDate | null>(null);
  const { reading, look, cancel } = useLooking(onDone);
  useEffect(() => void firstDay().then(setFirst), []);
  // The days to choose from are those before the day that it really is.
  const now = dateInChina(Date.now());
  const last = addDays(now, -1);
  if (first === null) return null;
  if (first > last) return <p className={css.hint}>{t('past.tooYoung')}</p>;
  if (reading) {
    return (
      <div className={css.reading} role="status">
        <span>{t('past.reading', { date: reading.on })}</span>
        <Progress value={reading.percent} aria-label={t('past.reading', { date: reading.on })} />
        <Button variant="default" onClick={cancel}>
          {t('action.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <p className={css.hint}>{t('past.choose')}</p>
      <div className={css.choice}>
        <div className={css.quick}>
          {pastDays(now, first).map(([name, day]) => (
            <button key={name} type="button" onClick={() => void look(day)}>
              <span>{t(`past.${name}`)}</span>
              <small>{day}</small>
            </button>
          ))}
        </div>
        <DatePicker
          size="xs"
          value={past?.on ?? null}
          defaultDate={past?.on ?? last}
          minDate={first}
          maxDate={last}
          previousLabel={t('past.previousMonth')}
          nextLabel={t('past.nextMonth')}
          onChange={(day) => day !== null && void look(day)}
        />
      </div>
      <p className={css.foot}>{t('past.from', { date: first })}</p>
    </>
  );
}

/** There is one picker at a time: in the top bar, or in the band while the past is seen. */
const usePicker = create<{ readonly opened: boolean }>(() => ({ opened: false }));
const setOpened = (opened: boolean): void => usePicker.setState({ opened });
export const openDayPicker = (): void => setOpened(true);

/** A button that asks for the day to look back to. */
function DayPicker({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  const { t } = useWords();
  const opened = usePicker((picker) => picker.opened);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          className={css.target ?? ''}
          leftSection={<Icon name="today" />}
          title={t('past.lookHint')}
          aria-label={label}
          onClick={() => setOpened(!opened)}
        >
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css.dropdown ?? ''} aria-label={t('past.lookHint')}>
        <Days onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** In the top bar: the way into the past. In the past the band stands in its place. */
export function LookBack() {
  const { t } = useWords();
  const past = usePast((state) => state.past);
  if (past) return null;
  return (
    <DayPicker label={t('past.look')}>
      <span className={css.text}>{t('past.look')}</span>
    </DayPicker>
  );
}

/** Across the top while the past is seen: which day it is, and the ways to another and to now. */
export function PastBand() {
  const { t } = useWords();
  const past = usePast((state) => state.past);
  if (!past) return null;
  return (
    <div className={css.band}>
      <span role="status">{t('past.is', { date: past.on })}</span>
      <DayPicker label={t('past.otherDay')}>{t('past.otherDay')}</DayPicker>
      <Button className={css.back ?? ''} onClick={() => void returnToNow()}>
        {t('past.back')}
      </Button>
    </div>
  );
}
