import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { hasDisplay, needsNoSandbox } from '../electron/runtime/installed-browser.ts';
import { launchArguments, parseMegabytes, parsePort } from '../electron/runtime/launch-options.ts';
import { HANDLED_FAILURE, languageOf, systemLocale } from '../electron/runtime/lines.ts';
import { err, ok, type Result } from '../shared/core/result.ts';
import { FETCH_SECONDS, fetchElectron, findElectron } from './electron-binary.ts';
import { isBuilt } from './freshness.ts';
import { type NoElectron, startLines } from './start-lines.ts';

const root = join(import.meta.dirname, '..');
const say = startLines[languageOf(systemLocale())];

/** Electron that ends by itself in this time and says that it failed does not work here. */
const START_MS = 15_000;

type StartOptions = { readonly browser: boolean; readonly help: boolean };

function readOptions(args: readonly string[]): Result<StartOptions, { readonly text: string }> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...launchArguments, browser: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (parsePort(values.port) === null) return err({ text: `--port ${values.port}` });
    const minFree = values['min-free'];
    if (minFree !== undefined && parseMegabytes(minFree) === null) {
      return err({ text: `--min-free ${minFree}` });
    }
    const browser = values.browser === true || values['no-window'] === true;
    return ok({ browser: browser || values.port !== undefined, help: values.help === true });
  } catch (error) {
    // parseArgs throws for what it does not know, and quotes it.
    return err({ text: /'([^']+)'/.exec(String(error))?.[1] ?? args.join(' ') });
  }
}

/** Runs Electron to its end. Signals to this process are passed on, and it ends when Electron does. */
function runElectron(program: string, args: readonly string[]): Promise<number | null> {
  const noSandbox = needsNoSandbox() ? ['--no-sandbox'] : [];
  const child = spawn(program, [...noSandbox, root, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
}

/** Shows the desk in Electron, or says why that cannot be. */
async function startElectron(args: readonly string[]): Promise<Result<number, NoElectron>> {
  if (!hasDisplay()) return err('noDisplay');
  const found = findElectron();
  const program = found
    ? ok(found.program)
    : await fetchElectron(() => console.log(say.fetching(FETCH_SECONDS)));
  if (!program.ok) return program;
  const begunAt = Date.now();
  const code = await runElectron(program.value, args);
  const works = code === 0 || code === HANDLED_FAILURE || Date.now() - begunAt > START_MS;
  return works ? ok(code ?? 1) : err('ended');
}

/** `npm start`: builds what is not built, then opens the desk in the best way there is here. */
export async function start(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (!options.ok) {
    console.error(say.wrongOption(options.error.text));
    process.exitCode = 1;
    return;
  }
  if (options.value.help) {
    console.log(say.help);
    return;
  }
  if (!isBuilt()) {
    console.log(say.building());
    const { buildAll } = await import('./build.ts');
    await buildAll('warn');
  }
  if (!options.value.browser) {
    const electron = await startElectron(args);
    if (electron.ok) {
      process.exitCode = electron.value;
      return;
    }
    console.log(say.noElectron[electron.error]);
  }
  // The browser window reads the same arguments and runs in this process.
  await import(pathToFileURL(join(root, 'dist/electron/browser.js')).href);
}
