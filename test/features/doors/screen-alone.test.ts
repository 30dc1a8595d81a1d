import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import { Doors } from '../../../models/door.ts';
import { eventList } from '../../../server/features/door-plan/door-plan.ts';
import { pinLock } from '../../../server/features/door-plan/pin-lock.ts';
import { revokeDoor } from '../../../server/features/doors/revoke-door.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { openContext } from '../../support/browser.ts';
import { useDatabase } from '../../support/database.ts';
import { enterCode, openDoorPage } from '../../support/door-page.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

describe('the screen of a device left to itself', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  before(async () => {
    app = await startTestApp();
    event = await makeEvent({ state: 'live' });
    await makeGuest({ event: event._id, code: 'AAAA1111BBBB', name: { vi: 'Đặng Đình Công' } });
    await makeGuest({
      event: event._id,
      code: 'BBBB1111CCCC',
      name: { vi: 'Nguyễn Văn An' },
      note: 'Nợ phí',
    });
  });
  after(() => app.close());

  const online = (page: Page) => page.locator('[data-state-line][data-tone="good"]').waitFor();
  const expectSound = async (page: Page): Promise<void> => {
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
  };

  it('says how it is set up, in three languages, and what is wrong with a code that does not work', async () => {
    const context = await openContext({ width: 360, height: 740 });
    const page = await context.newPage();
    await page.goto(app.url + paths.doorApp);
    await page.getByRole('heading', { name: 'Cài đặt thiết bị tại cửa' }).waitFor();
    await expectSound(page);

    await page.getByRole('button', { name: 'Русский' }).click();
    await page.getByRole('heading', { name: 'Настройка устройства на входе' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).to.equal('ru');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('Or paste the set-up link').fill(app.url + paths.doorLink('nobody-knows-this'));
    await page.getByRole('button', { name: 'Set up', exact: true }).click();

    await page.locator('#setup-status:not([data-tone=""])').waitFor();
    await expectSound(page);
    await context.close();
  });

  it('admits without network, says that it is not sent yet, and never claims otherwise', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    await context.setOffline(true);
    await enterCode(page, 'AAAA1111BBBB');
    await page.locator('[data-verdict="welcome"]').getByText('Chưa gửi').waitFor();
    await page.getByText('Ngoại tuyến · 1 lượt chờ gửi').waitFor();
    await expectSound(page);
    await page.locator('[data-menu]').click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Sign this device out' }).click();
    await page.getByText('1 scan is not sent yet. Wait until that is done.').waitFor();
    await expectSound(page);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save unsent scans as a file' }).click();
    expect((await saving).suggestedFilename()).to.match(/\.json$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-verdict="welcome"]').innerText()).to.contain('Not sent yet');

    await context.setOffline(false);
    await online(page);
    expect(await CheckIns.countDocuments({ event: event._id, admission: { $ne: null } })).to.equal(1);
    await context.close();
  });

  it('works fast where it is told to: a welcome goes by itself, and stewards admit by the rule alone', async () => {
    const { page, context } = await openDoorPage(app, event, { profile: { pace: 'fast', rank: 'steward' } });
    await online(page);
    expect(await page.locator('[data-walk-in]').isVisible()).to.equal(false);
    await enterCode(page, 'AAAA1111BBBB');
    await page.locator('[data-verdict="already"]').waitFor();
    expect(await page.locator('[data-solve]').isVisible()).to.equal(false);
    await page.locator('[data-verdict="already"]').waitFor({ state: 'detached' });

    expect(await page.locator('[data-recent] li').count()).to.equal(1);
    await context.close();
  });

  it('lets people out where that is chosen, in a frame that nobody overlooks', async () => {
    const hall = { id: 'hall', name: { vi: 'Hội trường' }, kind: 'session', rule: 'in-out', times: 1 };
    const more = { dayStartsAt: 4, opensAt: null, closesAt: null, categories: [], requires: '' };
    await DoorPlans.updateOne(
      { _id: event._id },
      { $push: { lists: { ...hall, ...more } } },
      { upsert: true },
    );
    const { page, context } = await openDoorPage(app, event, { profile: { lists: ['hall'] } });
    await online(page);
    await enterCode(page, 'AAAA1111BBBB');
    await page.locator('[data-verdict="welcome"]').waitFor();
    await page.locator('[data-way="exit"]').click();
    await page.getByText('Đang ghi khách RA').waitFor();
    await expectSound(page);
    await enterCode(page, 'AAAA1111BBBB');
    await page.locator('[data-verdict="goodbye"]').waitFor();
    await expectSound(page);
    await context.close();
  });

  it('offers no way out where who came once has come', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    expect(await page.locator('[data-ways]').isVisible()).to.equal(false);
    await context.close();
  });

  it('says how old its list is, and louder when it is older', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    await context.setOffline(true);
    // Nothing is being asked any more when the clock is taken over.
    await page.locator('[data-state-line]').click();
    await page.getByText('Ngoại tuyến').waitFor();
    await page.clock.install();
    await page.clock.fastForward('06:00');
    await page.locator('[data-fresh][data-tone="waiting"]').getByText('6 phút').waitFor();
    await expectSound(page);
    await page.clock.fastForward('03:00:00');
    await page.locator('[data-fresh][data-tone="refused"]').getByText('3 giờ').waitFor();
    await expectSound(page);
    await context.close();
  });

  it('counts on the list that was chosen, and works without a mouse', async () => {
    const list = { id: 'gift', name: { vi: 'Quà tặng', en: 'Gifts' }, kind: 'gift', rule: 'once', times: 1 };
    const more = { dayStartsAt: 4, opensAt: null, closesAt: null, categories: [], requires: '' };
    await DoorPlans.updateOne({ _id: event._id }, { $push: { lists: { ...list, ...more } } });
    const { page, context } = await openDoorPage(app, event, {
      profile: { lists: [eventList(event), 'gift'] },
    });
    await online(page);
    await page.locator('[data-place]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Quà tặng' }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Quà tặng' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-place]', { hasText: 'Quà tặng' }).waitFor();
    await page.keyboard.type('van an');
    await page.getByRole('button', { name: 'Cho vào: Nguyễn Văn An' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('[data-verdict="attention"]').waitFor();
    expect(await CheckIns.countDocuments({ event: event._id, list: 'gift' })).to.equal(1);
    await page.keyboard.press('Escape');
    await page.locator('[data-verdict]').waitFor({ state: 'detached' });
    await context.close();
  });

  it('is a kiosk where it is told to: short names, no notes, and a PIN that leads out', async () => {
    const profile = { kiosk: true, pin: await pinLock('2468') };
    const { page, context } = await openDoorPage(app, event, { profile, width: 768, height: 1024 });
    await expectSound(page);
    await page.keyboard.type('BBBB1111CCCC\n');
    await page.getByText(/Kính mời N\.\sV\.\sAn vào/).waitFor();
    expect(await page.locator('main').innerText()).not.to.contain('Nợ phí');
    await expectSound(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText(/Welcome, N\.\sV\.\sAn/).waitFor();

    await page.locator('[data-staff]').click();
    await page.locator('#device-pin').fill('1111');
    await page.locator('#device-pin').press('Enter');
    await page.getByText('The PIN is wrong.').waitFor();
    await expectSound(page);
    await page.locator('#device-pin').fill('2468');
    await page.locator('#device-pin').press('Enter');
    await page.locator('#device-q').waitFor();
    await page.locator('[data-menu]').click();
    await page.locator('[data-kiosk="pause"]').click();
    await page.getByText('Quầy này tạm ngừng phục vụ').last().waitFor();
    await expectSound(page);
    await context.close();
  });

  it('says that it is over when it was revoked, and shows nobody any more', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    const door = await Doors.findOne({ event: event._id }).sort({ _id: -1 }).orFail().lean();
    await revokeDoor(await accessAs('owner', { event }), String(door._id));

    await until(async () =>
      page.getByRole('heading', { name: 'Thiết bị này không còn dùng được' }).isVisible(),
    );
    expect(await page.locator('body').innerText()).not.to.contain('Công');
    await expectSound(page);
    await context.close();
  });
});
