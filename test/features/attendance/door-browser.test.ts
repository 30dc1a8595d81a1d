import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { Memberships } from '../../../models/membership.ts';
import type { User } from '../../../models/user.ts';
import { passTextOf } from '../../../server/features/passes/pass-of.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { listenToComplaints } from '../../support/browser.ts';
import { writeCodeFilm } from '../../support/camera-film.ts';
import { cookiesOf } from '../../support/cookies.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';

const CODE = 'K7Q2MX4P9RTA';
const bearer = { category: 'delegate', side: 'guest', createdAt: new Date() } as const;

describe('the page at a door, on a phone', () => {
  useDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-door-'));
  let app: TestApp;
  let browser: Browser;
  let phone: BrowserContext;
  let page: Page;
  let event: Conference;

  before(async () => {
    app = await startTestApp();
    event = await makeEvent({ state: 'live' });
    const film = join(folder, 'pass.y4m');
    writeCodeFilm(film, await passTextOf(event, { ...bearer, code: CODE }, app.secret('pass')));
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ],
    });
    phone = await browser.newContext({
      viewport: { width: 360, height: 740 },
      reducedMotion: 'reduce',
      locale: 'vi-VN',
    });
    phone.setDefaultTimeout(30_000);
    page = await phone.newPage();
    await standAtDoor(phone, page);
  });
  after(async () => {
    await browser.close();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const verdict = (tone: string) => page.locator(`[data-result] [data-verdict="${tone}"]`);
  const lines = () => page.locator('[data-recent] li');
  const type = async (text: string): Promise<void> => {
    await page.locator('#door-q').fill(text);
    await page.locator('#door-q').press('Enter');
  };

  it('reads a pass by the camera with our own reader, once for as long as it is held there', async () => {
    const guest = await makeGuest({
      event: event._id,
      code: CODE,
      name: { vi: 'Đặng Đình Công' },
      seat: 'A-12',
    });
    const complaints = listenToComplaints(page);

    await page.getByRole('button', { name: 'Quét mã bằng camera' }).click();
    await verdict('welcome').waitFor();
    await page.waitForTimeout(3500);

    expect(await verdict('welcome').innerText())
      .to.contain('Đặng Đình Công')
      .and.contain('A-12');
    expect(await lines().count()).to.equal(1);
    expect((await CheckIns.findOne({ guest: guest._id }).lean())?.passages[0]?.method).to.equal('scan');
    expect(complaints.take()).to.deep.equal([]);
    expect(await axeViolations(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Tắt camera' }).click();
  });

  it('takes the admission back when the button is held, not when it is touched', async () => {
    const button = page.locator('[data-hold]').first();
    await button.click();
    await page.waitForTimeout(700);
    expect(await lines().first().innerText()).to.contain('Mời vào');

    await button.hover();
    await page.mouse.down();
    await lines().first().getByText('Đã hoàn tác').waitFor();
    await page.mouse.up();

    expect(await CheckIns.countDocuments({ event: event._id, admission: { $ne: null } })).to.equal(0);
  });

  it('lets the keyboard hold, too', async () => {
    await type(CODE);
    await verdict('welcome').waitFor();
    await page.locator('[data-hold]').first().focus();
    await page.keyboard.down('Enter');
    await lines().first().getByText('Đã hoàn tác').waitFor();
    await page.keyboard.up('Enter');

    expect(await CheckIns.countDocuments({ event: event._id, admission: { $ne: null } })).to.equal(0);
  });

  it('says that a scan is not recorded while the network is away, and records it once when it is back', async () => {
    const guest = await makeGuest({ event: event._id, code: 'AAAA1111BBBB' });
    await phone.setOffline(true);
    await type('aaaa-1111-bbbb');
    await page.getByText('Mất kết nối – đang gửi lại').first().waitFor();
    expect(await verdict('welcome').count()).to.equal(0);

    await phone.setOffline(false);
    await verdict('welcome').waitFor();

    const kept = await CheckIns.findOne({ guest: guest._id }).lean();
    expect(kept?.passages.length).to.equal(1);
  });

  it('lets a hand scanner type although the focus is elsewhere', async () => {
    const guest = await makeGuest({ event: event._id, code: 'CCCC2222DDDD', note: 'Cần phiên dịch' });
    await page.locator('[data-sound]').focus();

    await page.keyboard.type(`${await passTextOf(event, guest, app.secret('pass'))}\n`);
    await verdict('attention').waitFor();

    const shown = await verdict('attention').innerText();
    expect(shown).to.contain('Mời gặp ban tổ chức').and.not.contain('Cần phiên dịch');
    expect(await page.locator('#door-q').inputValue()).to.equal('');
  });

  it('counts without being asked, also what other doors do', async () => {
    const before = await CheckIns.countDocuments({ event: event._id, admission: { $ne: null } });
    const other = await browser.newContext({ locale: 'vi-VN' });
    const second = await other.newPage();
    await makeGuest({ event: event._id, name: { vi: 'Nguyễn Thị Ngọc Huyền' } });
    await standAtDoor(other, second);
    await second.locator('[data-sound]').waitFor();
    await second.locator('#door-q').fill('ngoc hu');
    await second.getByRole('button', { name: 'Cho Nguyễn Thị Ngọc Huyền vào' }).click();
    await second.locator('[data-verdict="welcome"]').first().waitFor();

    await page.locator('[data-count="present"]', { hasText: String(before + 1) }).waitFor();
  });

  it('says what to do when its person may no longer stand there', async () => {
    const other = await browser.newContext({ locale: 'vi-VN' });
    const second = await other.newPage();
    const staff = await standAtDoor(other, second);
    await second.getByText('Đã kết nối').waitFor();

    await Memberships.deleteOne({ user: staff._id, event: event._id });
    await second.locator('#door-q').fill('AAAA1111BBBB');
    await second.locator('#door-q').press('Enter');

    await second.getByText('không còn quyền đón khách').first().waitFor();
  });

  async function standAtDoor(context: BrowserContext, at: Page): Promise<User> {
    const staff = await makeUser();
    await makeMembership(staff, event, 'door');
    await context.addCookies(cookiesOf(await app.as(staff).cookieHeader(), app.url));
    await at.goto(app.url + paths.door(event));
    return staff;
  }
});
