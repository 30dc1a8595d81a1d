import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { useDatabase } from '../../support/database.ts';
import { type DoorPage, enterCode, openDoorPage } from '../../support/door-page.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

const companions = ['Trần Văn Bảy', 'Lê Thị Tám'].map((name) => ({ name }));

describe('the screen of a device at work', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  let device: DoorPage;
  let page: Page;

  before(async () => {
    app = await startTestApp();
    event = await makeEvent({ state: 'live' });
    await guest('AAAA1111BBBB', 'Đặng Đình Công', {});
    await guest('BBBB1111CCCC', 'Hoàng Thị Đông', { answer: comingWith(companions), delegation: 'hue' });
    await guest('CCCC1111DDDD', 'Phan Văn Khải', { delegation: 'hue' });
    await guest('DDDD1111EEEE', 'Vũ Hữu Quý', { side: 'leadership', note: 'Mời vào phòng khách A' });
    await guest('EEEE1111FFFF', 'Mai Thị Hủy', { state: 'cancelled' });
    device = await openDoorPage(app, event);
    ({ page } = device);
    await online();
  });
  after(async () => {
    await device.context.close();
    await app.close();
  });

  function guest(code: string, name: string, given: Partial<Guest>): Promise<Guest> {
    return makeGuest({ event: event._id, code, name: { vi: name }, ...given });
  }

  const online = () => page.locator('[data-state-line][data-tone="good"]').waitFor({ timeout: 30_000 });
  const verdict = (signal: string) => page.locator(`[data-result] [data-verdict="${signal}"]`);
  const lines = () => page.locator('[data-recent] li');
  const kept = async (code: string) => {
    const { _id } = await Guests.findOne({ event: event._id, code }).orFail().lean();
    return CheckIns.findOne({ guest: _id }).lean();
  };
  const reasonsOf = async (code: string) =>
    (await kept(code))?.passages.flatMap(({ override }) => override ?? []) ?? [];
  const expectSound = async (): Promise<void> => {
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
  };

  it('finds people by a part of their name without accents and lets them in with one button', async () => {
    await page.locator('#device-q').fill('dinh co');
    await page.getByRole('button', { name: 'Cho vào: Đặng Đình Công' }).waitFor();
    await expectSound();
    await page.getByRole('button', { name: 'Cho vào: Đặng Đình Công' }).click();

    await verdict('welcome').waitFor();
    expect(await page.locator('[role="alert"][aria-live="assertive"]').innerText()).to.contain(
      'Đặng Đình Công',
    );
    await until(async () => kept('AAAA1111BBBB'));
    expect((await kept('AAAA1111BBBB'))?.passages.map(({ method }) => method)).to.deep.equal(['search']);
    await expectSound();
  });

  it('says since when and where somebody is inside who comes a second time', async () => {
    await enterCode(page, 'AAAA1111BBBB');
    await verdict('already').waitFor();

    expect(await verdict('already').innerText()).to.match(/Vào lúc \d\d:\d\d, tại Cửa \d+/);
    await expectSound();
  });

  it('says in plain words why somebody is not let in', async () => {
    await enterCode(page, 'EEEE1111FFFF');
    await verdict('refused').waitFor();

    expect(await verdict('refused').innerText()).to.contain('Lời mời này đã bị hủy');
    await expectSound();
  });

  it('shows the note of somebody who needs attention', async () => {
    await enterCode(page, 'DDDD1111EEEE');
    await verdict('attention').waitFor();

    expect(await verdict('attention').innerText()).to.contain('Mời vào phòng khách A');
    await expectSound();
  });

  it('offers those who come along and the rest of the delegation, one tap each', async () => {
    await enterCode(page, 'BBBB1111CCCC');
    await page.getByRole('button', { name: 'Cho vào: Trần Văn Bảy' }).waitFor();
    await expectSound();
    await page.getByRole('button', { name: 'Cho vào cả 2' }).click();
    await page.getByRole('button', { name: 'Cho vào: Phan Văn Khải' }).click();

    await until(async () => (await kept('BBBB1111CCCC'))?.companions.length === 2);
    await until(async () => (await kept('CCCC1111DDDD'))?.admission);
    await page.locator('[data-along] section').first().waitFor({ state: 'detached' });
    expect(await page.locator('[data-counts]').innerText()).to.contain('và 2 người đi cùng');
  });

  it('takes an admission back when its button is held, by the keyboard too, not when it is touched', async () => {
    const line = lines().filter({ hasText: 'Phan Văn Khải' });
    await line.locator('[data-hold]').click();
    await page.waitForTimeout(700);
    expect(await line.innerText()).to.contain('Mời vào');

    await line.locator('[data-hold]').focus();
    await page.keyboard.down('Enter');
    await line.getByText('Đã hoàn tác').waitFor();
    await page.keyboard.up('Enter');

    await until(async () => (await kept('CCCC1111DDDD'))?.admission === null);
  });

  it('lets a supervisor admit anyway with a reason, and says when the reason is missing', async () => {
    // The same code was read a moment ago: for three seconds it is the same attempt.
    await page.waitForTimeout(3_100);
    await enterCode(page, 'AAAA1111BBBB');
    await verdict('already').waitFor();
    await page.getByRole('button', { name: 'Xử lý…' }).click();
    await page.locator('[data-override-form] button.button-primary').click();
    await page.getByText('Hãy chọn hoặc viết lý do.').waitFor();
    await expectSound();
    await page.getByRole('button', { name: 'Khách ra rồi quay lại' }).click();
    await page.locator('[data-override-form] button.button-primary').click();

    await verdict('welcome').waitFor();
    // A server that was slow for two seconds hears of it a moment later.
    await until(async () => (await reasonsOf('AAAA1111BBBB')).length > 0);
    expect(await reasonsOf('AAAA1111BBBB')).to.deep.equal(['Khách ra rồi quay lại']);
  });

  it('lets somebody in who comes instead of the guest', async () => {
    await page.locator('#device-q').fill('khai');
    await page.getByRole('button', { name: 'Việc khác với Phan Văn Khải' }).click();
    await page.getByLabel('Họ tên người đến thay').fill('Đỗ Thay Mặt');
    await page.locator('[data-substitute-form] button').click();

    await verdict('welcome').getByText('Đỗ Thay Mặt').waitFor();
    expect(await verdict('welcome').innerText()).to.contain('Dự thay Phan Văn Khải');
  });

  it('writes down somebody who is not on the list, and loses nothing typed when something is wrong', async () => {
    await page.getByRole('button', { name: 'Thêm khách' }).click();
    await page.locator('#walk-in-unit').fill('Báo Nhân Dân');
    await page.locator('#walk-in-phone').fill('không nhớ');
    await page.getByRole('button', { name: 'Ghi tên và cho vào' }).click();
    await page.getByText('Hãy viết họ tên khách.').waitFor();
    await expectSound();
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('walk-in-name');
    expect(await page.locator('#walk-in-unit').inputValue()).to.equal('Báo Nhân Dân');
    await page.locator('#walk-in-phone').fill('0903 123 456');
    await page.locator('#walk-in-name').fill('Bùi Vãng Lai');
    await page.getByRole('button', { name: 'Ghi tên và cho vào' }).click();

    await verdict('welcome').getByText('Bùi Vãng Lai').waitFor();
    const added = await until(() => Guests.findOne({ event: event._id, 'name.vi': 'Bùi Vãng Lai' }).lean());
    await until(async () => (await CheckIns.findOne({ guest: added._id }).lean())?.admission);
    expect(added.answer?.details?.photo).to.equal(null);
  });

  it('asks the server for a telephone number, which no device keeps', async () => {
    await guest('FFFF1111AAAA', 'Chu Văn Số', { contactWords: ['0912345678'] });
    await page.locator('#device-q').fill('0912 345 678');

    await page.getByRole('button', { name: 'Cho vào: Chu Văn Số' }).waitFor();
    await page.getByRole('button', { name: 'Xóa ô tìm' }).click();
  });

  it('hears a hand scanner although the focus is elsewhere', async () => {
    await page.locator('[data-menu]').focus();
    await page.keyboard.type('FFFF1111AAAA\n');

    await verdict('welcome').getByText('Chu Văn Số').waitFor();
    expect(await page.locator('#device-q').inputValue()).to.equal('');
  });

  it('lists those who are still missing', async () => {
    await guest('GGGG1111AAAA', 'Tô Vắng Mặt', { answer: comingWith([]) });
    await until(async () => {
      await page.locator('[data-missing]').click();
      const isListed = (await page.locator('.device-missing-one').allInnerTexts())
        .join(' ')
        .includes('Tô Vắng Mặt');
      if (!isListed) await page.keyboard.press('Escape');
      return isListed;
    });
    await expectSound();
    await page.keyboard.press('Escape');
  });
});

function comingWith(along: { name: string }[]): Guest['answer'] {
  const details = { dietary: '', access: '', transport: '', photo: 'yes' as const, questions: [] };
  return {
    kind: 'attending',
    channel: 'page',
    by: '',
    at: new Date(),
    note: '',
    substitute: null,
    details: { ...details, companions: along.map(({ name }) => ({ name, position: '' })) },
  };
}
