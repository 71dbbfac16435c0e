import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from '../../../electron/runtime/data-folder.ts';
import { findExportFolder, freePlace } from '../../../electron/runtime/export-folder.ts';
import { findInstalledBrowser } from '../../../electron/runtime/installed-browser.ts';
import { fitPlace } from '../../../electron/runtime/window-place.ts';
import { temporaryFolder } from './support/temporary.ts';

describe('the data folder', () => {
  it('is where each system keeps what belongs to an app', () => {
    const env = { LOCALAPPDATA: '/win/local' };
    expect(defaultDataFolder(false, 'linux', {}, '/li')).toBe('/li/.local/share/transfer-desk');
    expect(defaultDataFolder(false, 'linux', { XDG_DATA_HOME: '/data' }, '/li')).toBe(
      '/data/transfer-desk',
    );
    expect(defaultDataFolder(false, 'darwin', {}, '/li')).toBe(
      '/li/Library/Application Support/Transfer Desk',
    );
    expect(defaultDataFolder(false, 'win32', env, '/li')).toBe('/win/local/Transfer Desk');
  });

  it('is another one for the demo desk', () => {
    expect(defaultDataFolder(true, 'linux', {}, '/li')).toBe('/li/.local/share/transfer-desk-demo');
  });
});

describe('the browser that shows the window', () => {
  const found = (platform: NodeJS.Platform, env: Record<string, string>, ...there: string[]) =>
    findInstalledBrowser(platform, env, (path) => there.includes(path));

  it('is an installed Chrome before an Edge before a Chromium', () => {
    expect(
      found('linux', { PATH: '/usr/bin' }, '/usr/bin/chromium', '/usr/bin/google-chrome'),
    ).toBe('/usr/bin/google-chrome');
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(found('darwin', {}, edge)).toBe(edge);
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    expect(found('win32', { ProgramFiles: 'C:\\Program Files' }, chrome)).toBe(chrome);
  });

  it('is the one that the user names, or none', () => {
    const env = { PATH: '/usr/bin', TRANSFER_DESK_BROWSER: '/opt/my-browser' };
    expect(found('linux', env, '/usr/bin/chromium', '/opt/my-browser')).toBe('/opt/my-browser');
    expect(found('linux', env, '/usr/bin/chromium')).toBeNull();
    expect(
      found('linux', { ...env, TRANSFER_DESK_BROWSER: 'none' }, '/usr/bin/chromium'),
    ).toBeNull();
  });
});

describe('saved files without asking', () => {
  const home = temporaryFolder;

  it('go to the downloads folder, whatever it is called', () => {
    const here = home();
    mkdirSync(join(here, '.config'));
    mkdirSync(join(here, '下载'));
    writeFileSync(join(here, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/下载"\n');
    expect(findExportFolder('/data', {}, here)).toBe(join(here, '下载'));
  });

  it('go to the data folder when there is no downloads folder', () => {
    expect(findExportFolder('/data', {}, home())).toBe(join('/data', 'exports'));
  });

  it('never take the place of another', () => {
    const folder = join(home(), 'exports');
    for (const name of ['交易.xlsx', '交易 (2).xlsx', '交易 (3).xlsx']) {
      const place = freePlace(folder, '交易.xlsx');
      expect(place).toBe(join(folder, name));
      writeFileSync(place, '');
    }
  });
});

describe('the place of the window', () => {
  const laptop = { x: 0, y: 0, width: 1366, height: 728 };
  const beside = { x: 1366, y: 0, width: 1920, height: 1040 };

  it('is where it last was, on the screen where it was', () => {
    const place = { x: 1500, y: 40, width: 1300, height: 800, maximised: true };
    expect(fitPlace(place, [laptop, beside])).toEqual(place);
  });

  it('is on the main screen when the other one is gone', () => {
    const place = { x: 1500, y: 40, width: 1300, height: 800, maximised: false };
    expect(fitPlace(place, [laptop])).toEqual({
      x: 0,
      y: 0,
      width: 1366,
      height: 728,
      maximised: false,
    });
  });

  it('is always whole on one screen', () => {
    const coordinate = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(coordinate, coordinate, size, size, (x, y, width, height) => {
        const fitted = fitPlace({ x, y, width, height, maximised: false }, [laptop, beside]);
        const on = [laptop, beside].filter(
          (area) =>
            fitted.x >= area.x &&
            fitted.x + fitted.width <= area.x + area.width &&
            fitted.y >= area.y &&
            fitted.y + fitted.height <= area.y + area.height,
        );
        expect(on.length).toBeGreaterThan(0);
      }),
    );
  });
});
