import type { Settings } from '../../../shared/contract/index.ts';
import { useWords } from '../../app/i18n.ts';
import { changeSettings } from '../../data/settings.ts';
import { notify } from '../../ui/notify.ts';

/** Changes settings, and says so when they could not be kept. */
export function useKeepSettings(): (patch: Partial<Settings>) => Promise<void> {
  const { t } = useWords();
  return async (patch) => {
    if (!(await changeSettings(patch))) notify.problem(t('settings.notKept'));
  };
}
