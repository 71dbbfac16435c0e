import { accessSync, constants } from 'node:fs';
import { posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const linuxNames = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
];

const macApps = ['Google Chrome', 'Microsoft Edge', 'Chromium'];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

function candidates(platform: NodeJS.Platform, env: Environment): readonly string[] {
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    return macApps.flatMap((app) =>
      roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return windowsPrograms.flatMap((program) =>
      roots.flatMap((root) => (root ? [win32.join(root, program)] : [])),
    );
  }
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/snap/bin', '/opt/google/chrome'];
  return linuxNames.flatMap((name) =>
    folders.flatMap((folder) => (folder ? [posix.join(folder, name)] : [])),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser that shows the window and prints documents: what `TRANSFER_DESK_BROWSER` names
 * (`none` for none), otherwise an installed Chrome, Edge or Chromium; null when there is none.
 */
export function findInstalledBrowser(
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
  exists: (path: string) => boolean = isExecutable,
): string | null {
  const wanted = env.TRANSFER_DESK_BROWSER;
  if (wanted === 'none') return null;
  return (wanted ? [wanted] : candidates(platform, env)).find(exists) ?? null;
}

/** Switches for every browser that we start: it is ours alone, offline, and asks nothing. */
export const quietSwitches: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-background-mode',
  '--disable-extensions',
  '--disable-quic',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** Chromium's sandbox refuses to run as root on Linux. */
export function needsNoSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
