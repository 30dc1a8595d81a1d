import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import { declaredViews } from '../architecture/declared-views.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeViolations, contrastViolations } from '../support/axe.ts';
import { listenToComplaints, openContext } from '../support/browser.ts';
import { cookiesOf } from '../support/cookies.ts';
import { useDatabase } from '../support/database.ts';
import { allPages, type Scene, type Visit } from './all-pages.ts';
import { setTheScene } from './set-the-scene.ts';

/** Pages of another moment: the newcomer's journey looks at the first run. */
const elsewhere = ['users/first-run'];

/** Every page as everybody must be able to use it: named, contrasted, within the screen, in three languages. */
describe('every page', function () {
  this.timeout(1_800_000);
  useDatabase();

  let app: TestApp;
  let scene: Scene;
  let browsers: Record<Visit['as'], BrowserContext>;

  before(async () => {
    await ensureAssets();
    app = await startTestApp();
    const prepared = await setTheScene(app);
    scene = prepared.scene;
    browsers = { organiser: await openContext(), nobody: await openContext() };
    await browsers.organiser.addCookies(cookiesOf(await prepared.organiser.cookieHeader(), app.url));
  });

  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('of a declared view is visited here', async () => {
    const pages = (await declaredViews())
      .map(({ name }) => name)
      .filter((name) => !/\/_|^mails\/|^errors\//.test(name));
    expect([...Object.keys(allPages(scene)), ...elsewhere].toSorted(byName)).to.deep.equal(
      pages.toSorted(byName),
    );
  });

  it('is usable: axe finds nothing in light and dark, 360 px are enough, the browser has no complaint', async () => {
    const problems: string[] = [];
    for (const [view, visits] of Object.entries(allPages(scene))) {
      for (const visit of visits) {
        problems.push(...(await problemsOf(visit)).map((problem) => `${view} · ${problem}`));
      }
    }
    expect(problems.join('\n')).to.equal('');
  });

  for (const locale of ['en', 'ru'] as const) {
    it(`has every text in ${locale}`, async () => {
      const missing: string[] = [];
      for (const { as, go } of Object.values(allPages(scene)).flat()) {
        if (typeof go !== 'string') continue;
        const html = await (await browsers[as].request.get(inLanguage(go, locale))).text();
        if (!html.includes(`<html lang="${locale}"`) || /[⟦⟧]/.test(html)) missing.push(go);
      }
      expect(missing).to.deep.equal([]);
    });
  }

  async function problemsOf(visit: Visit): Promise<string[]> {
    const page = await browsers[visit.as].newPage();
    const { take } = listenToComplaints(page);
    const problems: string[] = [];
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    try {
      problems.push(...(await arrive(page, visit)), ...(await axeViolations(page)));
      await page.emulateMedia({ colorScheme: 'dark' });
      problems.push(...(await contrastViolations(page)).map((line) => `in the dark: ${line}`));
      await page.setViewportSize({ width: 360, height: 740 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > 360) problems.push(`is ${wide} px wide on a phone`);
    } catch (error) {
      problems.push(String(error));
    }
    const address = new URL(page.url()).pathname;
    await page.close();
    // The browser calls every status of an error a complaint.
    const expected = (visit.status ?? 200) >= 400 ? /Failed to load resource/ : /^$/;
    return [...problems, ...take().filter((line) => !expected.test(line))].map(
      (line) => `${address} · ${line}`,
    );
  }

  async function arrive(page: Page, { go, status = 200 }: Visit): Promise<string[]> {
    const open = (path: string) => page.goto(inLanguage(path, 'vi'));
    const problems: string[] = [];
    if (typeof go === 'string') {
      const answered = (await open(go))?.status();
      if (answered !== status) problems.push(`answered ${answered}`);
    } else await go(page, open);
    if (/[⟦⟧]/.test(await page.content())) problems.push('lacks a text');
    return problems;
  }

  function inLanguage(path: string, locale: string): string {
    return `${app.url}${path}${path.includes('?') ? '&' : '?'}lang=${locale}`;
  }
});

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}
