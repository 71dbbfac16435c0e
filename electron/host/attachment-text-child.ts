import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  type FoundText,
  type TextReply,
  type TextTask,
  textTaskSchema,
} from './attachment-text-messages.ts';
import { contentPath } from './contents.ts';
import { portToParent } from './parent-port.ts';
import { readText } from './reading/read-text.ts';

/**
 * The process that reads the text of attachments. A file may keep it busy or fill its memory: it is
 * killed then, or kills itself.
 */

/** A larger file is a scan or a film; its bytes would take all the memory that there is for it. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;
const MAX_MEMORY_BYTES = 768 * 1024 * 1024;

// Nobody waits for it.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

// The cap on the heap does not count buffers, to which a small file may unpack without end, in one
// go: only a thread of its own sees that.
new Worker(
  `setInterval(() => {
    if (process.memoryUsage.rss() > ${MAX_MEMORY_BYTES}) process.kill(process.pid, 'SIGKILL');
  }, 50)`,
  { eval: true },
).unref();

const port = portToParent();
const send = (reply: TextReply): void => port.send(reply);

port.listen(async (raw) => {
  const task = textTaskSchema.parse(raw);
  const bytes = await contentOf(task);
  if (bytes === 'missing') return send({ type: 'missing' });
  send({ type: 'begun' });
  const found: FoundText =
    bytes === 'tooLarge' ? { state: 'tooLarge', text: '' } : await readText(bytes, task.cMapFolder);
  send({ type: 'found', found });
});

async function contentOf({
  hash,
  filesFolder,
}: TextTask): Promise<Uint8Array | 'missing' | 'tooLarge'> {
  const path = contentPath(filesFolder, hash);
  try {
    if ((await stat(path)).size > MAX_FILE_BYTES) return 'tooLarge';
    const bytes = await readFile(path);
    const isRight = createHash('sha256').update(bytes).digest('hex') === hash;
    return isRight ? bytes : 'missing';
  } catch {
    return 'missing';
  }
}
