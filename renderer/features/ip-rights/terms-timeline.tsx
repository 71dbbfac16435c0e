import { useState } from 'react';
import { Link } from 'wouter';
import { type CivilDate, daysBetween } from '../../../shared/core/dates.ts';
import type { Span } from '../../../shared/features/ip-rights/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import css from './ip-rights.module.css';

/** Rows drawn at first, and more each time they are asked for. */
const STEP = 40;
/** The names of so many years find room below the bars. */
const MOST_NAMES = 5;
/** Further to the right, in per cent, the name of a year does not fit. */
const LAST_NAME_AT = 88;

/** The axis looks so many years ahead: terms of half a century would press the others together. */
const MOST_YEARS_AHEAD = 25;

/** From the first of January before the first day to that behind the last, as far as is looked ahead. */
function scaleOf(spans: readonly Span[], today: CivilDate) {
  const yearOf = (on: CivilDate): number => Number(on.slice(0, 4));
  const first = yearOf(
    spans.reduce((least, { fromOn }) => (fromOn < least ? fromOn : least), today),
  );
  // Those that end last stand at the end.
  const ends = yearOf(spans.at(-1)?.term.lastOn ?? today);
  const last = 1 + Math.max(first, Math.min(yearOf(today) + MOST_YEARS_AHEAD, ends));
  const start: CivilDate = `${first}-01-01`;
  const length = daysBetween(start, `${last}-01-01`);
  const place = (on: CivilDate): number => Math.min(100, (100 * daysBetween(start, on)) / length);
  const step = Math.max(1, Math.ceil((last - first) / MOST_NAMES));
  const names = Array.from({ length: last - first }, (_, index) => first + index).filter(
    (year) => (year - first) % step === 0 && place(`${year}-01-01`) < LAST_NAME_AT,
  );
  return { place, names };
}

/** From when to when each right lasts, on one axis, with today on it. */
export function TermsTimeline({
  spans,
  today,
}: {
  readonly spans: readonly Span[];
  readonly today: CivilDate;
}) {
  const { t } = useWords();
  const [count, setCount] = useState(STEP);
  const { place, names } = scaleOf(spans, today);
  const now = place(today);
  const rest = spans.length - count;
  return (
    <div className={css.timeline}>
      <div className={css.axis} aria-hidden="true">
        <div>
          {names.map((year) => (
            <span key={year} style={{ left: `${place(`${year}-01-01`)}%` }}>
              {year}
            </span>
          ))}
        </div>
      </div>
      <ul>
        {spans.slice(0, count).map(({ right, fromOn, term, isInForce }) => {
          const from = place(fromOn);
          return (
            <li key={right.id}>
              <Link href={pathOf('ipRight', right.id)} title={right.title}>
                {right.title}
              </Link>
              <div
                className={css.track}
                role="img"
                aria-label={t('ip.termSpoken', {
                  title: right.title,
                  from: fromOn,
                  until: term.lastOn,
                })}
              >
                <i
                  className={css.span}
                  data-on={isInForce}
                  style={{
                    left: `${from}%`,
                    width: `${Math.max(0.5, place(term.lastOn) - from)}%`,
                  }}
                />
                {now >= 0 && now <= 100 && <i className={css.now} style={{ left: `${now}%` }} />}
              </div>
              <span className={css.last}>{term.lastOn}</span>
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <button type="button" className={css.more} onClick={() => setCount(count + STEP)}>
          {t('ip.more', { count: Math.min(rest, STEP) })}
        </button>
      )}
    </div>
  );
}
