import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Change, Label, Values } from '../../../shared/commits/index.ts';
import { formatField } from '../../../shared/entities/kinds.ts';
import {
  addInventor,
  type Disclosure,
  type DisclosureInventor,
  disclosureInventor,
  type InventorValues,
  inventorsInOrder,
  moveInventor,
  sharesLeft,
  splitEqually,
} from '../../../shared/features/disclosures/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useDraft } from '../../ui/draft.ts';
import { FieldInput } from '../../ui/field-input.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { LineForm } from '../../ui/line-form.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import css from './disclosures.module.css';

const { fields } = disclosureInventor;
const columns = ['name', 'belongs', 'affiliation', 'shareBp'] as const;

/** A share as it is written, 33.34%. */
export const shareText = (shareBp: number): string => formatField(fields.shareBp, shareBp, 'en');

/** One inventor being written where they stand. */
function Editor({
  initial,
  onSave,
  onClose,
}: {
  readonly initial: Values;
  readonly onSave: (values: Values) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const draft = useDraft(disclosureInventor, initial);
  const take = async (): Promise<boolean> => {
    const values = draft.take();
    return values !== null && onSave(values);
  };
  return (
    <LineForm onTake={take} onClose={onClose} className={css.editor}>
      {columns.map((name) => (
        <FieldInput
          key={name}
          field={fields[name]}
          entry={draft.entryOf(name)}
          problem={draft.problemOf(name)}
          onChange={(entry) => draft.set(name, entry)}
          autoFocus={name === 'name'}
        />
      ))}
    </LineForm>
  );
}

function SumChip({ left }: { readonly left: number }) {
  const { t } = useWords();
  if (left === 0) return <Chip tone="good">{t('inventors.whole')}</Chip>;
  return (
    <Chip tone="alarm">
      {t(left > 0 ? 'inventors.left' : 'inventors.over', { share: shareText(Math.abs(left)) })}
    </Chip>
  );
}

/** What can be done to the inventors of a disclosure, each one step to undo. */
function useInventorActions({ id, title }: Disclosure, ordered: readonly DisclosureInventor[]) {
  const save = useSave();
  const write = (label: Label, changes: readonly Change[]) => save.changes(label, changes);
  const entity = disclosureInventor.name;
  return {
    add: (values: Values) =>
      write({ key: 'create', params: { entity, title: String(values.name) } }, [
        // The draft holds the fields of the description, as it checked.
        addInventor(id, values as unknown as InventorValues, ordered, freshId()),
      ]),
    change: (inventorId: string, values: Values) =>
      write({ key: 'editInventor', params: { title, name: String(values.name) } }, [
        { patch: entity, id: inventorId, set: { affiliation: null, ...values } },
      ]),
    move: (inventorId: string, by: -1 | 1) =>
      write({ key: 'moveInventor', params: { title } }, moveInventor(ordered, inventorId, by)),
    split: () => write({ key: 'splitInventors', params: { title } }, splitEqually(ordered)),
    remove: ({ id: inventorId, name }: DisclosureInventor) =>
      write({ key: 'delete', params: { entity, title: name } }, [
        { delete: entity, id: inventorId },
      ]),
  };
}

/** The inventors of a disclosure in order, with their shares and what is left of the whole. */
export function InventorsCard({
  record,
  inventors,
}: {
  readonly record: Disclosure;
  readonly inventors: readonly DisclosureInventor[];
}) {
  const words = useWords();
  const { t } = words;
  /** The id of the one that is being changed, or 'new'. */
  const [editing, setEditing] = useState<string | null>(null);
  const ordered = inventorsInOrder(inventors);
  const left = sharesLeft(ordered);
  const actions = useInventorActions(record, ordered);
  const close = () => setEditing(null);
  return (
    <Card
      title={
        <>
          {t('inventors.title')}
          {ordered.length > 0 && <SumChip left={left} />}
        </>
      }
      aside={
        <Changing>
          {ordered.length > 1 && (
            <Button size="xs" variant="default" onClick={() => void actions.split()}>
              {t('inventors.equal')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setEditing('new')}>
            {t('inventors.add')}
          </Button>
        </Changing>
      }
    >
      {ordered.length === 0 && editing === null && (
        <p className={css.none}>{t('inventors.none')}</p>
      )}
      {ordered.length > 0 && (
        <table className={css.table}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name}>{words.in(fields[name].label)}</th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {ordered.map((one) =>
              editing === one.id ? (
                <tr key={one.id}>
                  <td colSpan={5}>
                    <Editor
                      initial={{ ...one } as unknown as Values} // a stored record is plain values
                      onClose={close}
                      onSave={({ name, belongs, affiliation = null, shareBp }) =>
                        actions.change(one.id, {
                          name: name ?? null,
                          belongs: belongs ?? null,
                          affiliation,
                          shareBp: shareBp ?? null,
                        })
                      }
                    />
                  </td>
                </tr>
              ) : (
                <tr key={one.id}>
                  <td>{one.name}</td>
                  <td>
                    <FieldValue entity={disclosureInventor} name="belongs" value={one.belongs} />
                  </td>
                  <td>{one.affiliation}</td>
                  <td>{shareText(one.shareBp)}</td>
                  <td>
                    <RowMenu
                      label={t('inventors.actions', { name: one.name })}
                      onEdit={() => setEditing(one.id)}
                      onMove={(by) => void actions.move(one.id, by)}
                      onDelete={() => void actions.remove(one)}
                    />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
      {editing === 'new' && (
        <Editor
          initial={{
            disclosureId: record.id,
            position: 0,
            belongs: 'inside',
            shareBp: Math.max(0, left),
          }}
          onClose={close}
          onSave={actions.add}
        />
      )}
    </Card>
  );
}
