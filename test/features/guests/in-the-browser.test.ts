import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Conference } from '../../../models/event.ts';
import type { User } from '../../../models/user.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { addGuest } from '../../../server/features/guests/add-guest.ts';
import { GuestInput } from '../../../server/features/guests/input.ts';
import { createSignInLink } from '../../../server/features/users/create-sign-in-link.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { listenToComplaints, openContext, openPage, whenAlive } from '../../support/browser.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeContact, makeEvent, makeGuest, makeUser } from '../../support/factories.ts';

describe('the guest list in a browser', () => {
  useDatabase();
  let app: TestApp;
  let user: User;
  let event: Conference;
  let access: Access;

  before(async () => {
    app = await startTestApp();
    user = await makeUser();
    event = await makeEvent();
    access = await accessAs('owner', { event, user });
    await makeGuest({
      event: event._id,
      name: { vi: 'Đặng Đình Công' },
      lift: { places: 2, reason: 'Khách danh dự' },
    });
    await makeGuest({ event: event._id, name: { vi: 'Lê Tử Dương' }, headOfDelegation: true });
    await makeContact();
  });
  after(async () => app.close());

  it('answers while one types, and keeps the chosen rows when somebody else changes the list', async () => {
    const page = await signedIn('light');
    const complaints = listenToComplaints(page);
    await page.goto(app.url + paths.guests(event));
    // Without script the bar is always there; the script hides it while nothing is chosen.
    await page.locator('[data-bar]').waitFor({ state: 'hidden' });

    await page.check('tr:has-text("Đặng Đình Công") input[data-row]');
    expect(await page.locator('[data-count]').textContent()).to.equal('1');
    await addGuest(access, GuestInput.parse({ name: { vi: 'Trần Thị Hồng' } }));
    await page.locator('tr:has-text("Trần Thị Hồng")').waitFor();
    expect(await page.isChecked('tr:has-text("Đặng Đình Công") input[data-row]')).to.equal(true);
    expect(await page.locator('[data-bar]').isVisible()).to.equal(true);

    await page.fill('#guest-search', 'duong');
    await page.locator('tr:has-text("Trần Thị Hồng")').waitFor({ state: 'detached' });
    expect(await page.locator('tbody tr').allInnerTexts()).to.have.length(1);
    expect(page.url()).to.contain('q=duong');
    expect(complaints.take()).to.deep.equal([]);
  });

  it('opens a guest beside the list, and comes back to it after a change', async () => {
    const page = await signedIn('light');
    await page.goto(app.url + paths.guests(event));
    // Before, the same link leads to the guest's own page.
    await whenAlive(page);
    await page.click('a:has-text("Đặng Đình Công")');
    await page.locator('[data-panel-body] h2').waitFor();
    expect(await page.locator('[data-panel-body]').innerText()).to.contain('Khách danh dự');

    await page.click('[data-panel-body] summary:has-text("Xếp chỗ")');
    await page.fill('[data-panel-body] input[name="seat"]', 'Hàng A, ghế 5');
    await page.click('text=Lưu chỗ ngồi');
    await page.waitForURL(/guest=/);
    expect(await page.locator('[data-panel-body]').innerText()).to.contain('Hàng A, ghế 5');
    expect(await page.locator('.flash').innerText()).to.contain('Đặng Đình Công');
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`can be used by everybody (${theme})`, async () => {
      const page = await signedIn(theme);
      const guest = await makeGuest({ event: event._id });
      const looked = [
        `${paths.guests(event)}?guest=${String(guest._id)}`,
        paths.guest(event, guest),
        paths.newGuest(event),
        paths.guestsFromDirectory(event),
        paths.delegations(event),
      ];
      for (const path of looked) {
        await page.goto(app.url + path);
        expect(await axeViolations(page), path).to.deep.equal([]);
      }
    });
  }

  async function signedIn(theme: 'light' | 'dark'): Promise<Page> {
    const context = await openContext({ theme });
    const page = await openPage({ context });
    await page.goto(app.url + paths.signInByLink(await createSignInLink(user, { reusable: true })));
    return page;
  }
});
