import { addDays, addMonths } from '../../../shared/core/dates.ts';
import {
  atLeastOf,
  DISPOSAL_SOURCE,
  type Disclosure,
  disclosure,
  type RightState,
  type RightsRow,
  rightsOf,
} from '../../../shared/features/disclosures/index.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Card, Chip, type Tone } from '../../ui/page.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import css from './disclosures.module.css';
import { shareText } from './inventors-card.tsx';

const tones: Readonly<Record<RightState['verdict'], Tone>> = {
  notAgreed: 'plain',
  free: 'plain',
  meets: 'good',
  metByOther: 'good',
  belowLaw: 'alarm',
  belowPolicy: 'caution',
};

const figureOf = (right: RightState['right'], figure: number, { t }: Words): string =>
  right === 'use' ? t('rights.years', { count: figure }) : shareText(figure);

const askedOf = (row: RightsRow, words: Words): string =>
  words.t('rights.atLeast', { figure: figureOf(row.right, atLeastOf(row) ?? 0, words) });

/** What a rule asks for, with the other rights of which one is enough in its place. */
function Asked({ rule, alternatives }: Pick<RightState, 'rule' | 'alternatives'>) {
  const words = useWords();
  if (!rule) return null;
  return (
    <>
      {askedOf(rule, words)}
      {alternatives.map((row) => (
        <small key={row.key}>
          {words.t('rights.or', {
            right: words.t(`rights.of.${row.right}`),
            asked: askedOf(row, words),
          })}
        </small>
      ))}
    </>
  );
}

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
  const { right, rule, alternatives, counts, verdict } = state;
  return (
    <tr>
      <td>{t(`rights.of.${right}`)}</td>
      <td>
        {agreedText(state, record, words)}
        {state.agreed !== null && record.unitRule && <small>{record.unitRule}</small>}
      </td>
      <td>
        <Asked rule={rule} alternatives={alternatives} />
      </td>
      <td>
        {counts !== null && figureOf(right, counts, words)}{' '}
        <Chip tone={tones[verdict]}>{t(`rights.verdict.${verdict}`)}</Chip>
      </td>
      <td>{rule && <RuleSource row={rule} />}</td>
    </tr>
  );
}

/** Who owns, uses, decides and earns: what the unit agreed beside what the rules ask for. */
export function RightsCard({ record }: { readonly record: Disclosure }) {
  const { t } = useWords();
  const rules = useRules();
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
          {rightsOf(record, today(), rules).map((state) => (
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
