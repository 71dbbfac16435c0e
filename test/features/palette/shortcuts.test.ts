import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shortcutPlaces } from '../../../renderer/app/shortcuts/places.ts';

const root = join(import.meta.dirname, '../../..');
const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(join(root, path), 'utf8'),
}));

/** Keys that the code of a place hears by their names. */
const heard = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/\bkey === '([^']+)'|\bkey\.toLowerCase\(\) === '([^']+)'/g)].flatMap(
    ([, name, letter]) => {
      const key = name ?? letter ?? '';
      // Keys of objects are called so, too: those of a keyboard are one character or a word of it.
      const isKey =
        key.length === 1 ||
        /^(Arrow|Page|F\d)|^(Enter|Escape|Tab|Home|End|Delete|Backspace)$/.test(key);
      return isKey
        ? [{ path, key: key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key }]
        : [];
    },
  ),
);
const shown = new Set(
  shortcutPlaces.flatMap(({ shortcuts }) =>
    shortcuts.flatMap(({ keys }) => keys.flatMap((one) => one.split('+'))),
  ),
);

describe('the sheet of shortcuts', () => {
  it.each(heard)('has $key, which $path hears', ({ key }) => {
    expect(shown).toContain(key);
  });

  it('has the keys that are bound anywhere: they are those of actions, and the import’s own', () => {
    const binding = sources.filter(({ text }) => text.includes('useHotkeys(['));
    expect(binding.map(({ path }) => path)).toEqual([
      'renderer/features/importing/preview-grid.tsx',
    ]);
    expect(shown).toContain('F8');
  });

  it('never says two things of the same keys in one place', () => {
    for (const { shortcuts } of shortcutPlaces) {
      const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
