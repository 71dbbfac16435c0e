import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { Json, Values } from '../../shared/commits/index.ts';
import { customNamesOf } from '../../shared/entities/custom.ts';
import type { Layout } from '../../shared/features/views/index.ts';
import type { EntityName } from '../../shared/registry.ts';
import { useWords } from '../app/i18n.ts';
import { pathOf } from '../app/paths.ts';
import { useEntity } from '../data/descriptions.ts';
import { useAnswer } from '../index/use-answer.ts';
import { LayoutSwitch, layoutsOf, useLayout } from './list/layouts.tsx';
import { useListView } from './list-view.ts';
import { Empty, PageHead, TopActions } from './page.tsx';
import { Changing } from './read-only.tsx';
import { FormPanel } from './record-form.tsx';
import { RecordView, type RecordViewProps } from './record-view.tsx';
import { useSave } from './save.ts';

interface Props extends Pick<RecordViewProps, 'boardBy' | 'card' | 'columns' | 'selectedActions'> {
  readonly name: EntityName;
  /** Fields of the form for a new one; all that have a section when not given. */
  readonly newFields?: readonly string[];
  /** What the page that asked for a new one knows already. */
  readonly given?: Values;
  /** The form waits: something is asked first. */
  readonly held?: boolean;
  /** Below the form of a new one, by what was entered so far. */
  readonly besideNew?: (values: Readonly<Record<string, Json>>) => ReactNode;
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
export function RecordListPage({
  name,
  newFields,
  given,
  held,
  besideNew,
  actions,
  ...laid
}: Props) {
  const words = useWords();
  const { t } = words;
  const [, go] = useLocation();
  const [params, setParams] = useSearchParams();
  const save = useSave();
  const entity = useEntity(name);
  const create = t('action.create', { entity: words.inside(entity.label) });
  const offered: readonly Layout[] = [
    ...layoutsOf(entity),
    ...(laid.card ? ['cards' as const] : []),
  ];
  const [layout, setLayout] = useLayout(name, offered);
  const setNew = (on: boolean) => setParams(on ? { new: '1' } : {});
  const importing = entity.imported && (
    <Button variant="default" onClick={() => go('/import')}>
      {t('action.import')}
    </Button>
  );
  return (
    <>
      <TopActions>
        <LayoutSwitch offered={offered} value={layout} onChange={setLayout} />
        {actions}
        <Changing>
          {importing}
          <Button onClick={() => setNew(true)}>{create}</Button>
        </Changing>
      </TopActions>
      <PageHead title={words.in(entity.plural)} subtitle={<Count name={name} />} />
      <RecordView
        {...laid}
        name={name}
        layout={layout}
        onLayout={setLayout}
        onOpen={(id) => go(pathOf(name, id))}
        whenEmpty={
          <Empty
            title={t('list.empty', { entity: words.inside(entity.plural) })}
            hint={t(entity.imported ? 'list.emptyHint' : 'list.emptyHintNew')}
          >
            <Changing>
              <Button onClick={() => setNew(true)}>{create}</Button>
              {importing}
            </Changing>
          </Empty>
        }
      />
      <FormPanel
        opened={params.get('new') !== null && !held}
        title={create}
        entity={entity}
        {...(newFields ? { only: [...newFields, ...customNamesOf(entity)] } : {})}
        {...(given ? { initial: given } : {})}
        submit={t('action.save')}
        onClose={() => setNew(false)}
        onSubmit={async (values) => {
          const id = await save.create(entity, values);
          // The new record's page takes the place of the list and its panel.
          if (id) go(pathOf(name, id));
          return false;
        }}
      >
        {besideNew && ((draft) => besideNew(draft.values))}
      </FormPanel>
    </>
  );
}
