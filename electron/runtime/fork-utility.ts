import { utilityProcess } from 'electron';
import { CHILD_HEAP_MB, type HostChild } from '../host/host-options.ts';

/** Starts one of the host's children as a utility process of Electron, with its heap capped. */
export function forkUtility(
  script: string,
  serviceName: string,
  heapMb = CHILD_HEAP_MB,
): HostChild {
  const child = utilityProcess.fork(script, [], {
    execArgv: [`--max-old-space-size=${heapMb}`],
    serviceName,
    stdio: 'ignore',
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => child.kill(),
  };
}
