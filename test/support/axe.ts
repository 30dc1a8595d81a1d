import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The page's policy forbids scripts from elsewhere; the debugging protocol evaluates beside it.
const run = `${source};
  axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) => [id, impact, target.join(' '), failureSummary].join(' · '))))`;

/** Everything axe finds on the page, of any impact, one line for each element. */
export async function axeViolations(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(run);
}
