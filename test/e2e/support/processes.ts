import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function readProc(pid: number): readonly Running[] {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    // The name, in brackets, may hold anything: what follows it is split by blanks.
    const [state, parent] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return state === 'Z' ? [] : [{ pid, parent: Number(parent), command }];
  } catch {
    return [];
  }
}

function running(): readonly Running[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc').flatMap((name) =>
      /^\d+$/.test(name) ? readProc(Number(name)) : [],
    );
  }
  const listing = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' });
  return listing.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}

/** All processes that have to do with a data folder: those that name it, and their children. */
export function processesOf(dataFolder: string): readonly number[] {
  const all = running();
  const found = new Set(
    all
      .filter(({ pid, command }) => pid !== process.pid && command.includes(dataFolder))
      .map(({ pid }) => pid),
  );
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

/** Ends all of them at once, with nothing put in order, as a crash or a power cut does. */
export async function killProcessesOf(dataFolder: string): Promise<void> {
  for (const pid of processesOf(dataFolder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has gone with another.
    }
  }
  await allGone(dataFolder);
}

/** Answers when none is left. */
export async function allGone(dataFolder: string, withinMs = 30_000): Promise<void> {
  const until = Date.now() + withinMs;
  while (processesOf(dataFolder).length > 0) {
    if (Date.now() > until) throw new Error(`still running: ${processesOf(dataFolder)}`);
    await wait(50);
  }
}
