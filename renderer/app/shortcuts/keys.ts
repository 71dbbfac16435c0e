/**
 * Keys as they are written in code: `mod+shift+Z`, where `mod` is Ctrl, and the Command key on a Mac.
 * Several ways to the same stand in a list, the one to show first at the front.
 */
export type Keys = readonly string[];

const isMac = /mac/i.test(navigator.platform);

const names: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: isMac ? '⇧' : 'Shift',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Space: 'Space',
  ' ': 'Space',
  Backspace: '⌫',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** One way to press keys, as the parts that are written on them. */
export const keyCaps = (keys: string): readonly string[] =>
  keys
    .split('+')
    // A question mark is a shifted key itself.
    .filter((part, _at, parts) => part !== 'shift' || !parts.includes('?'))
    .map((part) => names[part] ?? part);

/** The first way, in one text; on a Mac, where its second is the custom, that one. */
export function keysText(keys: Keys): string {
  const [first = '', second] = keys;
  const shown = isMac && second?.startsWith('mod+') && first.startsWith('alt+') ? second : first;
  return keyCaps(shown).join(' ');
}
