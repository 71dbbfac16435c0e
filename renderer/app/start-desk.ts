import { dateInChina } from '../../shared/core/dates.ts';
import { demoChanges } from '../../shared/demo/demo-desk.ts';
import { startingChanges } from '../../shared/starting.ts';
import { commit } from '../data/commit.ts';
import { newDesk } from '../data/open.ts';
import { freshId } from '../ui/save.ts';

/** Begins a desk: stages and plan presets, and for a demo the invented records as a step of its own. */
export async function startDesk(what: 'empty' | 'demo'): Promise<void> {
  await newDesk();
  await commit({ label: { key: 'start' }, changes: startingChanges(), fixed: true });
  if (what === 'demo') {
    const changes = demoChanges(dateInChina(Date.now()), freshId);
    await commit({ label: { key: 'demo' }, changes });
  }
}
