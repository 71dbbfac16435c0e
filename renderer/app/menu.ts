import { spotlight } from '@mantine/spotlight';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { type MenuCommand, menuCommandSchema } from '../../shared/contract/index.ts';
import { assertNever } from '../../shared/core/result.ts';
import { useDesk } from '../data/session.ts';
import { notify } from '../ui/notify.ts';
import { useReadOnlyText } from '../ui/read-only.tsx';
import { useStepping } from './undo-control.tsx';

const changing: ReadonlySet<MenuCommand> = new Set([
  'import',
  'newAchievement',
  'newEnterprise',
  'newDeal',
]);

/** Does what was chosen in the application menu; anything else it is told is ignored. */
export function useMenu(): (command: unknown) => void {
  const [, go] = useLocation();
  const step = useStepping();
  const readOnlyText = useReadOnlyText();
  return useCallback(
    (command) => {
      const parsed = menuCommandSchema.safeParse(command);
      if (!parsed.success) return;
      const chosen = parsed.data;
      const { readOnly } = useDesk.getState();
      if (readOnly && changing.has(chosen)) return notify.problem(readOnlyText(readOnly));
      switch (chosen) {
        case 'undo':
        case 'redo':
          void step(chosen);
          break;
        case 'search':
          spotlight.open();
          break;
        case 'import':
          go('/import');
          break;
        case 'export':
          go('/deals?export=1');
          break;
        case 'newAchievement':
          go('/achievements?new=1');
          break;
        case 'newEnterprise':
          go('/enterprises?new=1');
          break;
        case 'newDeal':
          go('/deals?new=1');
          break;
        case 'settings':
          go('/settings');
          break;
        default:
          assertNever(chosen);
      }
    },
    [go, step, readOnlyText],
  );
}
