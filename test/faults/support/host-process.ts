import { realDisk } from '../../../electron/host/disk.ts';
import { createHost } from '../../../electron/host/index.ts';
import { contract, serve } from '../../../shared/contract/index.ts';
import { plainHostOptions } from '../../builders/host-options.ts';
import { halved, watchedDisk } from './watched-disk.ts';

/** A real host in a process, spoken to over its channel. Arguments: data folder, call to die at. */

const [dataFolder = '', at = '0'] = process.argv.slice(2);
let calls = 0;

const disk = watchedDisk(realDisk, async (call) => {
  calls += 1;
  if (calls !== Number(at)) return call.run();
  const half = halved(call);
  if (half !== null) await call.run(half);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
});

const started = createHost(plainHostOptions(dataFolder), disk).then((host) => {
  if (!host.ok) throw new Error(JSON.stringify(host.error));
  return serve(contract, host.value.handlers, (reference, error) => {
    throw new Error(reference, { cause: error });
  });
});

process.on('message', async (message) => {
  const { id, name, input } = message as { id: number; name: string; input: unknown };
  process.send?.({ id, answer: await (await started)(name, input) });
});
process.on('disconnect', () => process.exit());
