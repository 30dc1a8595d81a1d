import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import type { Conference } from '../../models/event.ts';
import { Guests } from '../../models/guest.ts';
import { paths } from '../../server/paths.ts';
import { makeInvited, reply } from '../features/invitations/invited.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openContext, whenAlive } from '../support/browser.ts';
import { cookiesOf } from '../support/cookies.ts';
import { useDatabase } from '../support/database.ts';
import { makeEvent, makeMembership, makeUser } from '../support/factories.ts';
import { until } from '../support/until.ts';
import { admit } from './admit.ts';

/** The director was added last, and sits in the middle all the same. */
const inOrder = { 'Trần Trung Thành': '001', 'Đặng Đình Công': '002', 'Lê Tử Dương': '003' };
const asAdded = ['Lê Tử Dương', 'Đặng Đình Công', 'Trần Trung Thành'] as const;

/** From an empty hall to the seat that a guest reads on the pass and hears at the door. */
describe('a hall seated by rank', function () {
  this.timeout(240_000);
  useDatabase();
  let app: TestApp;
  let event: Conference;
  const contexts: BrowserContext[] = [];
  const links = new Map<string, string>();

  before(async () => {
    await ensureAssets();
    app = await startTestApp();
    event = await makeEvent({ days: ['2099-12-15'], state: 'live' });
    for (const vi of asAdded) {
      const guest = { event: event._id, name: { vi }, order: inOrder[vi] };
      const { token } = await makeInvited(guest);
      await reply(token, { kind: 'attending' });
      links.set(vi, token);
    }
  });
  after(async () => {
    for (const context of contexts) await context.close();
    await app.close();
  });

  it('is drawn from a sentence, filled from the middle, changed by hand, and stands on pass and at the door', async () => {
    const desk = await organiser();
    await desk.goto(app.url + paths.seatingPlan(event));
    await desk.fill('[name=describe]', '2 hàng × 5 ghế');
    await desk.getByRole('button', { name: 'Vẽ theo mô tả' }).click();
    await desk.getByRole('button', { name: 'Lưu sơ đồ' }).click();
    await desk.getByRole('link', { name: 'Xếp tự động' }).click();
    await desk.getByRole('button', { name: 'Xếp 3 chỗ' }).click();
    await seated(desk, 'Trần Trung Thành', 'A-3');

    await whenAlive(desk);
    await desk.locator('a.seat[data-name*="Lê Tử Dương"]').focus();
    await desk.keyboard.press('Delete');
    await desk.locator('.seating-person[data-name*="Lê Tử Dương"]').waitFor();
    await until(async () => (await storedSeat('Lê Tử Dương')) === '');

    const pass = await phone();
    await pass.goto(app.url + paths.answerLink(links.get('Trần Trung Thành') ?? ''));
    expect(await pass.locator('.pass').innerText()).to.include('A-3');

    const door = await atTheDoor();
    await door.goto(app.url + paths.door(event));
    const { code } = await Guests.findOne({ 'name.vi': 'Trần Trung Thành' }).orFail().lean();
    expect(await admit(door, code)).to.include('A-3');
    // The drawing at the desk, open all the time, has seen the director come in.
    await desk.locator('a.seat[data-name*="Trần Trung Thành"][data-state=arrived]').waitFor();
    expect(app.takeErrors()).to.deep.equal([]);
  });

  async function organiser(): Promise<Page> {
    return signedIn('owner', await openContext());
  }

  async function atTheDoor(): Promise<Page> {
    return signedIn('door', await openContext({ width: 390, height: 844 }));
  }

  async function signedIn(role: 'owner' | 'door', context: BrowserContext): Promise<Page> {
    const user = await makeUser();
    await makeMembership(user, event, role);
    contexts.push(context);
    await context.addCookies(cookiesOf(await app.as(user).cookieHeader(), app.url));
    return context.newPage();
  }

  async function phone(): Promise<Page> {
    const context = await openContext({ width: 390, height: 844 });
    contexts.push(context);
    return context.newPage();
  }

  /** On the drawing, and in the list from which passes and doors take it. */
  async function seated(desk: Page, name: string, seat: string): Promise<void> {
    await desk.locator(`a.seat[data-name*="${name}"][data-label^="${seat}"]`).waitFor();
    await until(async () => (await storedSeat(name)) === seat);
  }

  async function storedSeat(vi: string): Promise<string> {
    const { seat } = await Guests.findOne({ event: event._id, 'name.vi': vi }).orFail().lean();
    return seat;
  }
});
