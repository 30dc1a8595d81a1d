import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { CheckIns } from '../../../models/check-in.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { eventList } from '../../../server/features/door-plan/door-plan.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { useDatabase } from '../../support/database.ts';
import { enterCode, openDoorPage } from '../../support/door-page.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';
import { comingWith } from '../../support/coming-with.ts';

/** The same code is read anew only after this time. */
const PAUSE_MS = 3_200;

describe('the page of a device as people use it', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  before(async () => {
    app = await startTestApp();
    event = await makeEvent({ state: 'live' });
    await guest('AAAA1111BBBB', 'Đặng Đình Công');
    await guest('BBBB1111CCCC', 'Hoàng Thị Đông', ['Trần Văn Bảy', 'Lê Thị Tám']);
    await guest('CCCC1111DDDD', 'Phan Văn Khải', ['Võ Thị Chín']);
  });
  after(() => app.close());

  function guest(code: string, name: string, along: string[] = []): Promise<Guest> {
    return makeGuest({ event: event._id, code, name: { vi: name }, answer: comingWith(along) });
  }

  const online = (page: Page) => page.locator('[data-state-line][data-tone="good"]').waitFor();
  const verdict = (page: Page, signal: string) => page.locator(`[data-result] [data-verdict="${signal}"]`);
  const line = (page: Page, name: string) => page.locator('[data-recent] li').filter({ hasText: name });
  const companionsIn = async (code: string): Promise<number | undefined> => {
    const { _id } = await Guests.findOne({ event: event._id, code }).orFail().lean();
    return (await CheckIns.findOne({ guest: _id }).lean())?.companions.length;
  };
  const hold = async (page: Page, name: string): Promise<void> => {
    await line(page, name).locator('[data-hold]').focus();
    await page.keyboard.down('Enter');
    await line(page, name).getByText('Đã hoàn tác').waitFor();
    await page.keyboard.up('Enter');
  };
  const expectSound = async (page: Page): Promise<void> => {
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
  };

  it('shows a steward how many are missing, and nobody to let in by name', async () => {
    await Guests.updateOne({ event: event._id, code: 'CCCC1111DDDD' }, { category: 'other' });
    const { page, context } = await openDoorPage(app, event, { profile: { rank: 'steward' } });
    await online(page);
    await page.locator('[data-missing]').click();
    await page.locator('dialog').getByText('Tổng cộng 3 người chưa vào.').waitFor();
    await expectSound(page);
    expect((await page.locator('dialog li').allInnerTexts()).map((text) => text.split('\n'))).to.deep.equal([
      ['Đại biểu', '2 người'],
      ['Khác', '1 người'],
    ]);
    expect(await page.locator('dialog input').isVisible()).to.equal(false);
    expect(await page.locator('dialog').innerText()).not.to.contain('Công');
    await page.keyboard.press('Escape');

    await page.getByLabel('Mã trên giấy mời').fill('cong');
    await page.getByLabel('Mã trên giấy mời').press('Enter');
    await page.getByText('Máy này chỉ nhận mã').waitFor();
    await expectSound(page);
    expect(await page.locator('.door-person').count()).to.equal(0);
    await context.close();
  });

  it('names the companion who was searched for and whom they come with, and lets them in after their guest', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    await page.locator('#device-q').fill('vo chin');
    await page.locator('.door-person').getByText('Võ Thị Chín → Phan Văn Khải').waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Cho vào: Phan Văn Khải' }).click();
    await verdict(page, 'welcome').waitFor();

    await page.locator('#device-q').fill('vo chin');
    await page.locator('.door-person [data-companion]').click();
    await verdict(page, 'welcome').getByText('Võ Thị Chín').waitFor();
    expect(await verdict(page, 'welcome').innerText()).to.contain('Đi cùng Phan Văn Khải');
    await until(async () => (await companionsIn('CCCC1111DDDD')) === 1);
    await page.locator('#device-q').fill('vo chin');
    await page.locator('.door-person:not(:has([data-companion]))').getByText('Võ Thị Chín').waitFor();
    await context.close();
  });

  it('keeps a line for each companion, and offers to take them back with their guest', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    await enterCode(page, 'BBBB1111CCCC');
    await page.getByRole('button', { name: 'Cho vào cả 2' }).click();
    await line(page, 'Đi cùng Hoàng Thị Đông').nth(1).waitFor();
    await expectSound(page);
    await hold(page, 'Lê Thị Tám');
    await until(async () => (await companionsIn('BBBB1111CCCC')) === 1);

    await page.getByRole('button', { name: 'Cho vào: Lê Thị Tám' }).click();
    await until(async () => (await companionsIn('BBBB1111CCCC')) === 2);
    await line(page, 'Hoàng Thị Đông').last().locator('[data-hold]').focus();
    await page.keyboard.down('Enter');
    await page.getByRole('heading', { name: 'Người đi cùng vẫn được tính là đã vào' }).waitFor();
    await page.keyboard.up('Enter');
    await expectSound(page);
    await page.getByRole('button', { name: 'Hoàn tác cả 2 người' }).click();
    await until(async () => (await companionsIn('BBBB1111CCCC')) === 0);
    await line(page, 'Trần Văn Bảy').getByText('Đã hoàn tác').waitFor();
    await context.close();
  });

  it('says whose badge it speaks of, and no longer when the next guest comes', async () => {
    const { page, context } = await openDoorPage(app, event, { profile: { badge: 'station' } });
    await online(page);
    await enterCode(page, 'AAAA1111BBBB');
    await page.locator('[data-message]').getByText('Thẻ của Đặng Đình Công đã vào hàng chờ in.').waitFor();
    await enterCode(page, 'ZZZZ9999ZZZZ');
    await verdict(page, 'refused').waitFor();
    expect(await page.locator('[data-message]').isVisible()).to.equal(false);
    await context.close();
  });

  it('says that a guest is in already before somebody else is let in instead', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    await page.locator('#device-q').fill('dinh cong');
    await page.getByRole('button', { name: 'Việc khác với Đặng Đình Công' }).click();
    await page
      .locator('[data-substitute-form]')
      .getByText(/Chính Đặng Đình Công đã vào\. Vào lúc \d\d:\d\d, tại Cửa \d/)
      .waitFor();
    await expectSound(page);
    await page.getByLabel('Họ tên người đến thay').fill('Đỗ Thay Mặt');
    await page.locator('[data-substitute-form] button').click();
    await verdict(page, 'already').getByText('Đặng Đình Công').waitFor();
    expect(await verdict(page, 'already').innerText()).not.to.contain('Đỗ Thay Mặt');
    await context.close();
  });

  it('shows the name of the list whole on a small telephone, and which device it is', async () => {
    const long = 'Tiệc tối chào mừng đại biểu và khách quốc tế';
    const list = { id: 'gala', name: { vi: long }, kind: 'session', rule: 'once', times: 1 };
    const more = { dayStartsAt: 4, opensAt: null, closesAt: null, categories: [], requires: '' };
    await DoorPlans.updateOne({ _id: event._id }, { $push: { lists: { ...list, ...more } } });
    const profile = { name: 'Cửa phía đông nhà hát lớn', lists: ['gala', eventList(event)] };
    const { page, context } = await openDoorPage(app, event, { profile });
    await online(page);
    const name = page.locator('[data-place] [data-part="list"]');
    expect(await name.innerText()).to.equal(long);
    expect(await name.evaluate((each) => each.scrollWidth <= each.clientWidth)).to.equal(true);
    expect(await page.locator('.device-top [data-part="door"]').innerText()).to.match(/^Cửa \d+$/);
    await expectSound(page);
    await context.close();
  });

  it('says of a list that admits twice what was just read, and when both times were used', async () => {
    const tasting = {
      id: 'tasting',
      name: { vi: 'Nếm rượu' },
      kind: 'meal',
      rule: 'times',
      times: 2,
      dayStartsAt: 4,
      opensAt: null,
      closesAt: null,
      categories: [],
      requires: '',
    };
    await DoorPlans.updateOne({ _id: event._id }, { $push: { lists: tasting } }, { upsert: true });
    const first = await openDoorPage(app, event, { profile: { lists: ['tasting'] } });
    await online(first.page);
    await enterCode(first.page, 'AAAA1111BBBB');
    await verdict(first.page, 'welcome').waitFor();
    await first.page.locator('[data-result]').click();
    await pause(PAUSE_MS);
    await enterCode(first.page, 'AAAA1111BBBB');
    await verdict(first.page, 'already').getByText('Vừa quét xong').waitFor();
    expect(await verdict(first.page, 'already').innerText()).to.contain('còn 1 lượt');
    await first.context.close();

    const second = await openDoorPage(app, event, { profile: { lists: ['tasting'] } });
    await online(second.page);
    await enterCode(second.page, 'AAAA1111BBBB');
    await verdict(second.page, 'welcome').waitFor();
    await second.page.locator('[data-result]').click();
    await pause(PAUSE_MS);
    await second.context.setOffline(true);
    await enterCode(second.page, 'AAAA1111BBBB');
    await verdict(second.page, 'already').getByText('Đã dùng hết lượt').waitFor();
    expect(await verdict(second.page, 'already').innerText()).to.match(
      /Cả 2 lượt: \d{2}:\d{2} và \d{2}:\d{2}\./,
    );
    await second.context.close();
  });

  it('names the saved file by the device and the time at the event', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    const device = await page.locator('.device-top [data-part="door"]').innerText();
    await context.setOffline(true);
    await enterCode(page, 'CCCC1111DDDD');
    await verdict(page, 'already').waitFor();
    await page.locator('[data-result]').click();
    await page.locator('#device-q').fill('khai');
    await page.getByRole('button', { name: 'Việc khác với Phan Văn Khải' }).click();
    await page.getByRole('button', { name: 'Ban tổ chức đồng ý' }).click();
    await page.locator('[data-override-form] button.button-primary').click();
    await verdict(page, 'welcome').waitFor();
    await page.locator('[data-menu]').click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Lưu các lượt chưa gửi thành tệp' }).click();
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: event.timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const hour = format.format(Date.now()).slice(0, 13).replace(' ', '-');
    const begins = `${event.slug}-${device.replace('Cửa ', 'cua-')}-${hour}`;
    expect((await saving).suggestedFilename().slice(0, begins.length)).to.equal(begins);
    await context.close();
  });
});
