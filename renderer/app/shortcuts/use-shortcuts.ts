import { useHotkeys } from '@mantine/hooks';
import type { Action } from '../palette/action.ts';
import { useDo } from '../palette/use-actions.ts';

const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Another layout gives another letter with Alt held, on a Mac always: there the key itself counts. */
const isByPlace = (keys: string): boolean => /^alt\+[A-Z]$/.test(keys);

/**
 * Binds the keys of actions. In fields and while a word is composed they do nothing, and what has
 * used a key already, such as a card that moves, keeps it.
 */
export function useShortcuts(actions: readonly Action[]): void {
  const doAction = useDo();
  const bound = (inFields: boolean) =>
    actions
      .filter(({ whileTyping = false }) => whileTyping === inFields)
      .flatMap((action) =>
        (action.keys ?? []).map((keys): Parameters<typeof useHotkeys>[0][number] => [
          keys,
          (event) => {
            if (event.defaultPrevented || isComposing(event)) return;
            if (doAction(action) !== false) event.preventDefault();
          },
          { preventDefault: false, usePhysicalKeys: isByPlace(keys) },
        ]),
      );
  useHotkeys(bound(false));
  useHotkeys(bound(true), []);
}
