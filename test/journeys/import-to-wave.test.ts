import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { Guests } from '../../models/guest.ts';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import { paths } from '../../server/paths.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openContext } from '../support/browser.ts';
import { cookiesOf } from '../support/cookies.ts';
import { useDatabase } from '../support/database.ts';
import { makeEvent, makeMembership, makeUser } from '../support/factories.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { until } from '../support/until.ts';

/** Twenty-two people, one address with a comma in it, one person without any. */
const list = [
  'STT,Họ và tên,Chức vụ,Đơn vị,Email',
  ...Array.from(
    { length: 20 },
    (_, n) => `${n + 1},Ông Lê Văn Bình ${n},Kỹ sư,Xí nghiệp 1,k${n}@example.org`,
  ),
  '21,Trần Thị Mai – TGĐ,,Viện Dầu khí,"mai@example,org"',
  '22,Phạm Văn Nam,Giám đốc,Viện Dầu khí,',
].join('\n');

/** The main job of an office in spring: a list from somebody else, and the same day every guest has a letter. */
describe('from a spreadsheet to letters that have gone out', function () {
  this.timeout(240_000);
  useDatabase();
  let smtp: TestSmtp;
  let app: TestApp;

  before(async () => {
    await ensureAssets();
    smtp = await startSmtp();
    app = await startTestApp({ SMTP_URL: smtp.url, MAIL_PACE: '0' });
  });
  after(async () => {
    await app.close();
    await smtp.close();
  });

  it('is one way: file, columns, check, list, letter, exceptions, number, figures', async () => {
    const [event, user] = [await makeEvent({ days: ['2099-12-15'] }), await makeUser()];
    await makeMembership(user, event, 'owner');
    const context = await openContext();
    await context.addCookies(cookiesOf(await app.as(user).cookieHeader(), app.url));
    const page = await context.newPage();
    await page.goto(app.url + paths.guests(event));

    await readList(page);
    await mendAddress(page);
    await writeList(page, 22);
    expect(await Guests.countDocuments({ event: event._id })).to.equal(22);

    await page.getByRole('navigation').getByRole('link', { name: 'Thư mời và trả lời' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Gửi thư' }).first().click();
    await page.getByRole('heading', { name: '21 người sẽ nhận thư' }).waitFor();
    await page.getByRole('link', { name: '1 người chưa có thư điện tử' }).waitFor();
    await page.locator('[data-confirm]').fill('21');
    await page.getByRole('button', { name: 'Gửi 21 thư' }).click();
    // Nobody reloads: the page follows what happens.
    await page.locator('.wave-state', { hasText: 'Đã gửi xong' }).waitFor({ timeout: 90_000 });
    await page.locator('.stat', { hasText: 'Đã gửi đi' }).getByText('21').waitFor();

    const addresses = smtp.received.flatMap(({ to }) => to);
    expect(new Set(addresses).size).to.equal(21);
    expect(addresses).to.include('mai@example.org');
    const invited = { event: event._id, standing: 'no-answer' } as const;
    await until(async () => (await Guests.countDocuments(invited)) === 21);
    expect(app.takeErrors()).to.deep.equal([]);
    await context.close();
  });

  async function readList(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Nhập danh sách' }).first().click();
    const file = { name: 'Khách mời.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
    await page.setInputFiles('[name=file]', file);
    await page.getByRole('button', { name: 'Đọc danh sách' }).click();
    await page.getByRole('button', { name: 'Kiểm tra các dòng' }).click();
    await page.locator('.import-table').waitFor();
  }

  /** What is wrong is mended in its cell, and the row is checked again. */
  async function mendAddress(page: Page): Promise<void> {
    const row = page.locator('.import-row', { hasText: 'Chờ sửa' });
    const id = (await row.getAttribute('id')) ?? '';
    const cell = row.locator('[name="cells[email]"]');
    await cell.fill('mai@example.org');
    await cell.press('Tab');
    await page.locator(`#${id}`).getByText('Thêm mới').waitFor();
  }

  async function writeList(page: Page, count: number): Promise<void> {
    await page.getByRole('link', { name: 'Xem tổng hợp' }).click();
    await page.getByRole('button', { name: `Ghi ${count} người vào danh sách` }).click();
    await page.locator('#undo').waitFor();
  }
});
