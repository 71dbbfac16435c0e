import { join } from 'node:path';
import { type Settings, settingsSchema } from '../../shared/contract/index.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import { takingTurns } from '../../shared/core/turns.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { attemptWrite, type Disk, readWhole, type WriteFailure } from './disk.ts';

const defaults: Settings = { language: 'system', theme: 'system', firmName: '', brokerName: '' };

/** Changes as they cross the contract: a field not named stays. */
type Changes = { readonly [K in keyof Settings]?: Settings[K] | undefined };

export interface SettingsFile {
  readonly current: () => Settings;
  readonly change: (changes: Changes) => Promise<Result<Settings, WriteFailure>>;
}

/** Reads `settings.json`. One that cannot be read is kept aside, and the defaults hold. */
export async function openSettings(disk: Disk, folder: string): Promise<SettingsFile> {
  const path = join(folder, 'settings.json');
  let settings = await readSettings(disk, path);
  const inTurn = takingTurns();

  const change = async (changes: Changes): Promise<Result<Settings, WriteFailure>> => {
    const given = Object.fromEntries(
      Object.entries(changes).filter(([, value]) => value !== undefined),
    );
    const next = settingsSchema.parse({ ...settings, ...given });
    const bytes = Buffer.from(`${JSON.stringify(next, null, 2)}\n`);
    const written = await attemptWrite('settings.json', () =>
      writeFileAtomically(disk, path, [bytes]),
    );
    if (!written.ok) return written;
    settings = next;
    return ok(settings);
  };

  return {
    current: () => settings,
    change: (changes) => inTurn(() => change(changes)),
  };
}

async function readSettings(disk: Disk, path: string): Promise<Settings> {
  let bytes: Uint8Array;
  try {
    bytes = await readWhole(disk, path);
  } catch {
    return defaults;
  }
  try {
    return settingsSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    await disk.rename(path, path.replace(/\.json$/, '-damaged.json')).catch(() => undefined);
    return defaults;
  }
}
