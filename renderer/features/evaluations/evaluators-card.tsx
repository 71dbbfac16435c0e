import type { Change } from '../../../shared/commits/index.ts';
import {
  addBehind,
  type Evaluation,
  type EvaluationScore,
  type Evaluator,
  evaluator,
  inPlaceOrder,
  removeEvaluator,
} from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Chip } from '../../ui/page.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import { formOf, patchOf } from './form-of.ts';
import { LinesCard } from './lines-card.tsx';

const form = formOf(evaluator);
const { name: entity } = evaluator;

function Cell({ one, field }: { readonly one: Evaluator; readonly field: string }) {
  const { t } = useWords();
  const values: Readonly<Record<string, unknown>> = one;
  if (field === 'conflict' && one.conflict === undefined)
    return <Chip tone="caution">{t('evaluation.undeclared')}</Chip>;
  return <FieldValue entity={evaluator} name={field} value={values[field]} />;
}

/** Who scores a sheet, and what each declared about conflicts of interest. */
export function EvaluatorsCard({
  one: { id: evaluationId, achievementId },
  evaluators,
  scores,
}: {
  readonly one: Evaluation;
  readonly evaluators: readonly Evaluator[];
  readonly scores: readonly EvaluationScore[];
}) {
  const words = useWords();
  const save = useSave();
  const ordered = inPlaceOrder(evaluators);
  const write = (key: string, title: string, changes: readonly Change[]) =>
    save.changes({ key, params: { entity, title } }, changes);
  return (
    <LinesCard
      title={words.in(evaluator.plural)}
      {...(ordered.length === 0 ? { hint: words.t('evaluation.noEvaluators') } : {})}
      form={form}
      lines={ordered}
      addText={words.t('evaluation.addEvaluator')}
      cell={(one, field) => <Cell one={one} field={field} />}
      onAdd={(values) =>
        write('create', String(values.name), [
          addBehind('evaluator', freshId(), { ...values, achievementId, evaluationId }, ordered),
        ])
      }
      onChange={({ id }, values) =>
        write('editEvaluationPart', String(values.name), [
          { patch: entity, id, set: patchOf(form, values) },
        ])
      }
      onDelete={(one) => void write('delete', one.name, removeEvaluator(one, scores))}
    />
  );
}
