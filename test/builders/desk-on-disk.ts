import { createHost } from '../../electron/host/index.ts';
import { type Commit, OPS_PER_COMMIT, SCHEMA } from '../../shared/commits/index.ts';
import { connect, contract, serve } from '../../shared/contract/index.ts';
import { readingToId } from '../../shared/core/clock.ts';
import type { Result } from '../../shared/core/result.ts';
import { startingChanges } from '../../shared/starting.ts';
import { plainHostOptions } from './host-options.ts';
import { manyRecords, type Sizes } from './many-desk.ts';

const DESK_ID = '0192f0a0-0000-7000-8000-0000000000bb';
const START = Date.parse('2026-11-24T09:00:00+08:00');

/** The value of an answer that must be one. */
function need<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The imports that such a desk is made of, in their order. */
function* importsOf(sizes: Sizes): Generator<Commit> {
  const from = { actor: '王经纪', device: 'many', schema: SCHEMA };
  let count = 0;
  const begun = (key: string, ops: Commit['ops']): Commit => {
    count += 1;
    const at = START + count * 1_000;
    const id = readingToId({ at, counter: 0 }, 'many');
    return { ...from, id, at, label: { key }, unit: id, ops };
  };
  const start = startingChanges().flatMap((change): Commit['ops'] =>
    'put' in change ? [{ op: 'put', entity: change.put, id: change.id, value: change.value }] : [],
  );
  yield begun('start', start);
  for (const { entity, records } of manyRecords(sizes, OPS_PER_COMMIT)) {
    const ops = records.map(({ id, rev: _rev, createdAt: _at, updatedAt: _changed, ...value }) => ({
      ...{ op: 'put' as const, entity, id, value },
    }));
    yield begun('import', ops);
  }
}

/** Writes a desk of any size into a data folder, as imports that came one after another. */
export async function writeManyDesk(dataFolder: string, sizes: Sizes): Promise<void> {
  const { handlers, close } = need(await createHost(plainHostOptions(dataFolder)));
  const host = connect(
    contract,
    serve(contract, handlers, (reference, error) => {
      throw new Error(reference, { cause: error });
    }),
  );
  let after = 0;
  for (const commit of importsOf(sizes)) {
    need(await host.appendCommits({ deskId: DESK_ID, after, commits: [commit], tally: null }));
    after += 1;
  }
  await close();
}
