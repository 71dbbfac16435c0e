import { ActionIcon, Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { StoredRecord, Values } from '../../../shared/commits/index.ts';
import { valuesOf } from '../../../shared/commits/index.ts';
import { formatYuan } from '../../../shared/core/money.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import {
  addIntroduction,
  type Deal,
  type Introduction,
  introduction,
  type Receipt,
  receipt,
} from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { today } from '../../ui/dates.ts';
import { FieldValue, spokenAmount } from '../../ui/field-value.tsx';
import { Icon } from '../../ui/icon.tsx';
import { notify } from '../../ui/notify.ts';
import { Card, Chip, Empty } from '../../ui/page.tsx';
import { Changing, useReadOnly } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import css from './deal-page.module.css';
import { ReceiptPanel } from './receipt-panel.tsx';

function RowTools({
  label,
  onEdit,
  onDelete,
}: {
  readonly label: string;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}) {
  const { t } = useWords();
  if (useReadOnly()) return <td className={css.tools} />;
  return (
    <td className={css.tools}>
      <ActionIcon.Group style={{ justifyContent: 'flex-end' }}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`${t('action.edit')} ${label}`}
          title={t('action.edit')}
          onClick={onEdit}
        >
          <Icon name="edit" size={14} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`${t('action.delete')} ${label}`}
          title={t('action.delete')}
          onClick={onDelete}
        >
          <Icon name="trash" size={14} />
        </ActionIcon>
      </ActionIcon.Group>
    </td>
  );
}

/** Deletes a part of a deal; Undo brings it back. */
function useRemovePart(): (
  entity: 'introduction' | 'receipt',
  id: string,
  title: string,
) => Promise<void> {
  const { t } = useWords();
  const save = useSave();
  return async (entity, id, title) => {
    const label = { key: 'delete', params: { entity, title } };
    if (await save.changes(label, [{ delete: entity, id }]))
      notify.done(t('record.deleted', { title }));
  };
}

const { introducedOn, way, what, persons, proof } = introduction.fields;
/** What is asked for an introduction: first what it was, then when and how. */
const asked: AnyEntity = { ...introduction, fields: { what, introducedOn, way, persons, proof } };

const ownValues = (record: StoredRecord): Values => {
  const { dealId: _dealId, ...values } = valuesOf(record);
  return values;
};

function IntroductionPanel({
  deal,
  edited,
  onClose,
}: {
  readonly deal: Deal;
  readonly edited: Introduction | null;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const save = useSave();
  const submit = async (values: Values): Promise<boolean> => {
    const title = String(values.what);
    if (edited) {
      const blank = Object.fromEntries(Object.keys(asked.fields).map((name) => [name, null]));
      const set = { ...blank, ...values };
      const label = { key: 'changeIntroduction', params: { title } };
      return save.changes(label, [{ patch: 'introduction', id: edited.id, set }]);
    }
    // The form has the fields of an introduction, and asks for those that it must have.
    const made = addIntroduction(deal.id, values as Values & Introduction, {
      today: today(),
      newId: freshId,
    });
    return save.changes({ key: 'create', params: { entity: 'introduction', title } }, made.changes);
  };
  return (
    <FormPanel
      opened
      title={edited ? t('deal.editIntroduction') : t('deal.addIntroduction')}
      entity={asked}
      initial={edited ? ownValues(edited) : { introducedOn: today(), way: 'meeting' }}
      submit={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
    />
  );
}

function HeadRow({
  cells,
}: {
  readonly cells: readonly (readonly [className: string | undefined, label: ReactNode])[];
}) {
  return (
    <thead>
      <tr>
        {cells.map(([className, label], index) =>
          label === '' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
            <td key={index} className={className} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
            <th key={index} className={className}>
              {label}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}

function Introductions({
  deal,
  list,
}: {
  readonly deal: Deal;
  readonly list: readonly Introduction[];
}) {
  const words = useWords();
  const { t } = words;
  const remove = useRemovePart();
  const [open, setOpen] = useState<Introduction | 'new' | null>(null);
  const add = (
    <Changing>
      <Button variant="default" onClick={() => setOpen('new')}>
        {t('deal.addIntroduction')}
      </Button>
    </Changing>
  );
  return (
    <Card title={t('deal.introductions')} aside={list.length > 0 && add}>
      {list.length === 0 ? (
        <div className={css.inCard}>
          <Empty title={t('deal.noIntroductions')} hint={t('deal.introductionsHint')}>
            {add}
          </Empty>
        </div>
      ) : (
        <>
          <table className={css.table}>
            <HeadRow
              cells={[
                [css.date, words.in(introducedOn.label)],
                [css.way, words.in(way.label)],
                [undefined, words.in(what.label)],
                [css.side, words.in(persons.label)],
                [css.side, words.in(proof.label)],
                [css.tools, ''],
              ]}
            />
            <tbody>
              {list
                .toSorted((a, b) => (a.introducedOn < b.introducedOn ? 1 : -1))
                .map((one) => (
                  <tr key={one.id}>
                    <td>{one.introducedOn}</td>
                    <td>
                      <FieldValue entity={introduction} name="way" value={one.way} />
                    </td>
                    <td title={one.what}>{one.what}</td>
                    <td title={one.persons}>{one.persons}</td>
                    <td title={one.proof}>{one.proof}</td>
                    <RowTools
                      label={one.what}
                      onEdit={() => setOpen(one)}
                      onDelete={() => void remove('introduction', one.id, one.what)}
                    />
                  </tr>
                ))}
            </tbody>
          </table>
          <p className={css.hint}>{t('deal.introductionsHint')}</p>
        </>
      )}
      {open && (
        <IntroductionPanel
          deal={deal}
          edited={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

function Receipts({
  deal,
  list,
  onAdd,
}: {
  readonly deal: Deal;
  readonly list: readonly Receipt[];
  readonly onAdd: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const remove = useRemovePart();
  const [edited, setEdited] = useState<Receipt | null>(null);
  const total = list.reduce((sum, one) => sum + one.amountFen, 0);
  const { receivedOn, amountFen, note } = receipt.fields;
  const add = (
    <Changing>
      <Button variant="default" onClick={onAdd}>
        {t('deal.addReceipt')}
      </Button>
    </Changing>
  );
  const contract = deal.contractAmountFen;
  const aside = (
    <>
      <Chip tone="good">{t('deal.received', { amount: formatYuan(total) })}</Chip>
      {contract !== undefined && contract > 0 && (
        <Chip>
          {t('deal.ofContract', { percent: `${((total / contract) * 100).toFixed(1)}%` })}
        </Chip>
      )}
      {add}
    </>
  );
  return (
    <Card title={t('deal.receipts')} aside={list.length > 0 && aside}>
      {list.length === 0 ? (
        <div className={css.inCard}>
          <Empty title={t('deal.noReceipts')}>{add}</Empty>
        </div>
      ) : (
        <table className={css.table}>
          <HeadRow
            cells={[
              [css.date, words.in(receivedOn.label)],
              [`${css.figure} ${css.amount}`, words.in(amountFen.label)],
              [css.way, ''],
              [undefined, words.in(note.label)],
              [css.tools, ''],
            ]}
          />
          <tbody>
            {list
              .toSorted((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1))
              .map((one) => (
                <tr key={one.id}>
                  <td>{one.receivedOn}</td>
                  <td className={css.figure}>{formatYuan(one.amountFen)}</td>
                  <td className={css.muted}>{spokenAmount(one.amountFen, words)}</td>
                  <td title={one.note}>{one.note}</td>
                  <RowTools
                    label={`${one.receivedOn} ${formatYuan(one.amountFen)}`}
                    onEdit={() => setEdited(one)}
                    onDelete={() => void remove('receipt', one.id, formatYuan(one.amountFen))}
                  />
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {edited && (
        <ReceiptPanel
          deal={deal}
          id={edited.id}
          initial={ownValues(edited)}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}

/** What a fee rests on: who was introduced when, and what money came. */
export function DealProofs(props: {
  readonly deal: Deal;
  readonly introductions: readonly Introduction[];
  readonly receipts: readonly Receipt[];
  readonly warnings: ReactNode;
  readonly onAddReceipt: () => void;
}) {
  return (
    <>
      {props.warnings}
      <Introductions deal={props.deal} list={props.introductions} />
      <Receipts deal={props.deal} list={props.receipts} onAdd={props.onAddReceipt} />
    </>
  );
}
