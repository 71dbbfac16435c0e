import type { MessageKey } from '../i18n.ts';
import type { Keys } from './keys.ts';

export interface Shortcut {
  readonly keys: Keys;
  readonly does: MessageKey;
}

export interface ShortcutPlace {
  readonly place: MessageKey;
  readonly shortcuts: readonly Shortcut[];
}

/** What keys do in one place alone. Those that are heard everywhere are the actions' own. */
export const shortcutPlaces: readonly ShortcutPlace[] = [
  {
    place: 'sheet.grid',
    shortcuts: [
      { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'key.move' },
      { keys: ['PageUp', 'PageDown'], does: 'key.page' },
      { keys: ['Home', 'End'], does: 'key.ends' },
      { keys: ['mod+Home', 'mod+End'], does: 'key.far' },
      { keys: ['shift+ArrowDown', 'shift+ArrowRight'], does: 'key.extend' },
      { keys: ['Enter'], does: 'key.open' },
      { keys: ['Space'], does: 'key.select' },
      { keys: ['mod+A'], does: 'key.all' },
      { keys: ['mod+D'], does: 'key.star' },
      { keys: ['F2'], does: 'key.edit' },
      { keys: ['Tab'], does: 'key.next' },
      { keys: ['shift+Tab'], does: 'key.previous' },
      { keys: ['Escape'], does: 'key.leave' },
      { keys: ['Delete', 'Backspace'], does: 'key.empty' },
      { keys: ['mod+C'], does: 'key.copy' },
      { keys: ['mod+V'], does: 'key.paste' },
    ],
  },
  {
    place: 'sheet.columns',
    shortcuts: [
      { keys: ['alt+ArrowLeft', 'alt+ArrowRight'], does: 'key.moveColumn' },
      { keys: ['alt+shift+ArrowLeft', 'alt+shift+ArrowRight'], does: 'key.widen' },
    ],
  },
  {
    place: 'sheet.board',
    shortcuts: [
      { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'key.move' },
      { keys: ['PageUp', 'PageDown'], does: 'key.page' },
      { keys: ['alt+ArrowLeft', 'alt+ArrowRight'], does: 'key.moveCard' },
      { keys: ['Enter'], does: 'key.open' },
    ],
  },
  {
    place: 'sheet.calendar',
    shortcuts: [
      { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'key.day' },
      { keys: ['PageUp', 'PageDown'], does: 'key.month' },
      { keys: ['Enter', 'Escape'], does: 'key.entries' },
      {
        keys: ['alt+ArrowUp', 'alt+ArrowDown', 'alt+ArrowLeft', 'alt+ArrowRight'],
        does: 'key.moveDate',
      },
    ],
  },
  {
    place: 'sheet.panel',
    shortcuts: [
      { keys: ['mod+Enter'], does: 'key.save' },
      { keys: ['Enter'], does: 'key.saveField' },
      { keys: ['Escape'], does: 'key.cancel' },
      { keys: ['@'], does: 'key.mention' },
    ],
  },
  {
    place: 'sheet.items',
    shortcuts: [{ keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'key.tab' }],
  },
  {
    place: 'sheet.import',
    shortcuts: [
      { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'key.move' },
      { keys: ['F2', 'Enter'], does: 'key.edit' },
      { keys: ['F8'], does: 'key.problem' },
    ],
  },
];
