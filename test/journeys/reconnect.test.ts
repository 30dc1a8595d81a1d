import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import type { Conference } from '../../models/event.ts';
import type { Guest } from '../../models/guest.ts';
import type { User } from '../../models/user.ts';
import { paths } from '../../server/paths.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openContext } from '../support/browser.ts';
import { cookiesOf } from '../support/cookies.ts';
import { useDatabase } from '../support/database.ts';
import { makeAgenda, makeEvent, makeGuest, makeMembership, makeUser } from '../support/factories.ts';

describe('the console on a bad network', function () {
  useDatabase();

  let app: TestApp;
  let mc: User;
  let event: Conference;
  let guests: Guest[];
  let lectern: BrowserContext;
  let page: Page;

  before(async () => {
    await ensureAssets();
    app = await startTestApp();
    mc = await makeUser();
    event = await makeEvent({ state: 'live' });
    await makeMembership(mc, event, 'owner');
    await makeAgenda(event, [
      { id: 'a', title: { vi: 'Khai mạc' } },
      { id: 'b', title: { vi: 'Báo cáo' } },
      { id: 'c', title: { vi: 'Bế mạc' } },
    ]);
    guests = await Promise.all([1, 2, 3, 4].map(() => makeGuest({ event: event._id })));
    lectern = await openContext({ width: 1180, height: 820 });
    await lectern.addCookies(cookiesOf(await app.as(mc).cookieHeader(), app.url));
    page = await lectern.newPage();
    await page.goto(app.url + paths.console(event));
    await page.locator('[data-state=online]').waitFor();
  });

  after(() => app.close());

  const admit = async (...who: (Guest | undefined)[]): Promise<void> => {
    for (const guest of who) {
      const scan = { scanId: randomUUID(), guest: String(guest?._id), method: 'search' };
      const answer = await app.as(mc).postJson(paths.checkIns(event), scan);
      expect(answer.status).to.equal(200);
    }
  };
  const lines = (count: number) => page.waitForFunction(isCount, { selector: '.introduction', count });

  it('shows everybody who came in while it was away, each once, and the count with them', async () => {
    await admit(guests[0]);
    await lines(1);
    await lectern.setOffline(true);
    await admit(guests[1], guests[2]);
    await lectern.setOffline(false);
    await admit(guests[3]);
    await lines(4);
    await page.locator('[data-count=present]', { hasText: /^4$/ }).waitFor();
    const ids = await page.locator('.introduction').evaluateAll((rows) => rows.map(({ id }) => id));
    expect(new Set(ids).size).to.equal(4);
  });

  it('does not skip an item when the button is tapped two or three times in a row', async () => {
    const next = page.locator('form[data-go] button');
    await next.click();
    await running('Khai mạc');
    await page.waitForTimeout(1000);
    await next.dblclick();
    await next.click({ force: true });
    await running('Báo cáo');
    await page.waitForTimeout(500);
    expect(await page.locator('.cue:not(.cue-next) .cue-title').innerText()).to.equal('Báo cáo');
  });

  it('obeys a clicker, whatever button was tapped before', async () => {
    await page.waitForTimeout(1000);
    await page.locator('form[data-go] button').focus();
    await page.keyboard.press('PageDown');
    await running('Bế mạc');
  });

  function running(title: string): Promise<void> {
    return page.locator('.cue:not(.cue-next) .cue-title', { hasText: title }).waitFor();
  }
});

function isCount({ selector, count }: { selector: string; count: number }): boolean {
  return document.querySelectorAll(selector).length === count;
}
