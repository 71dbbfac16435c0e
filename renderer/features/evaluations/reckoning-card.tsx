import { Button } from '@mantine/core';
import { formatYuan } from '../../../shared/core/money.ts';
import {
  type Reckoned,
  reckon,
  sensitivitiesOf,
  sensitivityRules,
  type Valuation,
  type ValuationRow,
} from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { spokenAmount } from '../../ui/field-value.tsx';
import { Card } from '../../ui/page.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import { useCopy } from './copy.ts';
import css from './evaluations.module.css';
import { gapText, rateText, reckoningText, stepText } from './price-words.ts';
import { ReferenceMark } from './reference-mark.tsx';

type Known = Extract<Reckoned, { readonly type: 'known' }>;

function Steps({ known }: { readonly known: Known }) {
  const words = useWords();
  return (
    <table className={css.table} data-steps>
      <tbody>
        {known.steps.map((step, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity than their place
          <tr key={place} data-sum={step.type === 'spentSum'}>
            <td>{stepText(step, words)}</td>
            <td className="num">{formatYuan(step.fen)}</td>
          </tr>
        ))}
        <tr data-sum>
          <th scope="row">{words.t('evaluation.price.result')}</th>
          <td className="num">
            <b>{formatYuan(known.fen)}</b>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Sensitivities({
  one,
  rows,
}: {
  readonly one: Valuation;
  readonly rows: readonly ValuationRow[];
}) {
  const words = useWords();
  const { t } = words;
  const list = sensitivitiesOf(one, rows, today(), useRules());
  const amount = (fen: number | null) => (fen === null ? '—' : formatYuan(fen));
  if (list.length === 0) return null;
  return (
    <>
      <h3 className={css.subhead}>{t('evaluation.price.sensitivity')}</h3>
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t('evaluation.price.lever')}</th>
            <th className="num">{t('evaluation.price.down')}</th>
            <th className="num">{t('evaluation.price.up')}</th>
          </tr>
        </thead>
        <tbody>
          {list.map(({ row, down, up }) => (
            <tr key={row.lever}>
              <td>
                <RuleSource row={row}>
                  {t(
                    row.lever === 'amounts'
                      ? 'evaluation.price.byPart'
                      : 'evaluation.price.byPoints',
                    {
                      lever: words.in(sensitivityRules.fields.lever.options[row.lever]),
                      by: rateText(row.byBp).replace('%', ''),
                    },
                  )}
                </RuleSource>
              </td>
              <td className="num">{amount(down)}</td>
              <td className="num">{amount(up)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What a valuation comes to, line by line, and what hangs on each input. */
export function ReckoningCard({
  one,
  rows,
}: {
  readonly one: Valuation;
  readonly rows: readonly ValuationRow[];
}) {
  const words = useWords();
  const { t } = words;
  const copy = useCopy();
  const reckoned = reckon(one, rows);
  if (reckoned.type === 'unknown') {
    return (
      <Card title={t('evaluation.price.result')} aside={<ReferenceMark />}>
        <p className={css.unknown}>{t('evaluation.unknown')}</p>
        <ul className={css.gaps}>
          {reckoned.gaps.map((gap) => (
            <li key={JSON.stringify(gap)}>{gapText(gap, words)}</li>
          ))}
        </ul>
      </Card>
    );
  }
  return (
    <Card
      title={t('evaluation.price.result')}
      aside={
        <>
          <ReferenceMark />
          <Button
            size="xs"
            variant="default"
            onClick={() => void copy(reckoningText(one, reckoned, words))}
          >
            {t('evaluation.price.copy')}
          </Button>
        </>
      }
    >
      <p className={css.total}>
        <b>{formatYuan(reckoned.fen)}</b>
        <span>{t('evaluation.price.yuan', { amount: spokenAmount(reckoned.fen, words) })}</span>
      </p>
      <Steps known={reckoned} />
      <p className={css.fine}>{t('evaluation.price.rounding')}</p>
      <Sensitivities one={one} rows={rows} />
    </Card>
  );
}
