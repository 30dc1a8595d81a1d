import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import { paths } from '../../server/paths.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openContext } from '../support/browser.ts';
import { cookiesOf } from '../support/cookies.ts';
import { useDatabase } from '../support/database.ts';
import { makeEvent, makeMembership, makeUser } from '../support/factories.ts';

const deadline = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

/** From a quota to a name on the guest list: the organiser at a desk, the unit's secretary on a telephone. */
describe('a unit that names its guests', function () {
  this.timeout(120_000);
  useDatabase();
  let app: TestApp;
  before(async () => {
    await ensureAssets();
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('gets a quota, names people on a phone by its link, and they come onto the list when accepted', async () => {
    const [event, user] = [await makeEvent(), await makeUser()];
    await makeMembership(user, event, 'owner');
    const office = await openContext();
    await office.addCookies(cookiesOf(await app.as(user).cookieHeader(), app.url));
    const desk = await office.newPage();

    await desk.goto(app.url + paths.nominations(event));
    await desk.getByRole('link', { name: 'Giao chỉ tiêu' }).first().click();
    await desk.getByLabel('Mỗi dòng một đơn vị').fill('Viện Dầu khí; 2; Phạm Thị Hoa');
    await desk.locator('[name=quota]').fill('2');
    await desk.locator('[name=deadline]').fill(deadline);
    await desk.getByRole('button', { name: 'Giao chỉ tiêu' }).click();
    await desk.getByRole('link', { name: 'Viện Dầu khí' }).click();
    const link = await desk.getByRole('textbox', { name: 'Đường dẫn của đơn vị' }).inputValue();

    const phone = await (await openContext({ width: 360, height: 740 })).newPage();
    await phone.goto(link);
    expect(phone.url()).to.equal(app.url + paths.naming);
    expect(await phone.locator('.naming-state').innerText()).to.include('Đã cử 0/2 người');
    await nameOn(phone, 'Trần Thị Mai', 'Giám đốc');
    await nameOn(phone, 'Lê Văn Bình', 'Trưởng phòng');
    expect(await phone.locator('.naming-state').innerText()).to.include('Đã cử 2/2 người');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).to.equal(360);
    await phone.getByRole('link', { name: 'Gửi danh sách' }).click();
    await phone.getByRole('button', { name: 'Gửi danh sách' }).click();
    await phone.locator('.naming-line[data-tone=present]').waitFor();

    // The organiser's page, open all the time, has heard of it.
    await desk.getByRole('button', { name: 'Duyệt 2 người' }).click();
    await desk.getByText('Đã duyệt 2 người vào danh sách khách mời.').waitFor();
    await desk.getByRole('navigation').getByRole('link', { name: 'Khách mời' }).first().click();
    for (const name of ['Trần Thị Mai', 'Lê Văn Bình'])
      await desk.getByRole('row').filter({ hasText: name }).waitFor();
    await phone.reload();
    expect(await phone.locator('.naming-person').first().innerText()).to.include('Đã duyệt');
  });

  async function nameOn(page: Page, name: string, position: string): Promise<void> {
    await page.getByLabel('Họ và tên').fill(name);
    await page.getByLabel('Chức vụ').fill(position);
    await page.getByRole('button', { name: 'Thêm vào danh sách' }).click();
    await page.locator('.naming-person').filter({ hasText: name }).waitFor();
  }
});
