import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { type EntityName, entities } from '../../shared/registry.ts';
import { useWords } from '../app/i18n.ts';
import { pathOf } from '../app/paths.ts';
import { useAnswer } from '../index/use-answer.ts';
import { useListView } from './list-view.ts';
import { Empty, PageHead, TopActions } from './page.tsx';
import { Changing } from './read-only.tsx';
import { FormPanel } from './record-form.tsx';
import { RecordList } from './record-list.tsx';
import { useSave } from './save.ts';

interface Props {
  readonly name: EntityName;
  /** Fields of the form for a new one; all that have a section when not given. */
  readonly newFields?: readonly string[];
  /** Further buttons in the top bar, before "new". */
  readonly actions?: ReactNode;
}

/** How many there are, and how many of them the filters leave. */
function Count({ name }: { readonly name: EntityName }) {
  const { t } = useWords();
  const [view] = useListView(name);
  const answer = useAnswer({ entity: name, text: view.text, where: view.where, from: 0, to: 0 });
  if (!answer) return null;
  const total = answer.total.toLocaleString('en');
  return answer.total === answer.all
    ? t('list.count', { total })
    : t('list.filtered', { total, all: answer.all.toLocaleString('en') });
}

/** The page of a kind of record: its list, and the panel for a new one (`?new=1` opens it). */
export function RecordListPage({ name, newFields, actions }: Props) {
  const words = useWords();
  const { t } = words;
  const [, go] = useLocation();
  const [params, setParams] = useSearchParams();
  const save = useSave();
  const entity: AnyEntity = entities[name];
  const create = t('action.create', { entity: words.inside(entity.label) });
  const setNew = (on: boolean) => setParams(on ? { new: '1' } : {});
  const importing = entity.imported && (
    <Button variant="default" onClick={() => go('/import')}>
      {t('action.import')}
    </Button>
  );
  return (
    <>
      <TopActions>
        {actions}
        <Changing>
          {importing}
          <Button onClick={() => setNew(true)}>{create}</Button>
        </Changing>
      </TopActions>
      <PageHead title={words.in(entity.plural)} subtitle={<Count name={name} />} />
      <RecordList
        name={name}
        onOpen={(id) => go(pathOf(name, id))}
        whenEmpty={
          <Empty
            title={t('list.empty', { entity: words.inside(entity.plural) })}
            hint={t('list.emptyHint')}
          >
            <Changing>
              <Button onClick={() => setNew(true)}>{create}</Button>
              {importing}
            </Changing>
          </Empty>
        }
      />
      <FormPanel
        opened={params.get('new') !== null}
        title={create}
        entity={entity}
        {...(newFields ? { only: newFields } : {})}
        submit={t('action.save')}
        onClose={() => setNew(false)}
        onSubmit={async (values) => {
          const id = await save.create(entity, values);
          // The new record's page takes the place of the list and its panel.
          if (id) go(pathOf(name, id));
          return false;
        }}
      />
    </>
  );
}
