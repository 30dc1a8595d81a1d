import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { ensureAssets } from '../../../scripts/assets/ensure-assets.ts';
import type { Conference } from '../../../models/event.ts';
import { drawPlan, planVersion } from '../../../server/features/seating/draw-plan.ts';
import { PlanInput } from '../../../server/features/seating/input.ts';
import { loadSeating } from '../../../server/features/seating/load-seating.ts';
import { moveGuest } from '../../../server/features/seating/move-guest.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { openBrowser, whenAlive } from '../../support/browser.ts';
import { cookiesOf } from '../../support/cookies.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

const FINGER = 44;
const areas = [
  { id: 'hall', kind: 'rows', rows: '2', seats: '12', automatic: 'true' },
  { id: 'round', kind: 'tables', rows: '2', seats: '8', automatic: 'true' },
];

describe('seating with one thumb', function () {
  this.timeout(120_000);
  useDatabase();
  let app: TestApp;
  let event: Conference;
  let phone: BrowserContext;
  let who: string;

  before(async () => {
    await ensureAssets();
    app = await startTestApp();
    const user = await makeUser();
    event = await makeEvent();
    await makeMembership(user, event, 'editor');
    const access = await accessAs('editor', { event });
    await drawPlan(access, PlanInput.parse({ areas, version: planVersion([]) }));
    who = String((await makeGuest({ event: event._id, name: { vi: 'Lê Tử Dương' } }))._id);
    await moveGuest(access, { who, to: 'hall:1:6', saw: '' });
    const browser = await openBrowser();
    phone = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await phone.addCookies(cookiesOf(await app.as(user).cookieHeader(), app.url));
  });
  after(async () => {
    await phone.close();
    await app.close();
  });

  it('draws every seat as large as a finger, and keeps the page as wide as the screen', async () => {
    const page = await open();
    const smallest = await page
      .locator('a.seat rect')
      .evaluateAll((seats) => Math.min(...seats.map((seat) => seat.getBoundingClientRect().width)));
    expect(Math.round(smallest)).to.be.at.least(FINGER);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(360);
  });

  it('moves somebody from seat to seat by taps alone', async () => {
    const page = await open();
    await page.locator('a.seat[data-name="Lê Tử Dương"]').tap();
    await page.getByRole('button', { name: 'Chọn trên sơ đồ' }).tap();
    await page.locator('[data-status]', { hasText: 'Đang xếp chỗ cho Lê Tử Dương' }).waitFor();
    await page.locator('a.seat[data-seat="round:2:3"]').tap();
    await until(async () => (await seats())['round:2:3'] === who);
    expect(Object.keys(await seats())).to.deep.equal(['round:2:3']);
    await page.locator('[data-status]', { hasText: 'Đã xếp Lê Tử Dương vào Bàn 2' }).waitFor();
  });

  it('lets go of somebody with a button', async () => {
    const page = await open();
    await page.locator('a.seat[data-name="Lê Tử Dương"]').tap();
    await page.getByRole('button', { name: 'Chọn trên sơ đồ' }).tap();
    await page.locator('[data-let-go]').tap();
    expect(await page.locator('.is-held').count()).to.equal(0);
  });

  it('shows the whole hall, and a tap on it leads to the place instead of choosing a tiny seat', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Xem cả sơ đồ' }).tap();
    const hall = page.locator('[data-scroll]');
    expect(await hall.evaluate((each) => each.scrollWidth <= each.clientWidth)).to.equal(true);
    await page.locator('a.seat[data-seat="round:2:3"]').tap();
    expect(await page.locator('.is-overview').count()).to.equal(0);
    expect(await page.locator('.seating-chosen').count()).to.equal(0);
    const seat = await page.locator('a.seat[data-seat="round:2:3"]').boundingBox();
    expect(seat?.x).to.be.within(0, 360 - FINGER);
  });

  async function open(): Promise<Page> {
    const page = await phone.newPage();
    await page.goto(app.url + paths.seating(event));
    await whenAlive(page);
    return page;
  }

  async function seats(): Promise<Record<string, string>> {
    return (await loadSeating(event)).seats;
  }
});
