import { constants, setPriority } from 'node:os';
import { archiveTaskSchema } from './archive-messages.ts';
import { runArchiveTask } from './archive-tasks.ts';
import { realDisk } from './disk.ts';
import { portToParent } from './parent-port.ts';

/**
 * The process that packs or unpacks one archive: compressing, locking and checking would keep the
 * host from answering. It is killed when its work is done or no longer wanted.
 */

/** The user sees no difference between more reports than this a second. */
const REPORT_MS = 100;

// Snapshots are packed while the user works: on few cores the screen goes first.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Where the system does not let it, it is only less considerate.
}

const port = portToParent();

port.listen(async (raw) => {
  let reported = 0;
  const answer = await runArchiveTask(archiveTaskSchema.parse(raw), realDisk, (progress) => {
    const now = Date.now();
    if (now - reported < REPORT_MS) return;
    reported = now;
    port.send({ type: 'progress', ...progress });
  });
  port.send(
    answer.ok ? { type: 'done', archived: answer.value } : { type: 'failed', why: answer.error },
  );
});
