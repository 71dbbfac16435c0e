import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type AnyEntity, titleOf } from '../../../shared/entities/entity.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import type { Query } from '../../index/query.ts';
import { askIndex } from '../../index/use-answer.ts';
import { planDeletion } from '../deletion.ts';
import { Icon } from '../icon.tsx';
import { notify } from '../notify.ts';
import { Changing } from '../read-only.tsx';
import css from './bulk.module.css';
import { stillThere, useBulk } from './bulk.ts';
import { copyTable, headOf, tableOf } from './clipboard.ts';
import type { Selection } from './selection.ts';
import { SetFieldPanel } from './set-field-panel.tsx';
import type { GridColumn } from './use-grid.ts';
import { Working } from './working.tsx';

interface Props {
  readonly name: EntityName;
  readonly entity: AnyEntity;
  readonly columns: readonly GridColumn[];
  readonly sort: Query['sort'];
  readonly selection: Selection;
  /** Buttons of the page's own. */
  readonly more?: ReactNode;
}

/** Named one by one are no more than fit in a message. */
const NAMED = 5;

/** The records that stay because others refer to them, by name. */
function InUse({
  titles,
  inUse,
}: {
  readonly titles: ReadonlyMap<string, string>;
  readonly inUse: ReadonlyMap<string, number>;
}) {
  const { t } = useWords();
  const named = [...inUse].slice(0, NAMED);
  const rest = inUse.size - named.length;
  return (
    <>
      {t('grid.inUse', { count: inUse.size })}
      <ul className={css.list}>
        {named.map(([id, count]) => (
          <li key={id}>{t('grid.inUseBy', { title: titles.get(id) ?? '', count })}</li>
        ))}
        {rest > 0 && <li>{t('grid.andMore', { count: rest })}</li>}
      </ul>
    </>
  );
}

/** The selected records that are still there, in the order of the list. */
const askSelected = (
  { name, sort, selection }: Props,
  ids: readonly string[] = [...selection.ids],
) =>
  askIndex({
    entity: name,
    where: [{ field: 'id', in: ids }],
    ...(sort === undefined ? {} : { sort }),
    from: 0,
    to: ids.length,
    ids: true,
  });

function useDeleteMany(props: Props, run: ReturnType<typeof useBulk>['run']) {
  const { name, entity, selection } = props;
  const { t } = useWords();
  return async (): Promise<void> => {
    const ids = await stillThere(name, [...selection.ids]);
    if (ids.length === 0) return selection.clear();
    const { changes, inUse } = await planDeletion(name, ids);
    const count = ids.length - inUse.size;
    if (count > 0) {
      const label = { key: 'bulkDelete', params: { entity: name, count } };
      if (!(await run(label, changes))) return;
      notify.done(t('grid.deleted', { count }));
      selection.clear();
      selection.set([...inUse.keys()], true);
    }
    if (inUse.size === 0) return;
    const { rows } = await askSelected(props, [...inUse.keys()].slice(0, NAMED));
    const titles = new Map(rows.map((record) => [record.id, titleOf(entity, record)]));
    notify.problem(<InUse titles={titles} inUse={inUse} />);
  };
}

/** What can be done with all selected records at once; each is one step to undo. */
export function BulkBar(props: Props) {
  const { name, entity, columns, selection } = props;
  const words = useWords();
  const { t, language } = words;
  const bulk = useBulk();
  const [setting, setSetting] = useState(false);
  const deleteMany = useDeleteMany(props, bulk.run);
  const copy = async (): Promise<void> => {
    const { rows, names } = await askSelected(props);
    const fields = columns.map(({ field }) => field);
    const table = tableOf(entity, fields, rows, names, language);
    const head = headOf(entity, fields, language, t('list.updated'));
    const done = await copyTable({ head, rows: table });
    if (done) notify.done(t('grid.copied', { count: rows.length }));
    else notify.problem(t('grid.copyFailed'));
  };
  return (
    <div className={css.bar} role="toolbar" aria-label={t('grid.bar')}>
      <b role="status">{t('grid.selected', { count: selection.ids.size.toLocaleString('en') })}</b>
      {bulk.work ? (
        <Working work={bulk.work} />
      ) : (
        <>
          <Changing>
            <Button
              variant="default"
              leftSection={<Icon name="edit" size={14} />}
              onClick={() => setSetting(true)}
            >
              {t('grid.set')}
            </Button>
          </Changing>
          <Button variant="default" onClick={() => void copy()}>
            {t('grid.copy')}
          </Button>
          {props.more}
          <Changing>
            <Button
              variant="default"
              color="red"
              leftSection={<Icon name="trash" size={14} />}
              onClick={() => void deleteMany()}
            >
              {t('action.delete')}
            </Button>
          </Changing>
        </>
      )}
      <span className={css.grow} />
      <Button variant="subtle" onClick={selection.clear}>
        {t('grid.clear')}
      </Button>
      {setting && (
        <SetFieldPanel
          entity={entity}
          name={name}
          ids={[...selection.ids]}
          run={bulk.run}
          onClose={() => setSetting(false)}
        />
      )}
    </div>
  );
}
