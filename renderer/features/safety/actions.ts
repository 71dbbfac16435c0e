import { useLocation } from 'wouter';
import { inBoth } from '../../app/i18n.ts';
import type { Action } from '../../app/palette/action.ts';

/** What is done for the safety of the desk, by name. */
export function useSafetyActions(): readonly Action[] {
  const [, go] = useLocation();
  return [
    {
      id: 'backup',
      label: inBoth(({ t }) => t('safety.backupButton')),
      also: inBoth(({ t }) => t('also.backup')),
      icon: 'safety',
      often: true,
      run: () => go('/safety?do=backup'),
    },
    {
      id: 'restore',
      label: inBoth(({ t }) => t('safety.restorePoint')),
      also: inBoth(({ t }) => t('also.restore')),
      icon: 'safety',
      run: () => go('/safety?do=restore'),
    },
  ];
}
