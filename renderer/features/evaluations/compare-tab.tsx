import { formatYuan } from '../../../shared/core/money.ts';
import { type Achievement, achievement } from '../../../shared/features/achievements/index.ts';
import {
  type EvaluatedValue,
  endsOf,
  evaluatedValues,
  evaluation,
  evaluationIndicator,
  formatHundredths,
  type PriceView,
  type ScoreResult,
  valuation,
} from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { FieldValue, spokenAmount, spokenPrice } from '../../ui/field-value.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import css from './evaluations.module.css';
import { ReferenceMark } from './reference-mark.tsx';
import { type Evaluations, resultOf } from './use-evaluations.ts';

const facts = ['heldOn', 'purpose', 'method', 'organiser'] as const;

/** The score of a sheet for one value, or of all. */
function scoreText(
  { outcome }: ScoreResult,
  value: EvaluatedValue | 'total',
  unknown: string,
): string {
  if (outcome.type === 'unknown') return unknown;
  if (value === 'total') return formatHundredths(outcome.total);
  const score = outcome.byValue.find((one) => one.value === value)?.score ?? null;
  return score === null ? '—' : formatHundredths(score);
}

/** Sheets side by side: when, what for, how, by whom, and the scores. */
function Sheets({ all }: { readonly all: Evaluations }) {
  const words = useWords();
  const { t } = words;
  const rules = useRules();
  const results = all.evaluations.map(({ id }) => resultOf(all, id, rules));
  const unknown = t('evaluation.unknownShort');
  if (all.evaluations.length === 0) return <p className={css.none}>{t('evaluation.noSheet')}</p>;
  return (
    <div className={css.scroll}>
      <table className={css.table} data-compare>
        <thead>
          <tr>
            <td />
            {all.evaluations.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((name) => (
            <tr key={name}>
              <th scope="row">{words.in(evaluation.fields[name].label)}</th>
              {all.evaluations.map((one) => (
                <td key={one.id}>
                  <FieldValue entity={evaluation} name={name} value={one[name]} />
                </td>
              ))}
            </tr>
          ))}
          <tr data-sum>
            <th scope="row">{t('evaluation.total')}</th>
            {results.map((result, place) => (
              <td key={all.evaluations[place]?.id}>
                <b>{scoreText(result, 'total', unknown)}</b>
              </td>
            ))}
          </tr>
          {evaluatedValues.map((value) => (
            <tr key={value}>
              <th scope="row">{words.in(evaluationIndicator.fields.value.options[value])}</th>
              {results.map((result, place) => (
                <td key={all.evaluations[place]?.id}>{scoreText(result, value, unknown)}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('evaluation.between')}</th>
            {results.map(({ outcome }, place) => (
              <td key={all.evaluations[place]?.id}>
                {outcome.type === 'known'
                  ? `${formatHundredths(outcome.lowest)}–${formatHundredths(outcome.highest)}`
                  : unknown}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('evaluation.trustHead')}</th>
            {results.map(({ outcome }, place) => (
              <td key={all.evaluations[place]?.id}>
                {outcome.type === 'known' ? t(`evaluation.trust.${outcome.confidence}`) : unknown}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Valuations below one another on one axis, with the asking price on it. */
function Prices({
  record,
  all,
  prices,
}: {
  readonly record: Achievement;
  readonly all: Evaluations;
  readonly prices: PriceView;
}) {
  const words = useWords();
  const { t } = words;
  const { price } = record;
  const asked = endsOf(price);
  const most = Math.max(1, ...prices.valued.map(({ toFen }) => toFen), asked?.[1] ?? 0);
  const place = (fen: number): string => `${(100 * fen) / most}%`;
  const known = new Set(prices.valued.map(({ valuation: one }) => one.id));
  const unknown = all.valuations.filter(({ id }) => !known.has(id));
  if (all.valuations.length === 0) return <p className={css.none}>{t('evaluation.price.none')}</p>;
  return (
    <>
      <ul className={css.bars}>
        {prices.valued.map(({ valuation: one, fen, fromFen, toFen }) => (
          <li key={one.id}>
            <span>
              <b>{one.title}</b>
              <small>
                {words.in(valuation.fields.method.options[one.method])} · {one.asOf}
              </small>
            </span>
            <div
              className={css.track}
              role="img"
              aria-label={t('evaluation.price.barSpoken', {
                title: one.title,
                fen: formatYuan(fen),
                from: formatYuan(fromFen),
                to: formatYuan(toFen),
              })}
            >
              {asked && (
                <i
                  className={css.asked}
                  style={{
                    left: place(asked[0]),
                    width: `max(2px, ${place(asked[1] - asked[0])})`,
                  }}
                />
              )}
              <i
                className={css.span}
                style={{ left: place(fromFen), width: `max(2px, ${place(toFen - fromFen)})` }}
              />
              <i className={css.point} style={{ left: place(fen) }} />
            </div>
            <span className="num">
              {spokenAmount(fen, words)}
              <small>
                {t('evaluation.price.fromTo', {
                  from: spokenAmount(fromFen, words),
                  to: spokenAmount(toFen, words),
                })}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {unknown.length > 0 && (
        <p className={css.warning}>
          {t('evaluation.price.unknownOnes', {
            names: unknown.map(({ title }) => title).join(t('evaluation.comma')),
          })}
        </p>
      )}
      <p className={css.hint}>
        {words.in(achievement.fields.price.label)}{' '}
        <b>{price ? spokenPrice(price, words) : t('field.blank')}</b>{' '}
        {prices.asking && (
          <Chip tone={prices.asking === 'within' ? 'good' : 'caution'}>
            {t(`evaluation.price.asking.${prices.asking}`)}
          </Chip>
        )}
      </p>
      <p className={css.fine}>{t('evaluation.price.barsHint')}</p>
    </>
  );
}

/** All evaluations and valuations of an achievement on one screen. */
export function CompareTab({
  record,
  all,
  prices,
}: {
  readonly record: Achievement;
  readonly all: Evaluations;
  readonly prices: PriceView;
}) {
  const { t } = useWords();
  return (
    <>
      <Card title={t('evaluation.compareSheets')}>
        <Sheets all={all} />
      </Card>
      <Card title={t('evaluation.comparePrices')} aside={<ReferenceMark />}>
        <Prices record={record} all={all} prices={prices} />
      </Card>
    </>
  );
}
