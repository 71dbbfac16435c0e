import { useLocation } from 'wouter';
import type { Settings } from '../../../shared/contract/index.ts';
import { inBoth } from '../../app/i18n.ts';
import type { Action } from '../../app/palette/action.ts';
import { useKeepSettings } from './use-keep-settings.ts';

const themes: readonly Settings['theme'][] = ['light', 'dark', 'system'];
const languages: readonly Settings['language'][] = ['zh', 'en', 'system'];
/** Every setting by its name: what can be chosen at once, and where the others are. */
export function useSettingsActions(): readonly Action[] {
  const [, go] = useLocation();
  const keep = useKeepSettings();
  return [
    ...themes.map(
      (theme): Action => ({
        id: `theme ${theme}`,
        label: inBoth(({ t }) => `${t('settings.theme')} · ${t(`settings.${theme}`)}`),
        also: inBoth(({ t }) => t('also.look')),
        icon: 'settings',
        run: () => keep({ theme }),
      }),
    ),
    ...languages.map(
      (language): Action => ({
        id: `language ${language}`,
        label: inBoth(({ t }) => `${t('settings.language')} · ${t(`settings.${language}`)}`),
        icon: 'settings',
        run: () => keep({ language }),
      }),
    ),
    ...(['brokerName', 'firmName'] as const).map(
      (name): Action => ({
        id: `setting ${name}`,
        label: inBoth(({ t }) => t(name === 'brokerName' ? 'settings.broker' : 'settings.firm')),
        icon: 'settings',
        run: () => go(`/settings?set=${name}`),
      }),
    ),
    {
      id: 'setting stages',
      label: inBoth(({ t }) => t('settings.stages')),
      icon: 'settings',
      run: () => go('/settings'),
    },
    {
      id: 'setting fields',
      label: inBoth(({ t }) => t('customFields.title')),
      icon: 'settings',
      run: () => go('/settings/fields'),
    },
    {
      id: 'setting rules',
      label: inBoth(({ t }) => t('rules.title')),
      also: inBoth(({ t }) => t('rules.also')),
      icon: 'settings',
      run: () => go('/settings/rules'),
    },
  ];
}
