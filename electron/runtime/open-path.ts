import { spawn } from 'node:child_process';

/** A program that is found has the file by then; one that stays (a viewer in front) is running. */
const ANSWER_MS = 3_000;

/**
 * Has the system's program for its kind open a file, without a shell. Answers whether there was
 * one, as far as the system says.
 */
export function openPath(path: string): Promise<boolean> {
  const [program, args] =
    process.platform === 'darwin'
      ? ['open', [path]]
      : process.platform === 'win32'
        ? ['explorer.exe', [path]]
        : ['xdg-open', [path]];
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => resolve(true), ANSWER_MS);
    const answer = (opened: boolean): void => {
      clearTimeout(timer);
      resolve(opened);
    };
    child.once('error', () => answer(false));
    // Explorer ends with 1 whatever it did.
    child.once('exit', (code) => answer(code === 0 || process.platform === 'win32'));
    child.unref();
  });
}
