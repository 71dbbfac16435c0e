import fc from 'fast-check';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import {
  bulk,
  type Command,
  created,
  edited,
  editedAtOnce,
  removed,
  removedWithParts,
  stepKilled,
  stepped,
  waited,
} from './model/commands.ts';
import { kinds, type Model } from './model/desk-model.ts';
import {
  lookedBack,
  puttingBack,
  refusedByDisk,
  restarted,
  restored,
  restoredFromTrash,
  snapshotTaken,
  switchedBack,
} from './model/events.ts';
import { freshDesk, page } from './page.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const isLong = import.meta.env.MODE === 'long';
/**
 * The short form has the same sequences every time, of a seed whose first ones have something of
 * everything, and begins no more of them after this time.
 */
const SHORT_MS = 8_000;
const runs = isLong ? { numRuns: 300 } : { numRuns: 12, seed: 2 };

const index = fc.nat({ max: 40 });
const name = fc.constantFrom('楚天储能', '长江🌊材料', '光谷', 'Wuhan Optics', '一');
const edit = fc.record(
  {
    index,
    name,
    note: fc.option(fc.constantFrom('先放一放', '再联系')),
    tags: fc.option(fc.subarray(['highTech', 'gazelle', 'unicorn'], { minLength: 1 })),
  },
  { requiredKeys: ['index'] },
);
const kill = fc.constantFrom(0, 1, 2);
const step = fc.constantFrom('undo', 'undo', 'redo');
const steps = fc.array(step, { minLength: 1, maxLength: 5 });
/** Most are of hundreds; some are cut into several commits. */
const bulkWork = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom('create', 'edit', 'delete'),
      size: fc.constantFrom(30, 150),
      title: name,
      trouble: fc.oneof(fc.constant('none'), fc.constant('refused'), kill),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constantFrom('create', 'edit', 'delete'),
      size: fc.constantFrom(1_020, 2_010),
      title: name,
      trouble: fc.oneof(
        fc.constant('none' as const),
        fc.constant('refused' as const),
        fc.constant('cancelled' as const),
        kill,
      ),
    }),
  },
);
const cut = fc.integer({ min: 1, max: 5 });

const creations = fc
  .record({ kind: fc.constantFrom(...kinds), id: fc.constantFrom('1', '2', '3', '4'), name })
  .map(created);
const quick: readonly fc.Arbitrary<Command>[] = [
  creations,
  creations,
  edit.map(edited),
  edit.map(edited),
  fc.array(edit, { minLength: 2, maxLength: 4 }).map(editedAtOnce),
  bulkWork.map(bulk),
  index.map(removed),
  index.map(removedWithParts),
  steps.map(stepped),
  steps.map(stepped),
  fc.tuple(step, kill).map(([what, after]) => stepKilled(what, after)),
  fc.constantFrom(HOUR, DAY, 40 * DAY, -HOUR, -2 * DAY).map(waited),
  fc
    .tuple(fc.constantFrom('none', 'journal cut', 'journal gone'), cut)
    .map(([mishap, by]) => restarted(mishap, by)),
  fc.tuple(index, fc.boolean()).map(([at, restart]) => lookedBack(at, restart)),
  index.map(switchedBack),
  fc.tuple(index, index, fc.boolean()).map(([of, at, all]) => puttingBack(of, at, all)),
  index.map(restoredFromTrash),
  fc.boolean().map(refusedByDisk),
];
/** What builds a database in a worker takes seconds. */
const slow: readonly fc.Arbitrary<Command>[] = [
  fc
    .tuple(
      fc.constantFrom(
        'databases gone',
        'database of another form',
        'table changed by a stranger',
        'databases gone and journal cut',
        'databases gone and rebuild ended',
      ),
      cut,
    )
    .map(([mishap, by]) => restarted(mishap, by)),
  fc.constant(snapshotTaken),
  fc
    .tuple(
      fc.constantFrom('snapshot', 'point'),
      index,
      fc.constantFrom('switch', 'work and switch', 'drop'),
    )
    .map(([from, at, then]) => restored(from, at, then)),
];
const commands = [...quick, ...quick, ...slow];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  page.closeSession();
  vi.useRealTimers();
});

async function begin() {
  const now = Date.parse('2026-10-30T10:00:00+08:00');
  vi.setSystemTime(now);
  const vault = await freshDesk();
  // As on a disk, where an answer takes longer than the next change.
  vault.afterAppend = () => new Promise((resolve) => setTimeout(resolve));
  const { deskId } = page.session();
  const model: Model = { now, deskId, desks: new Map([[deskId, []]]), snapshots: new Map() };
  return { model, real: { vault } };
}

/** Something of everything, each where it has an effect. */
const oneLife: readonly Command[] = [
  created({ kind: 'enterprise', id: '1', name: '楚天储能' }),
  created({ kind: 'contact', id: '1', name: '光谷' }),
  edited({ index: 0, note: '先放一放', tags: ['highTech'] }),
  stepped(['undo', 'redo', 'undo', 'redo']),
  edited({ index: 0, note: null, tags: ['gazelle'] }),
  puttingBack(0, 0, true),
  puttingBack(0, 1, false),
  waited(DAY),
  bulk({ what: 'create', size: 1_020, title: '一', trouble: 'refused' }),
  bulk({ what: 'create', size: 1_020, title: '一', trouble: 1 }),
  stepKilled('undo', 0),
  removedWithParts(0),
  lookedBack(3, true),
  restoredFromTrash(0),
  refusedByDisk(true),
  snapshotTaken,
  restored('point', 3, 'work and switch'),
  stepped(['undo', 'undo', 'redo']),
  switchedBack(0),
  restarted('journal cut', 3),
  restarted('databases gone', 1),
];

describe('a desk', () => {
  it('is what a plain model of it says through a life that has something of everything', () =>
    fc.asyncModelRun(begin, oneLife));

  it('is what the model says in whatever order things are done and happen', {
    timeout: isLong ? 3_600_000 : 120_000,
  }, async () => {
    const deadline = performance.now() + SHORT_MS;
    let failed = false;
    const sequences = fc.commands(commands, { maxCommands: isLong ? 60 : 30, size: 'max' });
    await fc.assert(
      fc.asyncProperty(sequences, async (sequence) => {
        // A failure is followed to its smallest case, however long that takes.
        if (!isLong && !failed && performance.now() > deadline) return;
        try {
          await fc.asyncModelRun(begin, sequence);
        } catch (error) {
          failed = true;
          throw error;
        }
      }),
      runs,
    );
  });
});
