import { create } from 'zustand';
import type { Settings } from '../../shared/contract/index.ts';
import { host } from './host.ts';

interface SettingsStore {
  readonly settings: Settings;
}

/** Settings of this computer, kept by the host so that all runtimes and the menu share them. */
export const useSettings = create<SettingsStore>(() => ({
  settings: { language: 'system', theme: 'system', firmName: '', brokerName: '' },
}));

export async function readSettings(): Promise<void> {
  const answer = await host.readSettings({});
  if (answer.ok) useSettings.setState({ settings: answer.value });
}

/** Keeps a change of settings; tells whether the host could. The screen follows at once either way. */
export async function changeSettings(patch: Partial<Settings>): Promise<boolean> {
  const before = useSettings.getState().settings;
  useSettings.setState({ settings: { ...before, ...patch } });
  const answer = await host.writeSettings(patch);
  return answer.ok;
}
