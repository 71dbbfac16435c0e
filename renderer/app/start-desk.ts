import { dateInChina } from '../../shared/core/dates.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import { demoChanges } from '../../shared/demo/demo-desk.ts';
import { startingChanges } from '../../shared/starting.ts';
import { type CommitFailure, commit, refusal } from '../data/commit.ts';
import { newDesk } from '../data/open.ts';
import { freshId } from '../ui/save.ts';

/**
 * Begins a desk: stages and plan presets, and for a demo the invented records as a step of its own.
 * Begins none where nothing could be written to it.
 */
export async function startDesk(what: 'empty' | 'demo'): Promise<Result<null, CommitFailure>> {
  const refused = refusal();
  if (refused) return { ok: false, error: refused };
  await newDesk();
  const begun = await commit({ label: { key: 'start' }, changes: startingChanges(), fixed: true });
  if (!begun.ok || what === 'empty') return begun.ok ? ok(null) : begun;
  const changes = demoChanges(dateInChina(Date.now()), freshId);
  const filled = await commit({ label: { key: 'demo' }, changes });
  return filled.ok ? ok(null) : filled;
}
