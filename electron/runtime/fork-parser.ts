import { fork } from 'node:child_process';
import { PARSER_HEAP_MB, type ParserProcess } from '../host/host-options.ts';

/** Starts the parser as a child process of Node, with its heap capped. */
export function forkParser(script: string): ParserProcess {
  const child = fork(script, {
    execArgv: [`--max-old-space-size=${PARSER_HEAP_MB}`],
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
