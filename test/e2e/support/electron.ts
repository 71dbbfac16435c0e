import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { findElectron } from '../../../build/electron-binary.ts';
import { killProcessesOf } from './processes.ts';
import { type LaunchPlace, launchArgs, type RunningApp } from './runtime.ts';

/** Electron itself, where its binary is. Its save dialog is answered with the save folder. */
export async function launchElectron(place: LaunchPlace): Promise<RunningApp> {
  const electron = findElectron();
  if (electron === null) throw new Error('Electron is not here');
  const app = await _electron.launch({
    executablePath: electron.program,
    args: ['--no-sandbox', `--lang=${place.locale}`, join(place.dist, '..'), ...launchArgs(place)],
  });
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = async (...given: readonly unknown[]) => {
      const { defaultPath } = given.at(-1) as { readonly defaultPath: string };
      const name = defaultPath.split(/[\\/]/).at(-1);
      return { canceled: false, filePath: `${folder}/${name}` };
    };
  }, place.saveFolder);
  return {
    page: await app.firstWindow(),
    close: () => app.close(),
    kill: () => killProcessesOf(place.dataFolder),
  };
}
