import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { isCellField } from '../../../shared/entities/cells.ts';
import { COMPARED_MOST } from '../../../shared/features/achievements/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useEntity } from '../../data/descriptions.ts';
import { askIndex } from '../../index/use-answer.ts';
import { copyTable, headOf, tableOf } from '../../ui/grid/clipboard.ts';
import { notify } from '../../ui/notify.ts';

/** What can be done with selected achievements beside what any list offers. */
export function SelectedActions({ ids }: { readonly ids: readonly string[] }) {
  const { t, language } = useWords();
  const [, go] = useLocation();
  const entity = useEntity('achievement');
  const copyForm = async (): Promise<void> => {
    const { rows, names } = await askIndex({
      entity: 'achievement',
      where: [{ field: 'id', in: ids }],
      from: 0,
      to: ids.length,
    });
    // All fields of the form, section by section: their headers are those that the import knows.
    const fields = Object.keys(entity.sections).flatMap((section) =>
      Object.entries(entity.fields)
        .filter(([, field]) => field.section === section && isCellField(field))
        .map(([name]) => name),
    );
    const head = headOf(entity, fields, language, t('list.updated'));
    const done = await copyTable({ head, rows: tableOf(entity, fields, rows, names, language) });
    if (done) notify.done(t('achievement.copied', { count: rows.length }));
    else notify.problem(t('grid.copyFailed'));
  };
  const few = ids.length >= 2 && ids.length <= COMPARED_MOST;
  return (
    <>
      <Button
        variant="default"
        disabled={!few}
        title={few ? undefined : t('achievement.compareHint', { most: COMPARED_MOST })}
        onClick={() => go(`/achievements/compare?ids=${ids.join()}`)}
      >
        {t('achievement.compare')}
      </Button>
      <Button variant="default" onClick={() => void copyForm()}>
        {t('achievement.copyForm')}
      </Button>
    </>
  );
}
