import { utilityProcess } from 'electron';
import { PARSER_HEAP_MB, type ParserProcess } from '../host/host-options.ts';

/** Starts the parser as a utility process of Electron, with its heap capped. */
export function forkUtility(script: string): ParserProcess {
  const child = utilityProcess.fork(script, [], {
    execArgv: [`--max-old-space-size=${PARSER_HEAP_MB}`],
    serviceName: 'Transfer Desk spreadsheet reader',
    stdio: 'ignore',
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => child.kill(),
  };
}
