import { connect, contract, type Host } from '../../shared/contract/index.ts';
import { socketBridge } from './socket-bridge.ts';

/** The one place that knows how the computer is reached: Electron's bridge, or a socket without it. */
const bridge = globalThis.desk ?? socketBridge();

/** Whether workers have no way of their own to the computer: Electron's bridge is only in the page. */
export const onlyThroughPage = globalThis.desk !== undefined;
/** Carries a call as it is, for such a worker. */
export const send = bridge.send;
export const host: Host = connect(contract, bridge.send);
export const onMenuCommand = bridge.onMenuCommand;
