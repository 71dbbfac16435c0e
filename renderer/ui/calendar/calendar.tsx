import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { addDays, addMonths, type CivilDate, monthOf } from '../../../shared/core/dates.ts';
import { fieldOf } from '../../../shared/entities/entity.ts';
import { useWords } from '../../app/i18n.ts';
import { useEntity } from '../../data/descriptions.ts';
import type { Query } from '../../index/query.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { Board } from '../board/board.tsx';
import { today } from '../dates.ts';
import { Icon } from '../icon.tsx';
import css from './calendar.module.css';
import { weekOf } from './days.ts';
import { Month, type SpanProps } from './month.tsx';

export type Span = 'month' | 'week';

interface Props extends Omit<SpanProps, 'at'> {
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
  /** The day that it is open at; null for today. */
  readonly at: CivilDate | null;
  /** Shows those that have no date, in another layout. */
  readonly onUndated: () => void;
}

/** A week as a board of seven columns: all records of each day, as far as they are scrolled to. */
function Week({
  name,
  by,
  query,
  face,
  move,
  at,
  begin,
}: SpanProps & { readonly begin: CivilDate | null }) {
  const words = useWords();
  const now = today();
  return (
    <Board
      name={name}
      by={by}
      columns={weekOf(at).map((day, index) => ({
        key: day,
        title: words.t('calendar.dayAt', {
          weekday: words.tAny(`weekday.${(index + 1) % 7}`),
          date: day.slice(5),
        }),
        isMarked: day === now,
      }))}
      query={query}
      sums={[]}
      face={face}
      move={move}
      fits
      begin={begin}
    />
  );
}

function useTitle(span: Span, at: CivilDate): string {
  const { t } = useWords();
  const [year = '', month = ''] = monthOf(at).split('-');
  if (span === 'month') return t('calendar.monthOf', { year, month });
  const week = weekOf(at);
  return t('calendar.weekOf', { from: week[0] ?? at, to: week.at(-1) ?? at });
}

/** How many of what is listed have no date, and so stand nowhere here. */
function Undated({
  name,
  by,
  query,
  onShow,
}: {
  readonly name: Props['name'];
  readonly by: string;
  readonly query: Pick<Query, 'text' | 'where'>;
  readonly onShow: () => void;
}) {
  const words = useWords();
  const entity = useEntity(name);
  const field = fieldOf(entity, by);
  const where = [...(query.where ?? []), { field: by, blank: true }];
  const answer = useAnswer({ entity: name, text: query.text ?? '', where, from: 0, to: 0 });
  if (!answer || answer.total === 0 || !field) return null;
  return (
    <button type="button" className={css.undated} onClick={onShow}>
      {words.t('calendar.undated', { count: answer.total, field: words.in(field.label) })}
    </button>
  );
}

/** The records of a list at one of their dates, by the month or by the week. */
export function Calendar({ span, onSpan, at, onUndated, ...shown }: Props) {
  const { t } = useWords();
  const { name, by, query, onGo } = shown;
  const day = at ?? today();
  /** The day whose further records were asked for: the focus goes along. */
  const [more, setMore] = useState<CivilDate | null>(null);
  const turn = (by: 1 | -1) => onGo(span === 'month' ? addMonths(day, by) : addDays(day, 7 * by));
  const arrow = (by: 1 | -1) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={26}
      aria-label={t(by === 1 ? 'calendar.on' : 'calendar.back')}
      onClick={() => turn(by)}
    >
      <Icon name={by === 1 ? 'unfold' : 'fold'} size={14} />
    </ActionIcon>
  );
  return (
    <div className={css.calendar}>
      <div className={css.head}>
        {arrow(-1)}
        {arrow(1)}
        <h2>{useTitle(span, day)}</h2>
        <Button variant="default" size="compact-xs" onClick={() => onGo(today())}>
          {t('calendar.today')}
        </Button>
        <span className={css.grow} />
        <Undated name={name} by={by} query={query} onShow={onUndated} />
        <SegmentedControl
          size="xs"
          aria-label={t('calendar.span')}
          value={span}
          onChange={(next) => {
            setMore(null);
            onSpan(next === 'week' ? 'week' : 'month');
          }}
          data={[
            { value: 'month', label: t('calendar.month') },
            { value: 'week', label: t('calendar.week') },
          ]}
        />
      </div>
      {span === 'month' ? (
        <Month
          key={by}
          {...shown}
          at={day}
          onMore={(of) => {
            setMore(of);
            onGo(of);
            onSpan('week');
          }}
        />
      ) : (
        <Week key={by} {...shown} at={day} begin={more} />
      )}
    </div>
  );
}
