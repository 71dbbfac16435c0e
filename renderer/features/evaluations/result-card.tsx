import {
  evaluationIndicator,
  formatHundredths,
  type ScoreGap,
  type ScoreResult,
} from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { Radar } from '../../ui/charts/radar.tsx';
import { Card, Chip, type Tone } from '../../ui/page.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import css from './evaluations.module.css';
import { weightText } from './sheet-card.tsx';

const tones: Readonly<Record<'high' | 'medium' | 'low', Tone>> = {
  high: 'good',
  medium: 'notice',
  low: 'caution',
};

/** What a result cannot be reckoned without, in words. */
function useScoreGapText(): (gap: ScoreGap) => string {
  const { t } = useWords();
  return (gap) => {
    switch (gap.type) {
      case 'weightsNotWhole':
        return t(gap.leftBp > 0 ? 'evaluation.weightsLeft' : 'evaluation.weightsOver', {
          weight: weightText(Math.abs(gap.leftBp)),
        });
      case 'scoresMissing':
        return t('evaluation.gap.scoresMissing', {
          evaluator: gap.evaluator,
          indicators: gap.indicators.join(t('evaluation.comma')),
        });
      default:
        return t(`evaluation.gap.${gap.type}`);
    }
  };
}

type Known = Extract<ScoreResult['outcome'], { readonly type: 'known' }>;

function ByValue({ byValue }: Pick<Known, 'byValue'>) {
  const words = useWords();
  const { options } = evaluationIndicator.fields.value;
  const items = byValue.map(({ value, score, weightBp }) => ({
    key: value,
    name: words.in(options[value]),
    value: score === null ? 0 : score / 100,
    text: score === null ? words.t('evaluation.noWeight') : formatHundredths(score),
    weight: weightText(weightBp),
  }));
  return (
    <div className={css.byValue}>
      <Radar items={items} most={100} />
      <table className={css.table}>
        <thead>
          <tr>
            <th>{words.in(evaluationIndicator.fields.value.label)}</th>
            <th className="num">{words.in(evaluationIndicator.fields.weightBp.label)}</th>
            <th className="num">{words.t('evaluation.score')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ key, name, text, weight }) => (
            <tr key={key}>
              <td>{name}</td>
              <td className="num">{weight}</td>
              <td className="num">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a sheet comes to: the score, by value and by evaluator, how far these are apart, who is left out. */
export function ResultCard({ result }: { readonly result: ScoreResult }) {
  const { t } = useWords();
  const sayGap = useScoreGapText();
  const { outcome, leftOut, undeclared } = result;
  const names = (people: readonly { readonly name: string }[]) =>
    people.map(({ name }) => name).join(t('evaluation.comma'));
  return (
    <Card title={t('evaluation.result')}>
      {outcome.type === 'unknown' ? (
        <>
          <p className={css.unknown}>{t('evaluation.unknown')}</p>
          <ul className={css.gaps}>
            {outcome.gaps.map((gap) => (
              <li key={JSON.stringify(gap)}>{sayGap(gap)}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p className={css.total}>
            <b>{formatHundredths(outcome.total)}</b>
            <span>
              {t('evaluation.spread', {
                count: outcome.byEvaluator.length,
                lowest: formatHundredths(outcome.lowest),
                highest: formatHundredths(outcome.highest),
                spread: formatHundredths(outcome.spread),
              })}
            </span>
            <Chip tone={tones[outcome.confidence]}>
              {t(`evaluation.trust.${outcome.confidence}`)}
            </Chip>
            {outcome.row && <RuleSource row={outcome.row} />}
          </p>
          <ByValue byValue={outcome.byValue} />
          <ul className={css.people}>
            {outcome.byEvaluator.map(({ evaluator, score }) => (
              <li key={evaluator.id}>
                {evaluator.name} <b>{formatHundredths(score)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      {leftOut.length > 0 && (
        <p className={css.warning}>{t('evaluation.leftOut', { names: names(leftOut) })}</p>
      )}
      {undeclared.length > 0 && (
        <p className={css.warning}>
          {t('evaluation.undeclaredOnes', { names: names(undeclared) })}
        </p>
      )}
      <p className={css.fine}>{t('evaluation.rounding')}</p>
    </Card>
  );
}
