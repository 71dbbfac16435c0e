import type { ReactNode } from 'react';
import type { Change } from '../../../shared/commits/index.ts';
import { formatYuan } from '../../../shared/core/money.ts';
import {
  addBehind,
  inPlaceOrder,
  movePlaced,
  type RowRole,
  type Valuation,
  type ValuationRow,
  valuationRow,
} from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import { formOf, patchOf } from './form-of.ts';
import { LinesCard } from './lines-card.tsx';

const forms = {
  spent: formOf(valuationRow, ['name', 'amountFen']),
  depreciation: formOf(valuationRow, ['name', 'amountFen']),
  comparable: formOf(valuationRow, ['name', 'on', 'amountFen', 'adjustPercent', 'similarityBp']),
  income: formOf(valuationRow, ['name', 'amountFen']),
} as const satisfies Readonly<Record<RowRole, unknown>>;

const figures = new Set(['amountFen', 'adjustPercent', 'similarityBp']);
const { name: entity } = valuationRow;

function Cell({ row, field }: { readonly row: ValuationRow; readonly field: string }) {
  const values: Readonly<Record<string, unknown>> = row;
  if (field === 'amountFen') return formatYuan(row.amountFen);
  return <FieldValue entity={valuationRow} name={field} value={values[field]} />;
}

/** The lines of one kind that a valuation is reckoned from. */
export function RowsCard({
  one,
  role,
  rows: all,
  actions,
}: {
  readonly one: Valuation;
  readonly role: RowRole;
  readonly rows: readonly ValuationRow[];
  /** Other ways to add lines. */
  readonly actions?: ReactNode;
}) {
  const words = useWords();
  const { t } = words;
  const save = useSave();
  const rows = inPlaceOrder(all.filter((row) => row.role === role));
  const form = forms[role];
  const write = (key: string, title: string, changes: readonly Change[]) =>
    save.changes({ key, params: { entity, title } }, changes);
  const { id: valuationId, achievementId, title } = one;
  return (
    <LinesCard
      title={words.in(valuationRow.fields.role.options[role])}
      hint={t(`evaluation.price.hint.${role}`)}
      form={form}
      lines={rows}
      addText={t('evaluation.price.addRow')}
      actions={actions}
      isFigure={(field) => figures.has(field)}
      cell={(row, field) => <Cell row={row} field={field} />}
      onAdd={(values) =>
        write('create', String(values.name), [
          addBehind(
            'valuationRow',
            freshId(),
            { ...values, role, achievementId, valuationId },
            all,
          ),
        ])
      }
      onChange={({ id }, values) =>
        write('editEvaluationPart', String(values.name), [
          { patch: entity, id, set: patchOf(form, values) },
        ])
      }
      onMove={({ id }, by) =>
        void write('moveEvaluationPart', title, movePlaced('valuationRow', rows, id, by))
      }
      onDelete={({ id, name }) => void write('delete', name, [{ delete: entity, id }])}
    />
  );
}
