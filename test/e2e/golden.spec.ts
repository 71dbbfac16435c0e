import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { expect, test } from './support/app.ts';
import { saved } from './support/desk.ts';

const desks = join(import.meta.dirname, '../fixtures/desks');
const holdsSchema = z.object({
  tally: z.object({ achievement: z.object({ count: z.number() }) }),
});

for (const version of readdirSync(desks)) {
  test(`the desk that version ${version} has left is opened with all that it had`, async ({
    app,
  }) => {
    const holds = holdsSchema.parse(
      JSON.parse(readFileSync(join(desks, version, 'holds.json'), 'utf8')),
    );
    const vault = join(app.dataFolder, 'vault');
    await app.kill();
    rmSync(vault, { recursive: true, force: true });
    cpSync(join(desks, version, 'vault'), vault, { recursive: true });
    await app.restart();
    await expect(saved(app.page)).toBeVisible({ timeout: 60_000 });
    await app.page.locator('nav').getByRole('link', { name: '成果', exact: true }).click();
    const { count } = holds.tally.achievement;
    await expect(app.page.getByText(`${count} 项`, { exact: true })).toBeVisible();
  });
}
