/**
 * What Electron gives a sandboxed preload, over Playwright's binding. It runs in the page itself,
 * so that it is written as text: everything it needs is inside the function.
 */
function preloadInPage(runPreload: (require: (name: string) => unknown) => void): void {
  type Listener = (event: unknown, ...args: readonly unknown[]) => void;
  const listeners = new Map<string, Set<Listener>>();
  const on = (channel: string, listener: Listener): void => {
    const heard = listeners.get(channel) ?? new Set();
    listeners.set(channel, heard.add(listener));
  };
  const page = globalThis as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  const { electronInvoke } = page;
  page['electronHear'] = (channel, ...args) => {
    for (const listener of listeners.get(String(channel)) ?? []) listener({}, ...args);
  };
  const electron = {
    ipcRenderer: {
      invoke: (channel: string, ...args: readonly unknown[]) => electronInvoke?.(channel, args),
      on,
      off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
    },
    contextBridge: {
      exposeInMainWorld: (name: string, value: object) =>
        Object.defineProperty(globalThis, name, { value: Object.freeze(value), enumerable: true }),
    },
  };
  runPreload((name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot have ${name}`);
    return electron;
  });
}

/** The init script that runs a bundled preload before the page's own scripts. */
export function preloadScript(preload: string): string {
  return `(${preloadInPage})((require) => { const module = { exports: {} }; const exports = module.exports;\n${preload}\n});`;
}
