import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import type { CivilDate } from '../../../shared/core/dates.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import type { Answer } from '../../index/query.ts';
import type { CardFace, FaceOf } from '../board/face.tsx';
import { today, useDateWords } from '../dates.ts';
import css from './calendar.module.css';

/** A record on the calendar. */
export interface EntryAt {
  readonly id: string;
  readonly day: CivilDate;
  readonly title: string;
}

export interface DayHandlers {
  /** Nothing can be moved. */
  readonly isFixed: boolean;
  readonly face: FaceOf;
  readonly onDayKey: (day: CivilDate, event: KeyboardEvent<HTMLElement>) => void;
  readonly onEntryKey: (entry: EntryAt, event: KeyboardEvent<HTMLElement>) => void;
  readonly onMore: (day: CivilDate) => void;
  readonly onFocus: (day: CivilDate) => void;
  readonly takesFocus: (what: CivilDate | EntryAt) => boolean;
}

interface EntryProps extends DayHandlers {
  readonly name: EntityName;
  readonly entry: EntryAt;
  readonly shown: CardFace;
  readonly isReached: boolean;
}

function Entry({ name, entry, shown, isFixed, isReached, onEntryKey, takesFocus }: EntryProps) {
  const element = useRef<HTMLAnchorElement>(null);
  const [isDragged, setDragged] = useState(false);
  const { id, day, title } = entry;
  useEffect(() => {
    if (!element.current || isFixed) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ entry: id, day, title }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [id, day, title, isFixed]);
  useEffect(() => {
    if (takesFocus(entry)) element.current?.focus();
  });
  return (
    <Link
      ref={element}
      href={pathOf(name, id)}
      className={css.entry}
      title={shown.hint ?? shown.title}
      data-entry={id}
      data-late={shown.isLate ?? false}
      data-away={isDragged}
      tabIndex={isReached ? 0 : -1}
      onKeyDown={(event) => onEntryKey(entry, event)}
    >
      {shown.title}
    </Link>
  );
}

interface Props extends DayHandlers {
  readonly name: EntityName;
  readonly day: CivilDate;
  /** The first that stand at it, and how many do. */
  readonly records: readonly StoredRecord[];
  readonly count: number;
  /** Names of the records that they refer to, by id. */
  readonly names: Answer['names'];
  /** Entries that there is room for, the line that says "more" among them. */
  readonly lines: number;
  readonly isOfMonth: boolean;
  /** The day that the keys are on. */
  readonly isReached: boolean;
}

/** A day of the month: its first records, and how many more there are. */
export function CalendarDay(props: Props) {
  const { name, day, records, count, names, lines, isOfMonth, isReached, face, takesFocus } = props;
  const { t } = useWords();
  const dates = useDateWords();
  const cell = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!cell.current) return;
    return dropTargetForElements({
      element: cell.current,
      getData: () => ({ day }),
      canDrop: ({ source }) => 'entry' in source.data,
      onDragEnter: ({ source }) => setOver(source.data.day !== day),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [day]);
  useEffect(() => {
    if (takesFocus(day)) cell.current?.focus();
  });
  const shown = count > lines ? Math.max(0, lines - 1) : count;
  return (
    <div
      ref={cell}
      role="gridcell"
      className={css.day}
      data-over={over}
      data-outside={!isOfMonth}
      data-day={day}
      aria-current={day === today() ? 'date' : undefined}
      aria-label={t('calendar.day', { date: dates.full(day), count })}
      tabIndex={isReached ? 0 : -1}
      onFocus={() => isReached || props.onFocus(day)}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) props.onDayKey(day, event);
      }}
    >
      <span className={css.number}>{Number(day.slice(8))}</span>
      {records.slice(0, shown).map((record) => {
        const front = face(record, names);
        return (
          <Entry
            key={record.id}
            {...props}
            name={name}
            entry={{ id: record.id, day, title: front.title }}
            shown={front}
          />
        );
      })}
      {count > shown && (
        <button
          type="button"
          className={css.more}
          tabIndex={isReached ? 0 : -1}
          aria-label={t('calendar.moreOf', { date: day, count: count - shown })}
          onClick={() => props.onMore(day)}
        >
          {t('calendar.more', { count: count - shown })}
        </button>
      )}
    </div>
  );
}
