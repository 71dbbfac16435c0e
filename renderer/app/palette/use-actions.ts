import { useLocation } from 'wouter';
import { type AnyEntity, titleOf } from '../../../shared/entities/entity.ts';
import { type EntityName, entities, isEntityName } from '../../../shared/registry.ts';
import { getRecord } from '../../data/read.ts';
import { useDesk } from '../../data/session.ts';
import { useSafetyActions } from '../../features/safety/actions.ts';
import { useSettingsActions } from '../../features/settings/actions.ts';
import { useOpenView, useSavedViews, viewIcons } from '../../ui/list/saved-views.tsx';
import { notify } from '../../ui/notify.ts';
import { useReadOnlyText } from '../../ui/read-only.tsx';
import { useTurnStars } from '../../ui/stars/stars.ts';
import { BACK_KEYS, FORWARD_KEYS, goBack, goForward } from '../history/back-forward.tsx';
import { inBoth } from '../i18n.ts';
import { openDayPicker } from '../past/look-back.tsx';
import { kindAt, listPath, type RecordHere, recordAt } from '../paths.ts';
import { type NavEntry, navigation } from '../routes.tsx';
import { turnSidebar } from '../sidebar-fold.ts';
import { REDO_KEYS, UNDO_KEYS, useStepping } from '../undo-control.tsx';
import type { Action } from './action.ts';
import { openDialog } from './store.ts';

const pages: readonly NavEntry[] = navigation.flatMap(({ entries }) => entries);

/** Kinds of records of which a new one is begun on the page of their list. */
const made = (pages.flatMap(({ counts }) => counts ?? []) as readonly EntityName[]).filter(
  (name) => (entities[name] as AnyEntity).partOf === undefined,
);

type Go = (path: string) => void;

const newActions = (go: Go): readonly Action[] =>
  made.map((name) => ({
    id: `new ${name}`,
    label: inBoth((words) =>
      words.t('action.create', { entity: words.inside(entities[name].label) }),
    ),
    also: inBoth(({ t }) => t('also.new')),
    icon: 'plus',
    changes: true,
    often: true,
    run: () => go(`${listPath(name)}?new=1`),
  }));

const pageActions = (go: Go): readonly Action[] =>
  pages.map(({ path, label, icon }) => ({
    id: `go ${path}`,
    label: inBoth(({ t }) => t(label)),
    also: inBoth(({ t }) => t('also.go')),
    icon,
    ...(path === '/settings' ? { keys: ['mod+,'] } : {}),
    ...(path === '/import' ? { often: true, changes: true } : {}),
    run: () => go(path),
  }));

/** Stars the record whose page is shown. */
function useStarHere(): () => Promise<void> | false {
  const [path] = useLocation();
  const turn = useTurnStars();
  const here = recordAt(path);
  const star = async ({ entity, id }: RecordHere): Promise<void> => {
    const record = await getRecord(entity, id);
    if (record) await turn([{ entity, id, title: titleOf(entities[entity], { ...record }) }]);
  };
  return () => here !== null && star(here);
}

const windowActions: readonly Action[] = [
  {
    id: 'palette',
    label: inBoth(({ t }) => t('palette.open')),
    icon: 'search',
    keys: ['mod+K'],
    whileTyping: true,
    unlisted: true,
    run: () => openDialog('palette'),
  },
  {
    id: 'back',
    label: inBoth(({ t }) => t('history.back')),
    icon: 'fold',
    keys: BACK_KEYS,
    run: goBack,
  },
  {
    id: 'forward',
    label: inBoth(({ t }) => t('history.forward')),
    icon: 'unfold',
    keys: FORWARD_KEYS,
    run: goForward,
  },
  {
    id: 'fold',
    label: inBoth(({ t }) => t('action.foldSide')),
    icon: 'columns',
    keys: ['mod+B'],
    run: turnSidebar,
  },
  {
    id: 'sheet',
    label: inBoth(({ t }) => t('action.sheet')),
    also: inBoth(({ t }) => t('also.sheet')),
    icon: 'list',
    keys: ['shift+?'],
    often: true,
    run: () => openDialog('sheet'),
  },
];

const deskActions = (go: Go, step: ReturnType<typeof useStepping>): readonly Action[] => [
  {
    id: 'undo',
    label: inBoth(({ t }) => t('action.undo')),
    icon: 'undo',
    keys: UNDO_KEYS,
    changes: true,
    run: () => step('undo'),
  },
  {
    id: 'redo',
    label: inBoth(({ t }) => t('action.redo')),
    icon: 'redo',
    keys: REDO_KEYS,
    changes: true,
    run: () => step('redo'),
  },
  {
    id: 'export',
    label: inBoth(({ t }) => t('summary.button')),
    also: inBoth(({ t }) => t('also.export')),
    icon: 'export',
    run: () => go('/deals?export=1'),
  },
  {
    id: 'look back',
    label: inBoth(({ t }) => t('past.look')),
    also: inBoth(({ t }) => t('also.past')),
    icon: 'clock',
    often: true,
    run: openDayPicker,
  },
];

/** Puts the focus on the field in which the list in sight is searched. */
function findHere(): boolean {
  const field = document.querySelector<HTMLInputElement>('#content input[type="search"]');
  field?.select();
  return field !== null;
}

/** What the keys do to the list or record whose page is shown. */
function useActionsHere(): readonly Action[] {
  const [path, go] = useLocation();
  const star = useStarHere();
  const kind = kindAt(path);
  return [
    {
      id: 'new here',
      label: inBoth(({ t }) => t('action.newHere')),
      icon: 'plus',
      keys: ['alt+N'],
      changes: true,
      unlisted: true,
      run: () => kind !== null && made.includes(kind) && go(`${listPath(kind)}?new=1`),
    },
    {
      id: 'find here',
      label: inBoth(({ t }) => t('action.findHere')),
      icon: 'search',
      keys: ['mod+F'],
      unlisted: true,
      run: findHere,
    },
    {
      id: 'star',
      label: inBoth(({ t }) => t('action.star')),
      icon: 'star',
      keys: ['mod+D'],
      changes: true,
      ...(recordAt(path) === null ? { unlisted: true } : { often: true }),
      run: star,
    },
  ];
}

function useViewActions(): readonly Action[] {
  const open = useOpenView();
  return useSavedViews()
    .filter(({ list }) => isEntityName(list))
    .map((view) => ({
      id: `view ${view.id}`,
      label: inBoth(({ t }) => t('action.view', { name: view.name })),
      icon: viewIcons[view.icon],
      run: () => open(view),
    }));
}

/** Whatever can be done from anywhere, put together from what the parts of the app say of themselves. */
export function useActions(): readonly Action[] {
  const [, go] = useLocation();
  const step = useStepping();
  return [
    ...newActions(go),
    ...pageActions(go),
    ...windowActions,
    ...deskActions(go, step),
    ...useActionsHere(),
    ...useViewActions(),
    ...useSafetyActions(),
    ...useSettingsActions(),
  ];
}

/** Does it, or says why nothing can be changed for now. */
export function useDo(): (action: Action) => unknown {
  const readOnlyText = useReadOnlyText();
  return ({ changes, run }) => {
    const { readOnly } = useDesk.getState();
    return changes && readOnly ? notify.problem(readOnlyText(readOnly)) : run();
  };
}
