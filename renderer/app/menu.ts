import { spotlight } from '@mantine/spotlight';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { menuCommandSchema } from '../../shared/contract/index.ts';
import { assertNever } from '../../shared/core/result.ts';
import { useStepping } from './undo-control.tsx';

/** Does what was chosen in the application menu; anything else it is told is ignored. */
export function useMenu(): (command: unknown) => void {
  const [, go] = useLocation();
  const step = useStepping();
  return useCallback(
    (command) => {
      const parsed = menuCommandSchema.safeParse(command);
      if (!parsed.success) return;
      const chosen = parsed.data;
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
    [go, step],
  );
}
