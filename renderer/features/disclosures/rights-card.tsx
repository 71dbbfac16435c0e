import { addDays, addMonths } from '../../../shared/core/dates.ts';
import {
  DISPOSAL_SOURCE,
  type Disclosure,
  disclosure,
  type RightState,
  rightsOf,
} from '../../../shared/features/disclosures/index.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import { today } from '../../ui/dates.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Card, Chip, type Tone } from '../../ui/page.tsx';
import css from './disclosures.module.css';
import { shareText } from './inventors-card.tsx';

const tones: Readonly<Record<RightState['verdict'], Tone>> = {
  notAgreed: 'plain',
  free: 'plain',
  meets: 'good',
  belowLaw: 'alarm',
  belowPolicy: 'caution',
};

const figureOf = (right: RightState['right'], figure: number, { t }: Words): string =>
  right === 'use' ? t('rights.years', { count: figure }) : shareText(figure);

/** The agreed years of use with the last day, where its first is known. */
function agreedText({ right, agreed }: RightState, record: Disclosure, words: Words): string {
  const { t } = words;
  if (agreed === null) return right === 'ownership' ? t('rights.byUnit') : t('rights.none');
  if (right !== 'use' || record.useFrom === undefined) return figureOf(right, agreed, words);
  const until = addDays(addMonths(record.useFrom, agreed * 12), -1);
  return t('rights.until', { count: agreed, until });
}

function RightRow({ state, record }: { readonly state: RightState; readonly record: Disclosure }) {
  const words = useWords();
  const { t } = words;
  const { right, rule, counts, verdict } = state;
  return (
    <tr>
      <td>{t(`rights.of.${right}`)}</td>
      <td>
        {agreedText(state, record, words)}
        {state.agreed !== null && record.unitRule && <small>{record.unitRule}</small>}
      </td>
      <td>{rule && t('rights.atLeast', { figure: figureOf(right, rule.atLeast, words) })}</td>
      <td>
        {counts !== null && figureOf(right, counts, words)}{' '}
        <Chip tone={tones[verdict]}>{t(`rights.verdict.${verdict}`)}</Chip>
      </td>
      <td>
        {rule?.source}
        {rule?.confidence === 'check' && <small>{t('rights.check')}</small>}
      </td>
    </tr>
  );
}

/** Who owns, uses, decides and earns: what the unit agreed beside what the rules ask for. */
export function RightsCard({ record }: { readonly record: Disclosure }) {
  const { t } = useWords();
  return (
    <Card title={t('rights.title')}>
      <table className={css.table} data-wide="true">
        <thead>
          <tr>
            {(['right', 'agreed', 'asked', 'counts', 'basis'] as const).map((head) => (
              <th key={head}>{t(`rights.${head}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rightsOf(record, today()).map((state) => (
            <RightRow key={state.right} state={state} record={record} />
          ))}
          <tr>
            <td>{t('rights.disposal')}</td>
            <td>
              {record.disposer === undefined ? (
                t('rights.none')
              ) : (
                <FieldValue entity={disclosure} name="disposer" value={record.disposer} />
              )}
            </td>
            <td />
            <td>{record.disposer === undefined && t('rights.disposalRule')}</td>
            <td>{DISPOSAL_SOURCE}</td>
          </tr>
        </tbody>
      </table>
      <p className={css.fine}>{t('rights.fine')}</p>
    </Card>
  );
}
