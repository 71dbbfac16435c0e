import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchPlace } from '../../../e2e/support/runtime.ts';
import { temporaryFolder } from './temporary.ts';

/** A fresh home with a data folder to be and a downloads folder. */
export function freshPlace(dist: string, options: Partial<LaunchPlace> = {}): LaunchPlace {
  const home = temporaryFolder();
  const saveFolder = join(home, 'Downloads');
  mkdirSync(saveFolder);
  return {
    dist,
    dataFolder: join(home, 'data'),
    saveFolder,
    locale: 'zh-CN',
    demo: false,
    ...options,
  };
}
