import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the desk's data lives unless `--data` says otherwise: the same folder for all runtimes, so
 * that changing runtime loses nothing. On Windows it is the folder that does not roam, because a
 * desk with its database may be large. The demo desk has a folder of its own.
 */
export function defaultDataFolder(
  demo: boolean,
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
  home: string = homedir(),
): string {
  const suffix = demo ? '-demo' : '';
  switch (platform) {
    case 'win32':
      return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), `Transfer Desk${suffix}`);
    case 'darwin':
      return join(home, 'Library', 'Application Support', `Transfer Desk${suffix}`);
    default:
      return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), `transfer-desk${suffix}`);
  }
}
