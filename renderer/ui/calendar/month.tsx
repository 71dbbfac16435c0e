import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { type CivilDate, monthOf, weekdayOf } from '../../../shared/core/dates.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import type { Query } from '../../index/query.ts';
import { useAnswer } from '../../index/use-answer.ts';
import type { FaceOf } from '../board/face.tsx';
import { useReadOnly } from '../read-only.tsx';
import css from './calendar.module.css';
import { CalendarDay, type DayHandlers, type EntryAt } from './calendar-day.tsx';
import { dayAfter, weekOf, weeksOf } from './days.ts';

/** The first records of each day; no screen has room for more. */
const MOST = 12;
/** Heights of a day's number and of an entry, with their gaps; see `.day` and `.entry`. */
const NUMBER = 25;
const ENTRY = 20;

export interface SpanProps {
  readonly name: EntityName;
  /** The date that records stand at. */
  readonly by: string;
  readonly query: Pick<Query, 'text' | 'where' | 'sort'>;
  readonly face: FaceOf;
  /** Gives a record another date; null where that cannot be. */
  readonly move: ((id: string, day: CivilDate) => Promise<boolean>) | null;
  /** The day that it is open at. */
  readonly at: CivilDate;
  readonly onGo: (day: CivilDate) => void;
}

/** Who is to have the focus when it is drawn: a day, and then the record that has come to it. */
interface Wanted {
  readonly day: CivilDate;
  readonly id: string | null;
  readonly isAtDay: boolean;
}

function useMoving({ move, onGo }: SpanProps) {
  const { t } = useWords();
  const isReadOnly = useReadOnly() !== null;
  const wanted = useRef<Wanted | null>(null);
  const [said, setSaid] = useState('');
  const isFixed = isReadOnly || move === null;
  const goTo = (day: CivilDate, id: string | null = null): void => {
    wanted.current = { day, id, isAtDay: false };
    onGo(day);
  };
  const moveTo = async (entry: EntryAt, day: CivilDate, withFocus: boolean): Promise<void> => {
    if (isFixed || day === entry.day || !(await move?.(entry.id, day))) return;
    setSaid(t('calendar.moved', { title: entry.title, date: day }));
    if (withFocus) goTo(day, entry.id);
  };
  const latest = useRef(moveTo);
  latest.current = moveTo;
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => 'entry' in source.data,
        onDrop: ({ source, location }) => {
          const day = location.current.dropTargets[0]?.data.day;
          const { entry, day: from, title } = source.data;
          if (typeof day !== 'string') return;
          const moved = { id: String(entry), day: String(from), title: String(title) };
          void latest.current(moved, day, false);
        },
      }),
    [],
  );
  const takesFocus = (what: CivilDate | EntryAt): boolean => {
    const { current } = wanted;
    if (typeof what !== 'string') {
      if (current === null || current.id !== what.id || current.day !== what.day) return false;
      wanted.current = null;
      return true;
    }
    if (current === null || current.isAtDay || current.day !== what) return false;
    // There may be no room for the record: then its day keeps the focus.
    wanted.current = current.id === null ? null : { ...current, isAtDay: true };
    return true;
  };
  return { isFixed, said, moveTo, goTo, takesFocus };
}

/** The entry of the same day by so many places further. */
function neighbourOf(entry: HTMLElement, by: 1 | -1): HTMLElement | null {
  const all = [...(entry.closest('[data-day]')?.querySelectorAll<HTMLElement>('a, button') ?? [])];
  return all[all.indexOf(entry) + by] ?? null;
}

/** What the keys do on a day, and on a record that stands at it. */
function keysOf(
  moving: ReturnType<typeof useMoving>,
): Pick<DayHandlers, 'onDayKey' | 'onEntryKey'> {
  const onDayKey: DayHandlers['onDayKey'] = (day, event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = dayAfter(event.key, day);
    if (event.key === 'Enter') {
      event.currentTarget.querySelector<HTMLElement>('a')?.focus();
      event.preventDefault();
    }
    if (to === null) return;
    event.preventDefault();
    moving.goTo(to);
  };
  const onEntryKey: DayHandlers['onEntryKey'] = (entry, event) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') moving.goTo(entry.day);
    const to = dayAfter(event.key, entry.day);
    if (to === null) return;
    event.preventDefault();
    if (event.altKey) {
      // Two of these keys lead the app back and forward elsewhere.
      event.stopPropagation();
      void moving.moveTo(entry, to, true);
    } else if (event.key === 'ArrowDown') neighbourOf(event.currentTarget, 1)?.focus();
    else if (event.key === 'ArrowUp') neighbourOf(event.currentTarget, -1)?.focus();
    else moving.goTo(to);
  };
  return { onDayKey, onEntryKey };
}

/** A month of days, from Monday to Sunday, each with its first records. */
export function Month(props: SpanProps & { readonly onMore: (day: CivilDate) => void }) {
  const { name, by, query, face, at, onGo, onMore } = props;
  const words = useWords();
  const { ref, height } = useElementSize();
  const weeks = weeksOf(at);
  const days = weeks.flat();
  const answer = useAnswer({
    ...query,
    entity: name,
    where: [...(query.where ?? []), { field: by, from: days[0] ?? at, to: days.at(-1) ?? at }],
    groupBy: by,
    byDay: true,
    inGroups: { descending: false, closed: [], most: MOST },
    from: 0,
    to: MOST * days.length,
  });
  // The answer of the month before stays a moment: its rows say of which day they are.
  const byDay = Map.groupBy(answer?.rows ?? [], (record) => String(record[by]));
  const counts = new Map(answer?.groups.map(({ key, count }) => [key, count]));
  const moving = useMoving(props);
  const keys = keysOf(moving);
  const lines = Math.floor((height / weeks.length - NUMBER) / ENTRY);
  return (
    <>
      <div className={css.month} role="grid" aria-label={monthOf(at)}>
        <div className={css.weekdays} role="row">
          {weekOf(at).map((day) => (
            <span key={weekdayOf(day)} role="columnheader">
              {words.tAny(`weekday.${weekdayOf(day)}`)}
            </span>
          ))}
        </div>
        <div ref={ref} className={css.weeks} role="rowgroup">
          {weeks.map((week) => (
            <div key={week[0]} className={css.week} role="row">
              {week.map((day) => (
                <CalendarDay
                  key={day}
                  name={name}
                  day={day}
                  records={byDay.get(day) ?? []}
                  count={counts.get(day) ?? 0}
                  names={answer?.names ?? {}}
                  lines={Math.max(1, Math.min(MOST, lines))}
                  isOfMonth={monthOf(day) === monthOf(at)}
                  isReached={day === at}
                  isFixed={moving.isFixed}
                  face={face}
                  {...keys}
                  onMore={onMore}
                  onFocus={(to) => monthOf(to) === monthOf(at) && onGo(to)}
                  takesFocus={moving.takesFocus}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      <div className={css.hidden} role="status" aria-live="polite">
        {moving.said}
      </div>
      <p className={css.hidden}>{words.t('calendar.help')}</p>
    </>
  );
}
