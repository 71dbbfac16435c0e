import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, parse } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The user's downloads folder on Linux, which may have any name, as xdg-user-dirs records it. */
function xdgDownloads(env: Environment, home: string): string | null {
  const config = env.XDG_CONFIG_HOME || join(home, '.config');
  try {
    const text = readFileSync(join(config, 'user-dirs.dirs'), 'utf8');
    const folder = /^XDG_DOWNLOAD_DIR="(.+)"$/m.exec(text)?.[1];
    return folder?.replace('$HOME', home) ?? null;
  } catch {
    return null;
  }
}

/** Where files go when the user cannot be asked: the downloads folder, else one in the data folder. */
export function findExportFolder(
  dataFolder: string,
  env: Environment = process.env,
  home: string = homedir(),
): string {
  const downloads = [xdgDownloads(env, home), join(home, 'Downloads')];
  return (
    // Without a downloads folder of its own, XDG names the home folder itself.
    downloads.find((folder) => folder !== null && folder !== `${home}/` && existsSync(folder)) ??
    join(dataFolder, 'exports')
  );
}

/** A path in the folder that no file has yet: `name.xlsx`, then `name (2).xlsx`, and so on. */
export function freePlace(folder: string, fileName: string): string {
  mkdirSync(folder, { recursive: true });
  const { name, ext } = parse(fileName);
  let path = join(folder, fileName);
  for (let count = 2; existsSync(path); count += 1) path = join(folder, `${name} (${count})${ext}`);
  return path;
}
