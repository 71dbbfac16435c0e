import type { Rectangle } from 'electron';
import { facts } from './app.ts';
import { clickMenu, menuLabels } from './menu.ts';
import { defaultSession } from './sessions.ts';
import { allWindows, debuggingPort } from './windows.ts';

interface Memory {
  readonly saveAnswers: (string | null)[];
  readonly errorBoxes: readonly { readonly title: string; readonly content: string }[];
  readonly shown: readonly string[];
  readonly opened: readonly string[];
}

function stateOf(memory: Memory) {
  const window = allWindows()[0];
  return {
    sandboxEnabled: facts.sandboxEnabled,
    windows: allWindows().length,
    bounds: window?.getNormalBounds() ?? null,
    maximised: window?.isMaximized() ?? false,
    visible: window?.isVisible() ?? false,
    focusCount: window?.focusCount ?? 0,
    // Without the session, which is no plain value.
    webPreferences: { ...window?.options.webPreferences, session: undefined },
    shown: memory.shown,
    opened: memory.opened,
    errorBoxes: memory.errorBoxes,
  };
}

/** What a test may ask of a running stand-in, beside what it does on the page itself. */
function controls(memory: Memory) {
  return {
    debuggingPort,
    state: async () => stateOf(memory),
    menu: async () => menuLabels(),
    click: async (id: string) => clickMenu(id),
    answerSaveDialog: async (path: string | null) => {
      memory.saveAnswers.push(path);
    },
    permission: async (asked: { readonly name: string; readonly origin: string }) =>
      defaultSession.permission(asked.name, asked.origin),
    setBounds: async (bounds: Rectangle) => allWindows()[0]?.setBounds(bounds),
    maximise: async () => allWindows()[0]?.maximize(),
  };
}

export type StandInControls = ReturnType<typeof controls>;

/** Answers requests `{id, name, argument}` on the channel between this process and its parent. */
export function answerControl(memory: Memory): void {
  const asked: Record<string, (argument: never) => Promise<unknown>> = controls(memory);
  process.on('message', async (message: { id: number; name: string; argument: never }) => {
    const { id, name, argument } = message;
    try {
      process.send?.({ id, value: await asked[name]?.(argument) });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  });
}
