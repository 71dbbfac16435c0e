import { fork } from 'node:child_process';
import { CHILD_HEAP_MB, type HostChild } from '../host/host-options.ts';

/** Starts one of the host's children as a child process of Node, with its heap capped. */
export function forkChild(script: string, heapMb = CHILD_HEAP_MB): HostChild {
  const child = fork(script, {
    execArgv: [`--max-old-space-size=${heapMb}`],
    serialization: 'advanced',
    stdio: 'ignore',
  });
  return {
    post: (message) => {
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      child.once('exit', listener);
      child.once('error', listener);
    },
    kill: () => child.kill('SIGKILL'),
  };
}
