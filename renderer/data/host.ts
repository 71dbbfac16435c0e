import { connect, contract, type Host } from '../../shared/contract/index.ts';
import { httpBridge } from './http-bridge.ts';

/** The one place that knows how the computer is reached: Electron's bridge, or HTTP without it. */
const bridge = globalThis.desk ?? httpBridge();

/** Carries a call as it is, for a worker, which cannot reach the computer itself. */
export const send = bridge.send;
export const host: Host = connect(contract, bridge.send);
export const onMenuCommand = bridge.onMenuCommand;
