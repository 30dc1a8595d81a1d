import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { CheckIns } from '../../../models/check-in.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { enterCode, openDoorPage } from '../../support/door-page.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';
import { comingWith } from '../../support/coming-with.ts';

describe('the page of a device and those who belong together', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  before(async () => {
    app = await startTestApp();
    event = await makeEvent({ state: 'live' });
    await guest('AAAA1111BBBB', 'Đặng Đình Công', { along: ['Trần Văn Bảy', 'Lê Thị Tám'] });
    await guest('BBBB1111CCCC', 'Hoàng Thị Đông', { along: ['Võ Thị Chín', 'Võ Thị Mười'] });
    await guest('CCCC1111DDDD', 'Phan Văn Khải', { along: ['Đinh Thị Lan', 'Đinh Văn Long'] });
    await guest('DDDD1111FFFF', 'Mai Văn Sáu', {});
    await guest('FFFF1111GGGG', 'Bùi Văn Ngân', { unit: 'Vietsovpetro' });
    await guest('GGGG1111HHHH', 'Đại biểu 2 – VNPT', {});
    await guest('HHHH1111JJJJ', 'Cao Thị Vắng', {});
  });
  after(() => app.close());

  function guest(code: string, name: string, { along = [] as string[], unit = '' }): Promise<Guest> {
    const organisationName = { vi: unit };
    return makeGuest({
      event: event._id,
      code,
      name: { vi: name },
      organisationName,
      answer: comingWith(along),
    });
  }

  const online = (page: Page) => page.locator('[data-state-line][data-tone="good"]').waitFor();
  const verdict = (page: Page, signal: string) => page.locator(`[data-result] [data-verdict="${signal}"]`);
  const companionsIn = async (code: string): Promise<number | undefined> => {
    const { _id } = await Guests.findOne({ event: event._id, code }).orFail().lean();
    return (await CheckIns.findOne({ guest: _id }).lean())?.companions.length;
  };

  it('offers those who come along after the answer has gone by itself, and again when the guest is read again', async () => {
    const profile = { pace: 'fast', rank: 'steward' } as const;
    const { page, context } = await openDoorPage(app, event, { profile });
    await online(page);
    await enterCode(page, 'AAAA1111BBBB');
    await verdict(page, 'welcome').waitFor();
    await verdict(page, 'welcome').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Người đi cùng Đặng Đình Công chưa vào' }).waitFor();
    await page.getByRole('button', { name: 'Cho vào: Trần Văn Bảy' }).click();
    await until(async () => (await companionsIn('AAAA1111BBBB')) === 1);

    await enterCode(page, 'DDDD1111FFFF');
    await verdict(page, 'welcome').getByText('Mai Văn Sáu').waitFor();
    expect(await page.locator('[data-along] button').count()).to.equal(0);
    await enterCode(page, 'AAAA1111BBBB');
    await verdict(page, 'already').waitFor();
    await page.getByRole('button', { name: 'Cho vào: Lê Thị Tám' }).click();
    await until(async () => (await companionsIn('AAAA1111BBBB')) === 2);
    expect(await page.locator('[data-along] button').count()).to.equal(0);
    await context.close();
  });

  it('says in the answer that it was sent as soon as it was', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    await context.setOffline(true);
    await enterCode(page, 'BBBB1111CCCC');
    await verdict(page, 'welcome').getByText('Chưa gửi').waitFor();
    await context.setOffline(false);
    await online(page);
    await verdict(page, 'welcome').getByText('Hoàng Thị Đông').waitFor();
    await verdict(page, 'welcome').getByText('Chưa gửi').waitFor({ state: 'hidden' });
    await context.close();
  });

  it('keeps the answer in sight above those who come along on a small telephone', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    await enterCode(page, 'CCCC1111DDDD');
    await page.getByRole('button', { name: 'Cho vào cả 2' }).waitFor();
    const head = await page.locator('.device-top').boundingBox();
    const word = await page.locator('.verdict-word').boundingBox();
    expect(word?.y).to.be.at.least((head?.y ?? 0) + (head?.height ?? 0));
    await context.close();
  });

  it('names the guest whom it would let in where somebody was searched for who comes along', async () => {
    await guest('JJJJ1111KKKK', 'Nguyễn Văn Thành', { along: ['Nguyễn Thị Hoa', 'Nguyễn Thị Huệ'] });
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    await page.locator('#device-q').fill('nguyen thi hoa');
    const row = page.locator('.door-person').filter({ hasText: 'Nguyễn Thị Hoa' });
    await row.getByText('Cho vào: Nguyễn Văn Thành').waitFor();
    expect(await row.innerText()).not.to.contain('người đi cùng');
    expect(await row.locator('.button-primary').count()).to.equal(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
    await context.close();
  });

  it('shows people for words that are as long as a code, and goes in nobody’s place for a code', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    for (const [words, name] of [
      ['vietsovpetro', 'Bùi Văn Ngân'],
      ['dai bieu 2 vnpt', 'Đại biểu 2 – VNPT'],
    ] as const) {
      await page.locator('#device-q').fill(words);
      await page.locator('.door-person').getByText(name).waitFor();
      await page.locator('#device-q').press('Enter');
      expect(await page.locator('.door-person').count()).to.equal(1);
      expect(await page.locator('[data-result] .verdict').count()).to.equal(0);
    }
    await page.locator('#device-q').fill('ZZZZ1111YYYY');
    await page.locator('#device-q').press('Enter');
    await verdict(page, 'refused').waitFor();
    await context.close();
  });

  it('says at the top what is worked on, and no name twice', async () => {
    const { page, context } = await openDoorPage(app, event, { profile: { name: 'Cửa phụ' } });
    await online(page);
    const place = page.locator('[data-place]');
    expect((await place.innerText()).trim().split(/\s+/).join(' ')).to.equal('Cửa phụ Cả hội nghị');
    const door = await page.locator('.device-top [data-part="door"]').innerText();
    await DoorPlans.updateOne({ _id: event._id, 'profiles.name': 'Cửa phụ' }, { 'profiles.$.name': door });
    await page.reload();
    await online(page);
    await place.locator('[data-part="gate"]').waitFor({ state: 'hidden' });
    expect((await place.innerText()).trim()).to.equal('Cả hội nghị');
    await context.close();
  });

  it('says of a guest who sent somebody else who it is that is in', async () => {
    const { page, context } = await openDoorPage(app, event);
    await online(page);
    await page.locator('#device-q').fill('cao thi vang');
    await page.getByRole('button', { name: 'Việc khác với Cao Thị Vắng' }).click();
    await page.getByLabel('Họ tên người đến thay').fill('Đỗ Thay Mặt');
    await page.locator('[data-substitute-form] button').click();
    await verdict(page, 'welcome').getByText('Đỗ Thay Mặt').waitFor();
    await online(page);

    const other = await openDoorPage(app, event);
    await online(other.page);
    await enterCode(other.page, 'HHHH1111JJJJ');
    await verdict(other.page, 'already').getByText('Đỗ Thay Mặt').waitFor();
    expect(await verdict(other.page, 'already').innerText()).to.contain('Dự thay Cao Thị Vắng');
    await other.page.locator('#device-q').fill('do thay mat');
    const row = other.page.locator('.door-person').filter({ hasText: 'Đỗ Thay Mặt' });
    await row.getByText('Dự thay Cao Thị Vắng').waitFor();
    await row.locator('[data-more]').click();
    await other.page
      .locator('[data-substitute-form]')
      .getByText('Đỗ Thay Mặt đã vào thay khách này.')
      .waitFor();
    await other.context.close();
    await context.close();
  });
});
