import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Conference } from '../../../models/event.ts';
import type { User } from '../../../models/user.ts';
import { Guests } from '../../../models/guest.ts';
import { createSignInLink } from '../../../server/features/users/create-sign-in-link.ts';
import { loadSeating } from '../../../server/features/seating/load-seating.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { listenToComplaints, openContext, openPage, whenAlive } from '../../support/browser.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeUser } from '../../support/factories.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { until } from '../../support/until.ts';

const names = ['Trần Trung Thành', 'Đặng Đình Công', 'Nguyễn Thị Ngọc Huyền', 'Lê Tử Dương'];

describe('seating by rank in a browser', function () {
  this.timeout(120_000);
  useDatabase();
  let app: TestApp;
  let user: User;
  let event: Conference;

  before(async () => {
    app = await startTestApp();
    user = await makeUser();
    event = await makeEvent();
    await accessAs('owner', { event, user });
    for (const vi of names) await makeGuest({ event: event._id, name: { vi } });
  });
  after(async () => app.close());

  it('draws a hall from a sentence, seats the list, moves one by keyboard and prints every name', async () => {
    const page = await signedIn();
    const complaints = listenToComplaints(page);
    await page.goto(app.url + paths.seatingPlan(event));
    await page.fill('[name=describe]', '2 hàng × 5 ghế');
    await page.click('button[value=describe]');
    await page.fill('[name="areas[0][seats]"]', '6');
    await page.locator('.seating-count', { hasText: '12 ghế' }).waitFor();
    await page.click('.seating-plan-form button.button-primary');

    await page.locator('a.seat').first().waitFor();
    await page.click('text=Xếp tự động');
    await page.locator('.seating-summary', { hasText: '4' }).waitFor();
    await page.click('text=Xếp 4 chỗ');
    expect(await seatOf(page, 'Trần Trung Thành')).to.equal('A-4');
    expect(await seatOf(page, 'Đặng Đình Công')).to.equal('A-3');

    await whenAlive(page);
    await page.locator('a.seat[data-name*="Đặng Đình Công"]').focus();
    await page.keyboard.press('Space');
    await page.locator('#announcements', { hasText: 'Đang giữ' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.locator('#announcements', { hasText: 'Đã xếp' }).waitFor();
    await page.locator('a.seat[data-label^="B-3"][data-who]').waitFor();
    expect(await storedSeat('Đặng Đình Công')).to.equal('B-3');

    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    expect(await page.locator('.is-held').count()).to.equal(0);
    expect(complaints.take()).to.deep.equal([]);

    const [plan = ''] = await printed(page, `${paths.seatingSheet(event)}?paper=a4`);
    for (const word of names.flatMap((name) => name.split(' '))) expect(plan).to.contain(word);
    const cards = await printed(page, paths.placeCards(event));
    expect(cards.length).to.equal(2);
    expect(cards.join(' ')).to.contain('Nguyễn Thị Ngọc Huyền');
  });

  it('moves people with the mouse, and shows it to others at once', async () => {
    const page = await signedIn();
    const other = await signedIn();
    await page.goto(app.url + paths.seating(event));
    await other.goto(app.url + paths.seating(event));
    await Promise.all([whenAlive(page), whenAlive(other)]);
    await drag(page, 'a.seat[data-name*="Lê Tử Dương"]', 'a.seat[data-label^="B-6"]');
    await other.locator('a.seat[data-label^="B-6"][data-who]').waitFor();
    expect(await storedSeat('Lê Tử Dương')).to.equal('B-6');

    await drag(page, 'a.seat[data-name*="Lê Tử Dương"]', '.seating-side h2');
    await other.locator('.seating-person[data-name="Lê Tử Dương"]').waitFor();
    expect(await storedSeat('Lê Tử Dương')).to.equal('');
  });

  it('shows after every move who sits there now, and takes the last one back with one click', async () => {
    const page = await signedIn();
    await page.goto(app.url + paths.seating(event));
    await whenAlive(page);
    const [there, here] = [await markOn(page, 'A-4'), await markOn(page, 'B-3')];
    await page.locator('a.seat[data-label^="B-3"]').focus();
    await page.keyboard.press('Space');
    await page.locator('a.seat[data-label^="A-4"]').focus();
    await page.keyboard.press('Space');
    await page.locator('a.seat[data-label^="A-4"][data-name*="Đặng Đình Công"]').waitFor();
    expect([await markOn(page, 'A-4'), await markOn(page, 'B-3')]).to.deep.equal([here, there]);

    await page.locator('a.seat[data-label^="A-4"]').focus();
    await page.keyboard.press('Delete');
    await page.locator('a.seat[data-label^="A-4"][data-state=free]').waitFor();
    expect(await markOn(page, 'A-4')).to.equal('4');
    await page.locator('.page-lead', { hasText: 'đã xếp 2 chỗ' }).waitFor();

    await page.locator('.page-head form button').click();
    await page.locator('a.seat[data-label^="A-4"][data-name*="Đặng Đình Công"]').waitFor();
    expect(await page.locator('.page-lead').innerText()).to.contain('đã xếp 3 chỗ');
  });

  it('does the same without a script', async () => {
    const context = await openContext({});
    const page = await (await context.browser()?.newContext({ javaScriptEnabled: false }))?.newPage();
    if (!page) throw new Error('no browser');
    await page.goto(app.url + paths.signInByLink(await createSignInLink(user, { reusable: true })));
    await page.goto(`${app.url}${paths.seating(event)}?seat=${encodeURIComponent(await keyOf('A', 6))}`);
    await page.click('.seating-person:has-text("Lê Tử Dương") button');
    expect(await storedSeat('Lê Tử Dương')).to.equal('A-6');
    await page.goto(`${app.url}${paths.seating(event)}?seat=${encodeURIComponent(await keyOf('A', 6))}`);
    await page.fill('#seating-seat', 'b 1');
    await page.click('.seating-by-name button');
    expect(await storedSeat('Lê Tử Dương')).to.equal('B-1');
  });

  async function signedIn(): Promise<Page> {
    const context = await openContext({});
    const page = await openPage({ context });
    await page.goto(app.url + paths.signInByLink(await createSignInLink(user, { reusable: true })));
    return page;
  }

  async function seatOf(page: Page, name: string): Promise<string> {
    const seat = page.locator(`a.seat[data-name*="${name}"]`);
    await seat.waitFor();
    return (await seat.getAttribute('data-label'))?.split(':')[0] ?? '';
  }

  /** What is drawn on a seat; its title says who it is. */
  async function markOn(page: Page, name: string): Promise<string> {
    const seat = page.locator(`a.seat[data-label^="${name}"]`);
    expect(await seat.locator('title').textContent()).to.equal(await seat.getAttribute('data-label'));
    return (await seat.locator('text').textContent()) ?? '';
  }

  async function storedSeat(vi: string): Promise<string> {
    let before: string | undefined;
    await until(async () => {
      const { seat } = await Guests.findOne({ event: event._id, 'name.vi': vi }).orFail().lean();
      const settled = before === seat;
      before = seat;
      return settled;
    });
    return before ?? '';
  }

  async function keyOf(row: 'A' | 'B', number: number): Promise<string> {
    const { areas } = await loadSeating(event);
    return `${areas[0]?.id ?? ''}:${row === 'A' ? 1 : 2}:${number}`;
  }

  async function printed(page: Page, path: string): Promise<string[]> {
    const answer = await page.request.get(app.url + path);
    expect(answer.headers()['content-type']).to.contain('application/pdf');
    return pdfPages(await answer.body());
  }

  async function drag(page: Page, from: string, to: string): Promise<void> {
    const [start, end] = [page.locator(from).first(), page.locator(to).first()];
    const [a, b] = [await start.boundingBox(), await end.boundingBox()];
    if (!a || !b) throw new Error('nothing to drag');
    await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
    await page.mouse.down();
    await page.mouse.move(a.x + a.width / 2 + 10, a.y + a.height / 2 + 10);
    await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 4 });
    await page.mouse.up();
  }
});
