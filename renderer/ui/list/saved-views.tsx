import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Values } from '../../../shared/commits/index.ts';
import {
  readViewState,
  type View,
  view as viewKind,
} from '../../../shared/features/views/index.ts';
import { isEntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { listPath } from '../../app/paths.ts';
import { useAllRecords } from '../../data/read.ts';
import { Icon, type IconName } from '../icon.tsx';
import { type ListView, openSavedView, plainView, stateText, useListView } from '../list-view.ts';
import { notify } from '../notify.ts';
import { Changing } from '../read-only.tsx';
import { FormPanel } from '../record-form.tsx';
import { useSave } from '../save.ts';
import css from './list.module.css';
import { useViewFile } from './view-file.tsx';

export const viewIcons: Readonly<Record<View['icon'], IconName>> = {
  list: 'list',
  star: 'star',
  flag: 'flag',
  clock: 'clock',
  person: 'person',
  money: 'money',
};

/** What is asked for when a view is kept. */
const ASKED = ['name', 'icon', 'place'] as const satisfies readonly (keyof View)[];
const FIRST: Values = { icon: 'list', place: 'sidebar' };

/** The saved views in the order in which they were made. */
export function useSavedViews(): readonly View[] {
  const all = useAllRecords('view') ?? [];
  return all.toSorted(
    (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
}

/** Opens a saved view: its list, looked at as the view says. */
export function useOpenView(): (view: Pick<View, 'id' | 'list' | 'state'>) => void {
  const { t } = useWords();
  const [, go] = useLocation();
  return ({ id, list, state }) => {
    const read = isEntityName(list) && readViewState(state);
    if (!read) return notify.problem(t('views.unreadable'));
    // First to the list: the way back leads to it as it is looked at until now.
    go(read.layout ? `${listPath(list)}?view=${read.layout}` : listPath(list));
    openSavedView(list, id, read);
  };
}

/** Keeping, renaming and deleting; each is a step to undo. */
function useKeeping(list: string, view: ListView, onChange: (patch: Partial<ListView>) => void) {
  const { t } = useWords();
  const save = useSave();
  /** The state to keep; null, and said so, where it is more than a view takes. */
  const stateToKeep = (): string | null => {
    const state = stateText(view);
    if (readViewState(state)) return state;
    notify.problem(t('views.tooLarge'));
    return null;
  };
  return {
    add: async (values: Values): Promise<boolean> => {
      const state = stateToKeep();
      const id = state !== null && (await save.create(viewKind, { ...values, list, state }));
      if (id) onChange({ savedAs: id });
      return Boolean(id);
    },
    update: async ({ id, name }: View): Promise<void> => {
      const state = stateToKeep();
      const label = { key: 'saveView', params: { title: name } };
      if (state !== null) await save.changes(label, [{ patch: 'view', id, set: { state } }]);
    },
    edit: ({ id, name: title }: View, { name, icon, place }: Values): Promise<boolean> => {
      // The form asks for all three, and none of them may be blank.
      const set = { name: name ?? null, icon: icon ?? null, place: place ?? null };
      return save.changes({ key: 'editView', params: { title } }, [{ patch: 'view', id, set }]);
    },
    remove: async ({ id, name: title }: View): Promise<void> => {
      const label = { key: 'delete', params: { entity: viewKind.name, title } };
      if (!(await save.changes(label, [{ delete: 'view', id }]))) return;
      onChange({ savedAs: null });
      notify.done(t('record.deleted', { title }));
    },
  };
}

interface Props {
  /** The list whose views they are. */
  readonly list: string;
  readonly view: ListView;
  readonly onChange: (patch: Partial<ListView>) => void;
}

/** The saved views of a list, and what can be done with the one that is open. */
export function ViewsMenu({ list, view, onChange }: Props) {
  const { t } = useWords();
  const [asking, setAsking] = useState<'new' | 'edit' | null>(null);
  const keeping = useKeeping(list, view, onChange);
  const open = useOpenView();
  const file = useViewFile(list, view, open);
  const saved = useSavedViews().filter((one) => one.list === list);
  const current = saved.find(({ id }) => id === view.savedAs);
  const isChanged = current !== undefined && current.state !== stateText(view);
  const toItem = (one: View | null) => (
    <Menu.RadioItem
      key={one?.id ?? ''}
      value={one?.id ?? ''}
      closeMenuOnClick
      checked={one?.id === current?.id}
      rightSection={<Icon name={one ? viewIcons[one.icon] : 'list'} size={14} />}
      onChange={() => (one ? open(one) : onChange({ ...plainView, layout: view.layout }))}
    >
      {one?.name ?? t('views.own')}
    </Menu.RadioItem>
  );
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <button type="button" className={css.tool} data-on={current !== undefined || undefined}>
            <Icon name={current ? viewIcons[current.icon] : 'star'} size={14} />
            <span className={css.viewName}>{current?.name ?? t('views.button')}</span>
            {isChanged && <span className={css.changed}>{t('views.changed')}</span>}
          </button>
        </Menu.Target>
        <Menu.Dropdown className={css.options ?? ''}>
          {[null, ...saved].map(toItem)}
          <Changing>
            <Menu.Divider />
            {current && isChanged && (
              <Menu.Item onClick={() => void keeping.update(current)}>
                {t('views.update', { name: current.name })}
              </Menu.Item>
            )}
            <Menu.Item onClick={() => setAsking('new')}>{t('views.saveAs')}</Menu.Item>
            {current && (
              <>
                <Menu.Item onClick={() => setAsking('edit')}>{t('views.edit')}</Menu.Item>
                <Menu.Item color="red" onClick={() => void keeping.remove(current)}>
                  {t('views.delete', { name: current.name })}
                </Menu.Item>
              </>
            )}
          </Changing>
          <Menu.Divider />
          <Menu.Item onClick={() => void file.save(current)}>{t('views.saveFile')}</Menu.Item>
          <Changing>
            <Menu.Item onClick={file.choose}>{t('views.openFile')}</Menu.Item>
          </Changing>
        </Menu.Dropdown>
      </Menu>
      {file.chooser}
      <FormPanel
        opened={asking !== null}
        title={t(asking === 'edit' ? 'views.editTitle' : 'views.newTitle')}
        entity={viewKind}
        only={ASKED}
        initial={
          asking === 'edit' && current
            ? {
                name: current.name,
                icon: current.icon,
                place: current.place,
                list,
                state: current.state,
              }
            : { ...FIRST, list, state: stateText(view) }
        }
        submit={t('action.save')}
        onClose={() => setAsking(null)}
        onSubmit={(values) =>
          asking === 'edit' && current ? keeping.edit(current, values) : keeping.add(values)
        }
      />
    </>
  );
}

function SidebarLink({
  view,
  className,
}: {
  readonly view: View;
  readonly className: (isOn: boolean) => string;
}) {
  const [path] = useLocation();
  const [{ savedAs }] = useListView(view.list);
  const open = useOpenView();
  const isOn =
    isEntityName(view.list) && path.startsWith(listPath(view.list)) && savedAs === view.id;
  return (
    <button
      type="button"
      className={className(isOn)}
      aria-current={isOn ? 'page' : undefined}
      aria-label={view.name}
      title={view.name}
      onClick={() => open(view)}
    >
      <Icon name={viewIcons[view.icon]} />
      <span>{view.name}</span>
    </button>
  );
}

/** The saved views that stand in the sidebar; nothing where there are none. */
export function SidebarViews({
  heading,
  className,
}: {
  readonly heading: string | undefined;
  readonly className: (isOn: boolean) => string;
}) {
  const { t } = useWords();
  const saved = useSavedViews().filter(({ place }) => place === 'sidebar');
  if (saved.length === 0) return null;
  return (
    <div>
      <div className={heading}>{t('views.group')}</div>
      {saved.map((view) => (
        <SidebarLink key={view.id} view={view} className={className} />
      ))}
    </div>
  );
}
