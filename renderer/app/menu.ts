import { useCallback, useRef } from 'react';
import { type MenuCommand, menuCommandSchema } from '../../shared/contract/index.ts';
import type { Action } from './palette/action.ts';
import { useDo } from './palette/use-actions.ts';

/** The actions that the application menu names. */
const actionIds: Readonly<Record<MenuCommand, string>> = {
  undo: 'undo',
  redo: 'redo',
  search: 'palette',
  import: 'go /import',
  export: 'export',
  newAchievement: 'new achievement',
  newEnterprise: 'new enterprise',
  newDeal: 'new deal',
  settings: 'go /settings',
};

/** Does what was chosen in the application menu; anything else it is told is ignored. */
export function useMenu(actions: readonly Action[]): (command: unknown) => void {
  const doAction = useDo();
  const doNow = useRef((_id: string): void => undefined);
  doNow.current = (id) => {
    const action = actions.find((one) => one.id === id);
    if (action) doAction(action);
  };
  return useCallback((command) => {
    const parsed = menuCommandSchema.safeParse(command);
    if (parsed.success) doNow.current(actionIds[parsed.data]);
  }, []);
}
