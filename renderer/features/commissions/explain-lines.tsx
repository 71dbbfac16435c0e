import { formatYuan } from '../../../shared/core/money.ts';
import {
  explainText,
  type Reckoning,
  warningText,
  whyNothingText,
} from '../../../shared/features/commissions/index.ts';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import css from './commission.module.css';

/** How a commission comes about, line by line down to its total, and what to mind about it. */
export function ExplainLines({
  reckoned,
  deductionNote,
}: {
  readonly reckoned: Reckoning;
  readonly deductionNote?: string | undefined;
}) {
  const { t, tAny } = useWords();
  const { lines, totalFen, whyNothing, warnings } = reckoned;
  return (
    <>
      {lines.length > 0 && (
        <dl className={css.lines}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <div key={index}>
              <dt>
                {explainText(line, tAny)}
                {line.type === 'deduction' && deductionNote !== undefined && ` · ${deductionNote}`}
              </dt>
              <dd>{formatYuan(line.fen)}</dd>
            </div>
          ))}
          <div className={css.total}>
            <dt>{t('explain.total')}</dt>
            <dd>{formatYuan(totalFen)}</dd>
          </div>
        </dl>
      )}
      {whyNothing && (
        <p className={css.why} role="note">
          <Icon name="warning" size={14} />
          {whyNothingText(whyNothing, tAny)}
        </p>
      )}
      {warnings.map((warning) => (
        <p key={warning.type} className={css.warning} role="note">
          <Icon name="warning" size={14} />
          <span>
            {warningText(warning, tAny)} <RuleSource row={warning} />
          </span>
        </p>
      ))}
    </>
  );
}
