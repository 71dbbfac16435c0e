import type { Values } from '../../../shared/commits/index.ts';
import { formatYuan } from '../../../shared/core/money.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import {
  addReceipt,
  changeReceipt,
  type Deal,
  type ReceiptValues,
  receipt,
} from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { today } from '../../ui/dates.ts';
import { FormPanel } from '../../ui/record-form.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import { useRefusal } from './use-moving.tsx';

const { receivedOn, amountFen, note } = receipt.fields;
const asked: AnyEntity = { ...receipt, fields: { amountFen, receivedOn, note } };

/** The panel for money received; with an id it changes what is recorded. */
export function ReceiptPanel({
  deal,
  id,
  initial,
  onClose,
}: {
  readonly deal: Deal;
  readonly id?: string;
  readonly initial?: Values;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const save = useSave();
  const refuse = useRefusal();
  const submit = async (entered: Values): Promise<boolean> => {
    // The form has the fields of a receipt, and asks for those that it must have.
    const values = entered as Values & ReceiptValues;
    const ctx = { today: today(), newId: freshId };
    if (id !== undefined) {
      const changed = changeReceipt(id, values, ctx.today);
      if (!changed.ok) refuse(changed.error);
      return changed.ok && save.changes({ key: 'changeReceipt' }, changed.value);
    }
    const added = addReceipt(deal.id, values, ctx);
    if (!added.ok) refuse(added.error);
    const params = { title: deal.title, amount: formatYuan(values.amountFen) };
    return added.ok && save.changes({ key: 'addReceipt', params }, added.value.changes);
  };
  return (
    <FormPanel
      opened
      title={id === undefined ? t('deal.addReceipt') : t('deal.editReceipt')}
      entity={asked}
      initial={initial ?? { receivedOn: today() }}
      submit={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
    />
  );
}
