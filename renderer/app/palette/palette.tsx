import { Modal } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useNames } from '../../index/use-answer.ts';
import { Icon } from '../../ui/icon.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import { useWords } from '../i18n.ts';
import { kindAt } from '../paths.ts';
import { keysText } from '../shortcuts/keys.ts';
import type { Action } from './action.ts';
import { type Found, find, useFound } from './found.ts';
import { foundGroups, type Group, type Item, useFirstGroups } from './items.tsx';
import css from './palette.module.css';
import { openDialog, useDialog } from './store.ts';
import { useDo } from './use-actions.ts';

const NOTHING: Found = { text: '', kinds: [], lead: [], others: [] };
const itemsIn = (groups: readonly Group[]): readonly Item[] => groups.flatMap(({ items }) => items);

/** The groups for what is typed, and the way to have those for it now. */
function useGroups(text: string, actions: readonly Action[]) {
  const words = useWords();
  const [path] = useLocation();
  const isEmpty = text.trim() === '';
  const found = useFound(text, actions, words.language);
  const owners = useNames(
    (found ?? NOTHING).kinds.flatMap(({ hits }) => hits.map(({ ownerId }) => ownerId)),
  );
  const first = useFirstGroups(
    actions,
    kindAt(path),
    isEmpty && found?.text === text ? found.kinds : [],
  );
  return {
    groups: isEmpty ? first : found && foundGroups(found, owners, words),
    // Enter may come before what was found for the last key.
    groupsNow: async (): Promise<readonly Group[]> => {
      if (isEmpty) return first;
      const now = found?.text === text ? found : await find(text, actions, words.language);
      return foundGroups(now, owners, words);
    },
    isLevel: isEmpty || found?.text === text,
  };
}

function Line({
  item,
  id,
  isChosen,
  onChoose,
}: {
  readonly item: Item;
  readonly id: string;
  readonly isChosen: boolean;
  readonly onChoose: (item: Item) => void;
}) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      data-action={item.key}
      className={css.line}
      // The focus stays in the input.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(item)}
      onKeyDown={() => undefined}
    >
      {item.draw}
    </div>
  );
}

function Lines({
  groups,
  listId,
  chosen,
  onChoose,
}: {
  readonly groups: readonly Group[];
  readonly listId: string;
  readonly chosen: number;
  readonly onChoose: (item: Item) => void;
}) {
  const { t } = useWords();
  let at = -1;
  return (
    <div id={listId} role="listbox" aria-label={t('palette.results')} className={css.list}>
      {groups.map(({ label, items }) => (
        <div key={label} role="group" aria-label={label}>
          <div className={css.group} aria-hidden="true">
            {label}
          </div>
          {items.map((item) => {
            at += 1;
            return (
              <Line
                key={item.key}
                item={item}
                id={`${listId}-${at}`}
                isChosen={at === chosen}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** The input and what it finds; drawn anew each time that the palette is opened. */
function Body({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const doAction = useDo();
  const listId = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { groups, groupsNow, isLevel } = useGroups(text, actions);
  const items = itemsIn(groups ?? []);
  const spot = Math.min(chosen, items.length - 1);

  const choose = ({ choose: what }: Item): void => {
    openDialog(null);
    if ('path' in what) go(what.path);
    else doAction(what.action);
  };
  const chooseNow = async (): Promise<void> => {
    // What is chosen on the screen counts only while it belongs to the text.
    const item = isLevel ? items[spot] : itemsIn(await groupsNow())[0];
    // It may have been closed meanwhile, by Escape or by a second Enter.
    if (item && useDialog.getState().open === 'palette') choose(item);
  };
  const goTo = (next: number): void => {
    const to = (next + items.length) % items.length;
    setChosen(to);
    document.getElementById(`${listId}-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Enter') void chooseNow();
    else if (event.key === 'ArrowDown' && items.length > 0) goTo(spot + 1);
    else if (event.key === 'ArrowUp' && items.length > 0) goTo(spot - 1);
    else return;
    event.preventDefault();
  };
  const isNothing = items.length === 0 && isLevel && groups !== null;
  return (
    <>
      <div className={css.input}>
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into it
          autoFocus
          data-autofocus
          type="text"
          role="combobox"
          aria-label={t('palette.open')}
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={items.length > 0 ? `${listId}-${spot}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {groups && <Lines groups={groups} listId={listId} chosen={spot} onChoose={choose} />}
      {isNothing && (
        <p className={css.nothing} role="status">
          {text.trim() === '' ? t('palette.hint') : t('palette.nothing', { text })}
        </p>
      )}
      <div className={css.foot}>{t('palette.keys', { keys: '↑ ↓' })}</div>
    </>
  );
}

/** One box for records, actions and settings. */
export function Palette({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useWords();
  const isOpen = useDialog(({ open }) => open === 'palette');
  const isReadOnly = useReadOnly() !== null;
  const offered = actions.filter(({ unlisted, changes }) => !unlisted && !(changes && isReadOnly));
  return (
    <Modal.Root
      opened={isOpen}
      onClose={() => openDialog(null)}
      centered={false}
      yOffset={72}
      size={620}
      // Shown at once, so that what is typed right after the shortcut is not lost.
      transitionProps={{ duration: 0 }}
      // Given to the content itself, the class would be on what lies around it, too.
      classNames={{ content: css.dialog ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.25} />
      <Modal.Content aria-label={t('palette.open')}>
        <Modal.Body p={0}>
          <Body actions={offered} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** In the top bar: opens the palette. */
export function PaletteButton() {
  const { t } = useWords();
  return (
    <button type="button" className={css.button} onClick={() => openDialog('palette')}>
      <Icon name="search" size={14} />
      <span>{t('palette.placeholder')}</span>
      <kbd>{keysText(['mod+K'])}</kbd>
    </button>
  );
}
