import { Select, TextInput } from '@mantine/core';
import {
  type IndicatorDraft,
  type IndicatorProblem,
  type IndicatorRelation,
  needIndicator,
} from '../../../shared/features/needs/index.ts';
import { useWords } from '../../app/i18n.ts';
import css from './needs.module.css';

const { fields } = needIndicator;
const { options } = fields.relation;
const relations = Object.keys(options) as IndicatorRelation[]; // its own keys

/** What is wrong with an indicator, in words. */
function useIndicatorProblemText(): (problem: IndicatorProblem) => string {
  const { t } = useWords();
  return (problem) =>
    t(`indicators.problem.${problem.type}`, { text: 'text' in problem ? problem.text : '' });
}

/** The controls of one indicator, in two lines: what is demanded, and what belongs to it. */
export function IndicatorFields({
  draft,
  onChange,
  problem,
  place,
  autoFocus = false,
}: {
  readonly draft: IndicatorDraft;
  readonly onChange: (draft: IndicatorDraft) => void;
  readonly problem: IndicatorProblem | null;
  /** Which one it is, from 1, where several stand together: their controls are told apart by it. */
  readonly place?: number;
  readonly autoFocus?: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const problemText = useIndicatorProblemText();
  const { relation } = draft;
  const hasTwo = relation === 'range' || relation === 'tolerance';
  const text = (name: Exclude<keyof IndicatorDraft, 'relation'>, label: string) => ({
    'aria-label': place === undefined ? label : `${label} ${place}`,
    placeholder: label,
    value: draft[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...draft, [name]: event.currentTarget.value }),
  });
  const relationLabel = words.in(fields.relation.label);
  return (
    <div className={css.fields}>
      <div className={css.demand} data-two={hasTwo}>
        <TextInput {...text('name', words.in(fields.name.label))} autoFocus={autoFocus} />
        <Select
          aria-label={place === undefined ? relationLabel : `${relationLabel} ${place}`}
          placeholder={t('field.choose')}
          data={relations.map((value) => ({ value, label: words.in(options[value]) }))}
          value={relation}
          allowDeselect={false}
          onChange={(value) =>
            onChange({ ...draft, relation: relations.find((one) => one === value) ?? null })
          }
        />
        <TextInput {...text('value', words.in(fields.value.label))} inputMode="decimal" />
        {hasTwo && (
          <TextInput
            {...text(
              'valueTo',
              t(relation === 'range' ? 'indicators.upper' : 'indicators.deviation'),
            )}
            inputMode="decimal"
          />
        )}
        <TextInput {...text('unit', words.in(fields.unit.label))} />
      </div>
      <div className={css.beside}>
        {(['current', 'condition'] as const).map((name) => (
          <TextInput
            key={name}
            {...text(name, words.in(fields[name].label))}
            placeholder=""
            leftSection={<span className={css.prefix}>{words.in(fields[name].label)}</span>}
            leftSectionWidth={words.language === 'zh' ? 46 : 80}
            classNames={{ section: css.prefixed ?? '' }}
          />
        ))}
      </div>
      {problem && (
        <p className={css.problem} role="alert">
          {problemText(problem)}
        </p>
      )}
    </div>
  );
}
