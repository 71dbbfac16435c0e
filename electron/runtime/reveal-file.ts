import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** Shows a file in the system's file manager. That none is there is not worth a failure. */
export async function revealFile(path: string): Promise<void> {
  const [program, args] =
    process.platform === 'darwin'
      ? ['open', ['-R', path]]
      : process.platform === 'win32'
        ? ['explorer.exe', [`/select,${path}`]]
        : ['xdg-open', [dirname(path)]];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
