import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Colours on their way to other colours are nobody's fault, nor is a part that is just being fetched again. The page's
// policy forbids scripts from elsewhere; the debugging protocol evaluates beside it.
const run = (options: object): string => `${source};
  Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished)).then(() =>
  axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options })}).then(({ violations }) =>
    violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) => [id, impact, target.join(' '), failureSummary].join(' · ')))))`;

/** Everything axe finds on the page, of any impact, one line for each element. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  return page.evaluate<string[]>(run({}));
}

/** What another look of the same page can break: its colours, and nothing else. */
export async function contrastViolations(page: Page): Promise<string[]> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  return page.evaluate<string[]>(run({ runOnly: ['color-contrast', 'link-in-text-block'] }));
}
