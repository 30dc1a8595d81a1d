import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import type { Conference } from '../../models/event.ts';
import { Contacts } from '../../models/contact.ts';
import { Guests } from '../../models/guest.ts';
import { ImportRows } from '../../models/import-row.ts';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import { paths } from '../../server/paths.ts';
import { readTable } from '../../server/platform/sheets/read-table.ts';
import { dump } from '../features/imports/importing.ts';
import { listedName, type MessyList, messyList, payloads } from '../features/imports/messy-list.ts';
import { makeInvited } from '../features/invitations/invited.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { listenToComplaints, openContext } from '../support/browser.ts';
import { cookiesOf } from '../support/cookies.ts';
import { useDatabase } from '../support/database.ts';
import { makeContact, makeEvent, makeGuest, makeMembership, makeUser } from '../support/factories.ts';
import { until } from '../support/until.ts';

const known = ['Đỗ Thị Hai Lần', 'Đỗ Thị Đã Mời', 'Đỗ Thị Hai Mối'] as const;
const rowsAboutThem = [
  [null, known[0], 'Trưởng phòng', null, null, 'hailan@example.org', null, null],
  [null, known[0], 'Phó phòng', null, '0987000001', null, null, null],
  [null, known[1], null, null, '0987000002', 'moi@example.org', null, null],
  [null, known[2], 'Chuyên viên', null, null, 'haimoi@example.org', null, null],
  [null, known[2], 'Kỹ sư', null, '0987000003', null, null, null],
];

const collections = ['guests', 'contacts', 'organisations', 'events', 'memberships'] as const;

/** A list as an office really sends it, from the file to the guest list and back, as its owner does it. */
describe('a messy spreadsheet of three thousand rows', function () {
  this.timeout(240_000);
  useDatabase();

  let app: TestApp;
  let event: Conference;
  let page: Page;
  let list: MessyList;
  let link: string;
  let former: Record<string, object[]>;
  let complaints: () => string[];

  before(async () => {
    await ensureAssets();
    app = await startTestApp();
    const user = await makeUser();
    event = await makeEvent();
    await makeMembership(user, event, 'owner');
    const unit = { vi: 'Xí nghiệp 3' };
    await makeGuest({
      event: event._id,
      name: { vi: listedName },
      position: { vi: 'Giám đốc' },
      organisationName: unit,
      email: '',
    });
    await makeContact({ name: { vi: 'Lê Thị Ai Đó' }, email: 'khach1@example.org' });
    await knownPeople();
    list = await messyList(rowsAboutThem);
    const context = await openContext();
    context.setDefaultTimeout(60_000);
    await context.addCookies(cookiesOf(await app.as(user).cookieHeader(), app.url));
    page = await context.newPage();
    complaints = listenToComplaints(page).take;
  });

  after(() => app.close());

  it('is read, and its columns are recognised below a title and a merged header', async () => {
    former = await dump(...collections);
    await page.goto(`${app.url}${paths.guests(event)}?lang=vi`);
    await page.getByRole('link', { name: 'Nhập danh sách' }).click();
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.setInputFiles('[name=file]', { name: 'Danh sách đại biểu.xlsx', mimeType, buffer: list.file });
    await page.getByRole('button', { name: 'Đọc danh sách' }).click();
    await page.waitForURL(/columns/);
    const chosen = await page
      .locator('select[name="columns[]"]')
      .evaluateAll((all) => all.map((each) => (each instanceof HTMLSelectElement ? each.value : '')));
    expect(chosen).to.deep.equal([
      '',
      'name',
      'position',
      'organisation',
      'phone',
      'email',
      'category',
      'note',
    ]);
  });

  it('is checked, with every fault explained and counted', async () => {
    await page.getByRole('button', { name: 'Kiểm tra các dòng' }).click();
    await page.locator('.import-table').waitFor();
    const { kinds } = list;
    expect(await matters()).to.include({
      'địa chỉ thư sai': kinds['bad-address'],
      'địa chỉ thư có thể gõ nhầm': kinds['typo-address'],
      'ô ghi nhiều người': kinds['two-people'],
      'tên viết toàn chữ hoa hoặc toàn chữ thường': kinds.capitals,
      'chưa có họ tên': kinds['no-name'],
      'chữ bị lỗi phông': kinds['old-font'],
      'nhiều số điện thoại trong một ô': kinds['two-phones'],
    });
    expect(await dump(...collections)).to.deep.equal(former);
  });

  it('is mended in place: what is typed into a cell is kept at once, also over a reload', async () => {
    await page.goto(page.url().replace(/\?.*|$/, '?matter=email-wrong'));
    const row = page.locator('.import-row').first();
    const cell = row.locator('[name="cells[email]"]');
    const id = ((await row.getAttribute('id')) ?? '').replace('row-', '');
    await cell.fill('nguoi.dung@example.org');
    await cell.press('Tab');
    await until(async () => (await ImportRows.findById(id).lean())?.plan === 'add');
    await page.locator(`#row-${id}`).getByText('Thêm mới').waitFor();
    await page.reload();
    expect((await ImportRows.findById(id).lean())?.cells.email).to.equal('nguoi.dung@example.org');
  });

  it('is answered for all at once, kind by kind', async () => {
    await answer('địa chỉ thư sai', 'Sửa tất cả');
    await answer('ô ghi nhiều người', 'Tách tất cả');
    await answer('tên viết toàn chữ hoa hoặc toàn chữ thường', 'Sửa tất cả');
    await answer('chữ bị lỗi phông', 'Sửa tất cả');
    await answer('địa chỉ thư có thể gõ nhầm', 'Sửa tất cả');
    await answer('nhiều số điện thoại trong một ô', 'Sửa tất cả');
    await answer('có thể đã có trong danh sách', 'Đều là cùng một người');
    const left = await matters();
    expect(left).to.include({ 'chưa có họ tên': list.kinds['no-name'] });
    expect(left).to.not.have.any.keys('địa chỉ thư sai', 'ô ghi nhiều người', 'chữ bị lỗi phông');
  });

  it('offers what is left out as a file with the reasons, safe from formulas', async () => {
    await page.getByRole('link', { name: 'Xem tổng hợp' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    const bytes = await readFile(await (await download).path());
    const text = bytes.toString();
    expect(text)
      .to.contain('Chưa có họ tên.')
      .and.not.match(/(^|,|\n)"?[=+@-]/m);
    const { sheets } = await readTable(bytes, { encoding: null, delimiter: null });
    expect(sheets[0]?.rows.length).to.be.above(list.kinds['no-name']);
  });

  it('is written after a deliberate word, and what does harm elsewhere is text here', async () => {
    const expected = (await page.locator('form[data-expects]').getAttribute('data-expects')) ?? '';
    await page.fill('[name=confirmation]', expected);
    await page.getByRole('button', { name: /^Ghi .* vào danh sách$/ }).click();
    await page.locator('#undo').waitFor();
    const guests = await Guests.find({ event: event._id }).lean();
    // One of them is written to by two rows.
    expect(guests.length).to.equal(Number(expected) - 1);
    const [twice, invited] = ['hailan@example.org', 'moi@example.org'].map((email) =>
      guests.find((guest) => guest.email === email),
    );
    expect([twice?.position, twice?.phone]).to.deep.equal([{ vi: 'Phó phòng' }, '0987000001']);
    expect(invited?.invitation?.linkHash).to.equal('');
    expect((await openLink()).status).to.equal(404);
    const contact = await Contacts.findOne({ email: 'haimoi@example.org' }).orFail().lean();
    expect(contact.position).to.deep.equal({ vi: 'Kỹ sư' });
    expect(await ImportRows.countDocuments({ contact: contact._id })).to.equal(2);
    for (const payload of payloads) {
      const wanted = payload.replace(/\r\n/, '\n');
      expect(
        guests.map(({ note }) => note),
        payload,
      ).to.include(wanted);
    }
    const phones = guests.map(({ phone }) => phone);
    expect(phones.filter((phone) => phone.includes('/'))).to.deep.equal([]);
    const other = guests.filter(({ note }) => /^0254 3\d{6}$/.test(note));
    expect(other).to.have.length(list.kinds['two-phones']);
    const fused = guests.filter(({ position }) => position.vi === 'Phó Giám đốc');
    expect(fused.some(({ addressForm }) => addressForm === 'ong')).to.equal(true);
    expect(guests.some(({ name }) => /^(Ông|\d+\.)/.test(name.vi ?? ''))).to.equal(false);
    await page.goto(`${app.url}${paths.guests(event)}?q=Sokolov`);
    await page.getByText('Соколов').first().waitFor();
  });

  it('is taken back to exactly what was before', async () => {
    await page.goto(`${app.url}${paths.guestImports(event)}`);
    await page.getByRole('link', { name: 'Danh sách đại biểu.xlsx' }).click();
    await page.getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click();
    await page.getByRole('heading', { name: 'Đã hoàn tác lần nhập này' }).waitFor();
    expect(await dump(...collections)).to.deep.equal(former);
    expect((await openLink()).status).to.equal(303);
    expect(complaints()).to.deep.equal([]);
    expect(app.takeErrors()).to.deep.equal([]);
  });

  /** A guest whom two rows bring up to date, an invited one whose address changes, a contact whom two rows change. */
  async function knownPeople(): Promise<void> {
    const [twice, invited, contact] = known;
    await makeGuest({
      event: event._id,
      name: { vi: twice },
      email: 'hailan@example.org',
      phone: '0987000001',
    });
    await makeContact({ name: { vi: contact }, email: 'haimoi@example.org', phone: '0987000003' });
    const { token } = await makeInvited({
      event: event._id,
      name: { vi: invited },
      email: 'cu@example.org',
      phone: '0987000002',
    });
    link = paths.answerLink(token);
    expect((await openLink()).status).to.equal(303);
  }

  /** The personal link that an invited guest was sent. */
  async function openLink(): Promise<Response> {
    return fetch(app.url + link, { redirect: 'manual' });
  }

  /** What is to be looked at, by its words, with the number of rows. */
  async function matters(): Promise<Record<string, number>> {
    const lines = await page.locator('.import-matter').allInnerTexts();
    return Object.fromEntries(
      lines.map((line) => {
        const [count = '', ...words] = line.trim().split(/\s+/);
        return [words.join(' '), Number(count.replace(/\D/g, ''))];
      }),
    );
  }

  async function answer(matter: string, button: string): Promise<void> {
    const line: Locator = page.locator('.import-many li').filter({ hasText: matter });
    await page.locator('body').evaluate((body) => body.setAttribute('data-before', ''));
    await line.getByRole('button', { name: button }).click();
    // Many rows are gone through beside the page, which comes back to the table by itself.
    await page.locator('body:not([data-before]) .import-table').waitFor();
  }
});
