import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { Change, Values } from '../../../shared/commits/index.ts';
import { formatField } from '../../../shared/entities/kinds.ts';
import { achievement } from '../../../shared/features/achievements/index.ts';
import {
  addBehind,
  type Evaluation,
  type EvaluationIndicator,
  type EvaluationScore,
  type Evaluator,
  evaluationIndicator,
  evaluationScore,
  indicatorsOf,
  inPlaceOrder,
  movePlaced,
  type PresetRow,
  type Purpose,
  placeOf,
  presetsFor,
  removeIndicator,
  scaleWeights,
  scoresByPlace,
  setScore,
  takeIndicators,
  weightLeft,
} from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import { usePressOnce } from '../../ui/press-once.ts';
import { Changing } from '../../ui/read-only.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import css from './evaluations.module.css';
import { formOf, patchOf, valuesIn } from './form-of.ts';
import { LineEditor } from './line-editor.tsx';
import { useEditing } from './lines-card.tsx';
import { ScoreCell } from './score-cell.tsx';
import { ScoreNote } from './score-note.tsx';

const form = formOf(evaluationIndicator);
const { name: entity, fields } = evaluationIndicator;

/** A weight as it is written, 12.50%. */
export const weightText = (weightBp: number): string =>
  formatField(fields.weightBp, weightBp, 'en');

interface Parts {
  readonly indicators: readonly EvaluationIndicator[];
  readonly evaluators: readonly Evaluator[];
  readonly scores: readonly EvaluationScore[];
}

/** What can be done to the indicators and scores of a sheet, each one step to undo. */
function useSheetActions(one: Evaluation, { indicators, scores }: Parts) {
  const save = useSave();
  const { language } = useWords();
  const { id: evaluationId, achievementId, title } = one;
  const write = (key: string, name: string, changes: readonly Change[]) =>
    save.changes({ key, params: { entity, title: name } }, changes);
  return {
    add: (values: Values) =>
      write('create', String(values.name), [
        addBehind(
          'evaluationIndicator',
          freshId(),
          { ...values, achievementId, evaluationId },
          indicators,
        ),
      ]),
    change: (id: string, values: Values) =>
      write('editEvaluationPart', String(values.name), [
        { patch: entity, id, set: patchOf(form, values) },
      ]),
    move: (id: string, by: -1 | 1) =>
      write('moveEvaluationPart', title, movePlaced('evaluationIndicator', indicators, id, by)),
    remove: (indicator: EvaluationIndicator) =>
      write('delete', indicator.name, removeIndicator(indicator, scores)),
    scale: () => write('scaleWeights', title, scaleWeights(indicators)),
    begin: (row: PresetRow) =>
      write('takeIndicators', title, [
        ...takeIndicators(one, indicatorsOf(row, language), freshId),
        { patch: 'evaluation', id: evaluationId, set: { weightsFrom: row.source } },
      ]),
    score: (
      indicator: EvaluationIndicator,
      evaluator: Evaluator,
      existing: EvaluationScore | undefined,
      score: number | null,
    ) =>
      save.changes(
        {
          key: 'setScore',
          params: { evaluator: evaluator.name, indicator: indicator.name, score: score ?? '—' },
        },
        setScore(indicator, evaluator, existing, score, freshId),
      ),
  };
}

function WeightChip({ left }: { readonly left: number }) {
  const { t } = useWords();
  if (left === 0) return <Chip tone="good">{t('evaluation.weightsWhole')}</Chip>;
  return (
    <Chip tone="alarm">
      {t(left > 0 ? 'evaluation.weightsLeft' : 'evaluation.weightsOver', {
        weight: weightText(Math.abs(left)),
      })}
    </Chip>
  );
}

/** The indicators of an empty sheet: an example by the achievement's category. */
function Begin({
  purpose,
  onBegin,
}: {
  readonly purpose: Purpose;
  readonly onBegin: (row: PresetRow) => Promise<boolean>;
}) {
  const words = useWords();
  const rules = useRules();
  const begin = usePressOnce(onBegin);
  const { options } = achievement.fields.category;
  const presets = presetsFor(purpose, today(), rules);
  return (
    <div className={css.none}>
      <span>{words.t('evaluation.noIndicators')}</span>
      <Changing>
        {presets.map((row) => (
          <Button key={row.key} size="xs" variant="default" onClick={() => void begin(row)}>
            {words.in(options[row.category])}
          </Button>
        ))}
      </Changing>
    </div>
  );
}

type Actions = ReturnType<typeof useSheetActions>;

/** An indicator with a score of each evaluator. */
function IndicatorRow({
  indicator,
  row,
  columns,
  byPlace,
  actions,
  focus,
  onEdit,
}: {
  readonly indicator: EvaluationIndicator;
  readonly row: number;
  readonly columns: readonly Evaluator[];
  readonly byPlace: ReturnType<typeof scoresByPlace>;
  readonly actions: Actions;
  /** Puts the focus on the score of a row and column, if there is one. */
  readonly focus: (row: number, column: number) => void;
  readonly onEdit: () => void;
}) {
  const { t } = useWords();
  const { id, name, value, weightBp } = indicator;
  return (
    <tr>
      <td>
        <FieldValue entity={evaluationIndicator} name="value" value={value} />
      </td>
      <td>{name}</td>
      <td className="num">{weightText(weightBp)}</td>
      {columns.map((evaluator, column) => {
        const score = byPlace.get(placeOf({ evaluatorId: evaluator.id, indicatorId: id }));
        return (
          <td key={evaluator.id} className={`num ${css.scored}`}>
            <ScoreCell
              field={evaluationScore.fields.score}
              value={score?.score}
              label={t('evaluation.scoreOf', { evaluator: evaluator.name, indicator: name })}
              place={`${row} ${column}`}
              onMove={(rows, on) => focus(row + rows, column + on)}
              onKeep={(next) => void actions.score(indicator, evaluator, score, next)}
            />
            {score && <ScoreNote score={score} of={`${evaluator.name}, ${name}`} />}
          </td>
        );
      })}
      <td>
        <RowMenu
          label={t('evaluation.actions', { name })}
          onEdit={onEdit}
          onMove={(by) => void actions.move(id, by)}
          onDelete={() => void actions.remove(indicator)}
        />
      </td>
    </tr>
  );
}

function Heads({ columns }: { readonly columns: readonly Evaluator[] }) {
  const words = useWords();
  return (
    <thead>
      <tr>
        <th>{words.in(fields.value.label)}</th>
        <th>{words.in(fields.name.label)}</th>
        <th className="num">{words.in(fields.weightBp.label)}</th>
        {columns.map(({ id, name, conflict }) => (
          <th key={id} className="num" data-scored>
            {name}
            {conflict === 'has' && <small>{words.t('evaluation.notCounted')}</small>}
          </th>
        ))}
        <td />
      </tr>
    </thead>
  );
}

/** The sheet: indicators with their weights, and a column of scores for each evaluator. */
export function SheetCard({
  one,
  indicators,
  evaluators,
  scores,
}: { readonly one: Evaluation } & Parts) {
  const { t } = useWords();
  const { editing, setEditing, addButton, close } = useEditing();
  const table = useRef<HTMLTableElement>(null);
  const ordered = inPlaceOrder(indicators);
  const columns = inPlaceOrder(evaluators);
  const byPlace = scoresByPlace(scores);
  const actions = useSheetActions(one, { indicators: ordered, evaluators, scores });
  const left = weightLeft(ordered);
  const focus = (row: number, column: number): void =>
    table.current?.querySelector<HTMLInputElement>(`input[data-place="${row} ${column}"]`)?.focus();
  const editor = (initial: Values, onSave: (values: Values) => Promise<boolean>) => (
    <LineEditor form={form} initial={initial} onClose={close} onSave={onSave} />
  );
  const lineOf = (indicator: EvaluationIndicator, row: number) =>
    editing === indicator.id ? (
      <tr key={indicator.id}>
        <td colSpan={4 + columns.length}>
          {editor(valuesIn(form, indicator), (values) => actions.change(indicator.id, values))}
        </td>
      </tr>
    ) : (
      <IndicatorRow
        key={indicator.id}
        {...{ indicator, row, columns, byPlace, actions, focus }}
        onEdit={() => setEditing(indicator.id)}
      />
    );
  return (
    <Card
      title={
        <>
          {t('evaluation.sheet')}
          {ordered.length > 0 && <WeightChip left={left} />}
        </>
      }
      aside={
        <Changing>
          {left !== 0 && ordered.length > 0 && (
            <Button size="xs" variant="default" onClick={() => void actions.scale()}>
              {t('evaluation.scale')}
            </Button>
          )}
          <Button ref={addButton} size="xs" variant="default" onClick={() => setEditing('new')}>
            {t('evaluation.addIndicator')}
          </Button>
        </Changing>
      }
    >
      {ordered.length === 0 && editing === null && (
        <Begin purpose={one.purpose} onBegin={actions.begin} />
      )}
      {ordered.length > 0 && (
        <div className={css.scroll}>
          <table className={css.table} data-menu ref={table}>
            <Heads columns={columns} />
            <tbody>{ordered.map(lineOf)}</tbody>
          </table>
        </div>
      )}
      {editing === 'new' && editor({ weightBp: Math.max(0, left) }, actions.add)}
      {ordered.length > 0 && (
        <p className={css.fine}>
          {t('evaluation.keys')}
          {one.weightsFrom && ` ${t('evaluation.weightsFrom', { source: one.weightsFrom })}`}
        </p>
      )}
    </Card>
  );
}
