import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** Ends what moves: anything that fades is read in its final colours. Answers how to undo that. */
const stillness = (page: Page) =>
  page.evaluateHandle(async () => {
    const still = new CSSStyleSheet();
    still.replaceSync(
      '*, ::before, ::after { transition: none !important; animation: none !important }',
    );
    document.adoptedStyleSheets.push(still);
    // What opens gets its final look within the next frames.
    for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== still);
    };
  });

/** Fails on what axe calls serious or critical on the page as it now stands; `where` names it. */
export async function expectAccessible(page: Page, where = page.url()): Promise<void> {
  const moveAgain = await stillness(page);
  // One page is all that the stand-in has: axe works in it alone.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  await moveAgain.evaluate((again) => again());
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const found = grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  expect(found, where).toEqual([]);
}
