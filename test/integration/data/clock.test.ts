import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { undoState } from '../../../shared/commits/index.ts';
import type { MemoryVault } from '../../builders/memory-vault.ts';
import { freshDesk, page, put, restart, retitle } from './page.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2026-03-02T09:00:00+08:00');

let vault: MemoryVault;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  vault = await freshDesk();
});
afterEach(() => {
  page.closeSession();
  vi.useRealTimers();
});

/** As the app reads them: from the heads in the order of their ids. */
const steps = async () => undoState(await page.session().database.commits.orderBy('id').toArray());

const titleOf = async () => (await page.getRecord('achievement', 'a1'))?.title;

it('what was done last is undone first, whatever the clock of the computer does', async () => {
  await put('a1', '零');
  const titles = ['零'];
  for (const jump of [60_000, -DAY, 365 * DAY, -365 * DAY, -2 * DAY, 3 * DAY]) {
    vi.setSystemTime(Date.now() + jump);
    titles.push(`${jump}`);
    await retitle('a1', titles.at(-1) ?? '');
  }
  await page.flushJournal();
  const ids = vault.journal.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  await restart();
  for (const title of titles.toReversed().slice(1)) {
    vi.setSystemTime(Date.now() - DAY);
    const [step] = (await steps()).undo;
    if (step) await page.stepBack(step, 'undo');
    expect(await titleOf()).toBe(title);
  }
  for (const title of titles.slice(1)) {
    vi.setSystemTime(Date.now() + 400 * DAY);
    const [step] = (await steps()).redo;
    if (step) await page.stepBack(step, 'redo');
    expect(await titleOf()).toBe(title);
  }
});
