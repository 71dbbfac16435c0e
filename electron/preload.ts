import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/contract/index.ts';

/** All that the page gets of Electron: one way to call, one way to hear of the menu. */
const desk: Bridge = {
  send: (name, input) => ipcRenderer.invoke('desk:call', name, input),
  onMenuCommand: (listener) => {
    const heard = (_event: unknown, command: unknown): void => listener(command);
    ipcRenderer.on('desk:menu', heard);
    return () => {
      ipcRenderer.off('desk:menu', heard);
    };
  },
};

contextBridge.exposeInMainWorld('desk', desk);
