import type { IpcMain, IpcMainInvokeEvent } from 'electron';

type Handler = Parameters<IpcMain['handle']>[1];

/** The parts of the event that tell who asks. */
interface Caller {
  readonly sender: unknown;
  readonly senderFrame: { readonly url: string; readonly parent: object | null };
}

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) throw new Error(`a second handler for ${channel}`);
    handlers.set(channel, handler);
  },
  dispatch: async (channel: string, caller: Caller, args: readonly unknown[]): Promise<unknown> => {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`no handler for ${channel}`);
    // The app reads these parts of the event and no others.
    return handler(caller as unknown as IpcMainInvokeEvent, ...args);
  },
};
