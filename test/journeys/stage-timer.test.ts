import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import { paths } from '../../server/paths.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openContext } from '../support/browser.ts';
import { cookiesOf } from '../support/cookies.ts';
import { useDatabase } from '../support/database.ts';
import { makeAgenda, makeEvent, makeMembership, makeUser } from '../support/factories.ts';

describe('the time left on the console', function () {
  useDatabase();

  let app: TestApp;
  let page: Page;
  const errors: string[] = [];

  before(async () => {
    await ensureAssets();
    app = await startTestApp();
    const mc = await makeUser();
    const event = await makeEvent({ state: 'live' });
    await makeMembership(mc, event, 'owner');
    await makeAgenda(event, [
      { id: 'a', title: { vi: 'Khai mạc' }, minutes: 20 },
      { id: 'b', title: { vi: 'Báo cáo' }, minutes: 40 },
    ]);
    const lectern = await openContext({ width: 1180, height: 820 });
    await lectern.addCookies(cookiesOf(await app.as(mc).cookieHeader(), app.url));
    page = await lectern.newPage();
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(app.url + paths.console(event));
    await page.locator('[data-state=online]').waitFor();
  });

  after(() => app.close());

  const press = () => page.locator('form[data-go] button').click();
  const timer = (text: RegExp) => page.locator('[role=timer]', { hasText: text }).waitFor({ timeout: 5000 });

  it('runs as soon as an item begins, goes on with the next, and is gone with the last', async () => {
    await press();
    await timer(/^(20:00|19:\d\d)$/);
    await page.waitForTimeout(1000);
    await press();
    await timer(/^(40:00|39:\d\d)$/);
    await page.waitForTimeout(1000);
    await press();
    await page.locator('[role=timer]').waitFor({ state: 'detached' });
    await page.locator('[data-count=present]', { hasText: /^0$/ }).waitFor();
    await page.waitForTimeout(1000);
    await press();
    await timer(/^(20:00|19:\d\d)$/);
    expect(errors).to.deep.equal([]);
  });
});
