import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { StoredRecord } from '../../shared/commits/index.ts';
import { type AnyEntity, titleOf } from '../../shared/entities/entity.ts';
import { type EntityName, entities } from '../../shared/registry.ts';
import { useWords } from '../app/i18n.ts';
import { listPath } from '../app/paths.ts';
import { usePast } from '../data/past.ts';
import { planDeletion } from './deletion.ts';
import { notify } from './notify.ts';
import { Empty } from './page.tsx';
import { useSave } from './save.ts';

/** Shown where a record's address leads to nothing. */
export function Gone({ name }: { readonly name: EntityName }) {
  const words = useWords();
  const past = usePast((state) => state.past);
  const [title, hint] = past
    ? [words.t('past.notThere'), words.t('past.notThereHint', { date: past.on })]
    : [words.t('record.gone'), words.t('record.goneHint')];
  return (
    <Empty title={title} hint={hint}>
      <Button component={Link} href={listPath(name)} variant="default">
        {words.in(entities[name].plural)}
      </Button>
    </Empty>
  );
}

/**
 * Deletes a record with its parts as one step to undo, and goes back to the list. A record
 * that others refer to stays.
 */
export function useDelete(name: EntityName): (record: StoredRecord) => Promise<void> {
  const { t } = useWords();
  const [, go] = useLocation();
  const save = useSave();
  const entity: AnyEntity = entities[name];
  return async (record) => {
    const title = titleOf(entity, record);
    const { changes, inUse } = await planDeletion(name, [record.id]);
    const count = inUse.get(record.id);
    if (count !== undefined) return notify.problem(t('record.deleteInUse', { count }));
    if (!(await save.changes({ key: 'delete', params: { entity: name, title } }, changes))) return;
    go(listPath(name));
    notify.done(t('record.deleted', { title }));
  };
}
