import { ActionIcon, Tooltip } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { onMenuCommand } from '../data/host.ts';
import { usePast } from '../data/past.ts';
import { useDesk } from '../data/session.ts';
import { ProvenMark } from '../features/safety/proven-mark.tsx';
import { useAnswer } from '../index/use-answer.ts';
import { timeInChina, today } from '../ui/dates.ts';
import { Icon } from '../ui/icon.tsx';
import { SidebarViews } from '../ui/list/saved-views.tsx';
import { TopActions } from '../ui/page.tsx';
import { useFollowStars } from '../ui/stars/stars.ts';
import { Banners } from './banners.tsx';
import { useFoundMarks } from './found-marks.ts';
import { BackForward } from './history/back-forward.tsx';
import { useScrollMemory } from './history/scrolling.ts';
import { type MessageKey, useWords } from './i18n.ts';
import { useMenu } from './menu.ts';
import { Palette, PaletteButton } from './palette/palette.tsx';
import { noteVisit, recallVisits } from './palette/recent.ts';
import { useActions } from './palette/use-actions.ts';
import { LookBack, PastBand } from './past/look-back.tsx';
import { useRecordHere } from './paths.ts';
import { type NavEntry, navigation, Routes } from './routes.tsx';
import css from './shell.module.css';
import { ShortcutSheet } from './shortcuts/sheet.tsx';
import { useShortcuts } from './shortcuts/use-shortcuts.ts';
import { turnSidebar, useFolded } from './sidebar-fold.ts';
import { Starred } from './starred.tsx';
import { UndoControl } from './undo-control.tsx';

function NavLink({ entry, on }: { readonly entry: NavEntry; readonly on: boolean }) {
  const { t } = useWords();
  const folded = useFolded((state) => state.folded);
  const counted = useAnswer(
    entry.counts
      ? { entity: entry.counts, where: entry.countsOnly ?? [], from: 0, to: 0, today: today() }
      : null,
  );
  const label = t(entry.label);
  return (
    <Tooltip label={label} position="right" disabled={!folded}>
      <Link
        href={entry.path}
        className={`${css.link} ${on ? css.on : ''}`}
        aria-current={on ? 'page' : undefined}
        aria-label={label}
      >
        <Icon name={entry.icon} />
        <span>{label}</span>
        {counted && <b>{counted.total.toLocaleString('en')}</b>}
      </Link>
    </Tooltip>
  );
}

function Saved() {
  const { t } = useWords();
  const save = useDesk((state) => state.save);
  const text =
    save.type === 'saving'
      ? t('saved.saving')
      : save.type === 'failed'
        ? t(`saved.failed.${save.reason}`)
        : save.at === null
          ? t('saved.start')
          : t('saved.yes', { time: timeInChina(save.at) });
  return (
    <>
      <span className={css.dot} data-state={save.type} />
      <span
        role="status"
        data-save={save.type}
        className={save.type === 'failed' ? css.failed : undefined}
      >
        {text}
      </span>
      {save.type === 'saved' && <ProvenMark />}
    </>
  );
}

function Sidebar() {
  const { t } = useWords();
  const [path] = useLocation();
  const folded = useFolded((state) => state.folded);
  const foldText: MessageKey = folded ? 'nav.unfold' : 'nav.fold';
  return (
    <nav className={css.side} aria-label={t('nav.main')}>
      <div className={css.brand}>
        <i />
        <span>{t('app.name')}</span>
      </div>
      {navigation.map((part) => (
        <div key={part.label ?? 'top'}>
          {part.label && <div className={css.group}>{t(part.label)}</div>}
          {part.entries.map((entry) => (
            <NavLink
              key={entry.path}
              entry={entry}
              on={
                entry.path === '/'
                  ? path === '/'
                  : [entry.path, ...(entry.also ?? [])].some((one) => path.startsWith(one))
              }
            />
          ))}
          {part.label === 'nav.work' && (
            <>
              <Starred />
              <SidebarViews
                heading={css.group}
                className={(isOn) => `${css.link} ${css.view} ${isOn ? css.on : ''}`}
              />
            </>
          )}
        </div>
      ))}
      <div className={css.foot}>
        <Saved />
        <Tooltip label={t(foldText)} position="right">
          <ActionIcon
            className={css.fold ?? ''}
            variant="subtle"
            color="gray"
            aria-label={t(foldText)}
            onClick={turnSidebar}
          >
            <Icon name={folded ? 'unfold' : 'fold'} />
          </ActionIcon>
        </Tooltip>
      </div>
    </nav>
  );
}

/** Remembers whose pages are opened. */
function useVisits(): void {
  const here = useRecordHere();
  const key = here && `${here.entity} ${here.id}`;
  useEffect(recallVisits, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which record it is
  useEffect(() => {
    if (here) noteVisit(here);
  }, [key]);
}

/** The desk itself: sidebar, top bar, and the screen that the address names. */
export function Shell() {
  const { t } = useWords();
  const folded = useFolded((state) => state.folded);
  const actions = useActions();
  const menu = useMenu(actions);
  const past = usePast((state) => state.past);
  useShortcuts(actions);
  useScrollMemory('content');
  useFoundMarks('content');
  useFollowStars();
  useVisits();
  useEffect(() => onMenuCommand(menu), [menu]);
  return (
    <div className={`${css.app} ${folded ? css.folded : ''}`} data-past={past?.on}>
      <button
        type="button"
        className={css.skip}
        onClick={() => document.getElementById('content')?.focus()}
      >
        {t('nav.skip')}
      </button>
      <Sidebar />
      <div className={css.main}>
        <PastBand />
        <header className={css.top}>
          <BackForward />
          <PaletteButton />
          <span className={css.grow} />
          <LookBack />
          <UndoControl />
          <TopActions.Outlet />
        </header>
        <Banners />
        <main id="content" className={css.content} tabIndex={-1}>
          {/* Another day is another scene: all of it is asked and drawn anew. */}
          <Routes key={past?.on ?? 'now'} />
        </main>
      </div>
      <Palette actions={actions} />
      <ShortcutSheet actions={actions} />
    </div>
  );
}
