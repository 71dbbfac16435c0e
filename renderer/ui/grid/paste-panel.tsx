import { Button, Drawer } from '@mantine/core';
import { useEffect } from 'react';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import {
  type CellChange,
  type CellRefusal,
  type PastePlan,
  planPaste,
} from '../../../shared/entities/cells.ts';
import { type AnyEntity, fieldOf, titleOf } from '../../../shared/entities/entity.ts';
import { useWords } from '../../app/i18n.ts';
import { FieldValue } from '../field-value.tsx';
import { useProblemText } from '../problem-text.ts';
import css from './bulk.module.css';
import { useBulk } from './bulk.ts';
import { Working } from './working.tsx';

/** What a paste would do, with the names of the records that it is about. */
export interface Pasting {
  readonly plan: PastePlan;
  readonly titles: ReadonlyMap<string, string>;
}

export const preparePaste = (
  entity: AnyEntity,
  columns: readonly string[],
  records: readonly StoredRecord[],
  texts: readonly (readonly string[])[],
  range: { readonly rows: number; readonly columns: number },
): Pasting => ({
  plan: planPaste(entity, columns, records, texts, range),
  titles: new Map(records.map((record) => [record.id, titleOf(entity, record)])),
});

/** More than this is for the eye no use; all are applied. */
const SHOWN = 200;

function useLabel(entity: AnyEntity) {
  const words = useWords();
  return (name: string): string => {
    const field = fieldOf(entity, name);
    return field ? words.in(field.label) : words.t('list.updated');
  };
}

function More({ of }: { readonly of: number }) {
  const { t } = useWords();
  return of > SHOWN ? <p className={css.more}>{t('grid.andMore', { count: of - SHOWN })}</p> : null;
}

interface ListProps<T> {
  readonly entity: AnyEntity;
  readonly titles: Pasting['titles'];
  readonly cells: readonly T[];
}

function Changes({ entity, titles, cells }: ListProps<CellChange>) {
  const { t } = useWords();
  const label = useLabel(entity);
  const shown = (field: string, value: unknown) =>
    value === null ? (
      <span className={css.blank}>{t('grid.blank')}</span>
    ) : (
      <FieldValue entity={entity} name={field} value={value} />
    );
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t('grid.record')}</th>
            <th>{t('grid.field')}</th>
            <th>{t('grid.before')}</th>
            <th>{t('grid.after')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, SHOWN).map(({ id, field, before, after }) => (
            <tr key={`${id} ${field}`}>
              <td>{titles.get(id)}</td>
              <td>{label(field)}</td>
              <td>{shown(field, before)}</td>
              <td>{shown(field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More of={cells.length} />
    </>
  );
}

function Refusals({ entity, titles, cells }: ListProps<CellRefusal>) {
  const { t } = useWords();
  const label = useLabel(entity);
  const problemText = useProblemText();
  return (
    <>
      <h3 className={css.refused}>{t('grid.pasteRefused', { count: cells.length })}</h3>
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t('grid.record')}</th>
            <th>{t('grid.field')}</th>
            <th>{t('grid.text')}</th>
            <th>{t('grid.why')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, SHOWN).map(({ id, field, text, why }) => (
            <tr key={`${id} ${field}`}>
              <td>{titles.get(id)}</td>
              <td>{label(field)}</td>
              <td>{text}</td>
              <td>{why.type === 'notACell' ? t('grid.notACell') : problemText(why)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More of={cells.length} />
    </>
  );
}

/** What a paste changes and what of it cannot be read. One readable cell alone needs no asking. */
export function PastePanel({
  entity,
  pasting: { plan, titles },
  onClose,
}: {
  readonly entity: AnyEntity;
  readonly pasting: Pasting;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const bulk = useBulk();
  const { changes, cells, refused, beyond } = plan;
  const left = refused.length + beyond.rows + beyond.columns;
  const isPlain = left === 0 && cells.length <= 1;
  const apply = async (): Promise<void> => {
    const label = { key: 'paste', params: { entity: entity.name, count: changes.length } };
    const done = changes.length === 0 || (await bulk.run(label, changes));
    if (done || isPlain) onClose();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes
  useEffect(() => {
    if (isPlain) void apply();
  }, []);
  if (isPlain) return null;
  const { length: count } = cells;
  return (
    <Drawer
      opened
      title={t('grid.paste')}
      size={640}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      onClose={() => !bulk.work && onClose()}
    >
      <h3>
        {count > 0
          ? t('grid.pasteChanges', { cells: count, records: changes.length })
          : t('grid.pasteNothing')}
      </h3>
      {count > 0 && <Changes entity={entity} titles={titles} cells={cells} />}
      {refused.length > 0 && <Refusals entity={entity} titles={titles} cells={refused} />}
      {beyond.rows > 0 && <p>{t('grid.beyondRows', { count: beyond.rows })}</p>}
      {beyond.columns > 0 && <p>{t('grid.beyondColumns', { count: beyond.columns })}</p>}
      <div className={css.foot}>
        {bulk.work ? (
          <Working work={bulk.work} />
        ) : (
          <>
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button disabled={count === 0} data-autofocus onClick={() => void apply()}>
              {t('grid.paste')}
            </Button>
          </>
        )}
      </div>
    </Drawer>
  );
}
