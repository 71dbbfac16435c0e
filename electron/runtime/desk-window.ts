import { BrowserWindow, screen } from 'electron';
import { PAGE_ORIGIN } from './page-protocol.ts';
import { fitPlace, followPlace, MIN_HEIGHT, MIN_WIDTH, readPlace } from './window-place.ts';

export interface DeskWindow {
  readonly window: BrowserWindow;
  /** Answers when the window's last place is kept. */
  readonly placeKept: () => Promise<void>;
}

interface DeskWindowOptions {
  readonly dataFolder: string;
  readonly preload: string;
  readonly icon: string;
  readonly devTools: boolean;
}

/** Opens the one window, where it last was, and shows it when the page has something to show. */
export function openDeskWindow(options: DeskWindowOptions): DeskWindow {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const { maximised, ...bounds } = fitPlace(
    readPlace(options.dataFolder),
    [main, ...others].map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    icon: options.icon,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      // Its dictionaries would be fetched from the net.
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  const placeKept = followPlace(window, options.dataFolder);
  void window.loadURL(`${PAGE_ORIGIN}/`);
  return { window, placeKept };
}
