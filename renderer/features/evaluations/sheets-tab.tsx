import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import {
  type Evaluation,
  evaluation,
  indicatorsOf,
  presetFor,
  removeEvaluation,
  SHEET_STANDARD,
  takeIndicators,
} from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { Card, Empty } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import { Choices } from './choices.tsx';
import css from './evaluations.module.css';
import { EvaluatorsCard } from './evaluators-card.tsx';
import { formOf } from './form-of.ts';
import { PartPanel } from './part-panel.tsx';
import { ResultCard } from './result-card.tsx';
import { SheetCard } from './sheet-card.tsx';
import { type Evaluations, resultOf } from './use-evaluations.ts';

const form = formOf(evaluation, ['title', 'purpose', 'method', 'organiser', 'heldOn']);
const facts = formOf(evaluation);

/** One sheet: what it is for, who scores, the scores, and what they come to. */
function Sheet({ one, all }: { readonly one: Evaluation; readonly all: Evaluations }) {
  const { t } = useWords();
  const save = useSave();
  const mine = (part: { readonly evaluationId: string }) => part.evaluationId === one.id;
  const parts = {
    indicators: all.indicators.filter(mine),
    evaluators: all.evaluators.filter(mine),
    scores: all.scores.filter(mine),
  };
  const remove = () =>
    save.changes(
      { key: 'delete', params: { entity: evaluation.name, title: one.title } },
      removeEvaluation(one, parts),
    );
  return (
    <>
      <ResultCard result={resultOf(all, one.id, useRules())} />
      <SheetCard one={one} {...parts} />
      <EvaluatorsCard one={one} evaluators={parts.evaluators} scores={parts.scores} />
      <FactSheet entity={facts} record={one} title={t('evaluation.facts')} />
      <Changing>
        <p className={css.foot}>
          <Button size="xs" variant="subtle" color="red" onClick={() => void remove()}>
            {t('evaluation.deleteSheet')}
          </Button>
        </p>
      </Changing>
    </>
  );
}

/** The indicator sheets of an achievement, one at a time. */
export function SheetsTab({
  record,
  all,
  chosen,
  onChoose,
}: {
  readonly record: Achievement;
  readonly all: Evaluations;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const rules = useRules();
  const [isNew, setNew] = useState(false);
  const one = all.evaluations.find(({ id }) => id === chosen) ?? all.evaluations[0];
  const add = (
    <Changing>
      <Button size="xs" variant={one ? 'default' : 'filled'} onClick={() => setNew(true)}>
        {t('evaluation.newSheet')}
      </Button>
    </Changing>
  );
  return (
    <>
      {one ? (
        <>
          <Choices
            label={t('evaluation.tab.sheets')}
            items={all.evaluations.map(({ id, title, heldOn }) => ({
              key: id,
              name: title,
              more: heldOn ?? '',
            }))}
            value={one.id}
            onChange={onChoose}
            aside={add}
          />
          <Sheet key={one.id} one={one} all={all} />
        </>
      ) : (
        <Card>
          <Empty title={t('evaluation.noSheet')} hint={t('evaluation.noSheetHint')}>
            {add}
          </Empty>
        </Card>
      )}
      <PartPanel
        form={form}
        one={isNew ? 'new' : null}
        given={{ purpose: 'transfer', title: t('evaluation.sheetName'), heldOn: today() }}
        make={(id, values) => {
          // The form has been checked: its purpose is one of the list.
          const preset = presetFor(
            record.category,
            values.purpose as Evaluation['purpose'],
            today(),
            rules,
          );
          onChoose(id);
          const value = {
            ...values,
            achievementId: record.id,
            standard: SHEET_STANDARD,
            ...(preset ? { weightsFrom: preset.source } : {}),
          };
          const indicators = preset ? indicatorsOf(preset, words.language) : [];
          return [
            { put: evaluation.name, id, value },
            ...takeIndicators({ id, achievementId: record.id }, indicators, freshId),
          ];
        }}
        onClose={() => setNew(false)}
      />
    </>
  );
}
