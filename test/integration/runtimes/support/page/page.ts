import { socketBridge } from '../../../../../renderer/data/socket-bridge.ts';
import type { Bridge } from '../../../../../shared/contract/index.ts';

/** The smallest page that is a desk: a bridge, what the menu told it, and what the policy let run. */
const bridge: Bridge = globalThis.desk ?? socketBridge();
const commands: unknown[] = [];
bridge.onMenuCommand((command) => commands.push(command));

let evaluated = 'refused';
try {
  // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
  evaluated = globalThis.eval('"ran"');
} catch {
  // As it should be.
}
document.documentElement.dataset.eval = evaluated;

Object.assign(globalThis, { bridge, commands });
// A trace in the data folder that the page has been there.
void bridge.send('writeSettings', { brokerName: 'the page' });
