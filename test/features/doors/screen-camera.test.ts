import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CheckIns } from '../../../models/check-in.ts';
import { addDoor } from '../../../server/features/doors/add-door.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { listenToComplaints } from '../../support/browser.ts';
import { writeCodeFilm } from '../../support/camera-film.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

describe('the camera of a device', () => {
  useDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-device-'));
  const film = join(folder, 'code.y4m');
  let app: TestApp;
  let browser: Browser;

  before(async () => {
    app = await startTestApp();
  });
  after(async () => {
    await browser.close();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function openPhone(): Promise<Page> {
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
    const viewport = { width: 360, height: 740 };
    const phone = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'vi-VN' });
    return phone.newPage();
  }

  it('reads the code that sets the device up, and then the passes of guests, each once', async () => {
    const event = await makeEvent({ state: 'live' });
    const access = await accessAs('owner', { event });
    const { secret } = await addDoor(access, { name: 'Cửa chính', profile: '', until: '2099-12-16' });
    const guest = await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' } });
    writeCodeFilm(film, `${app.url}${paths.doorLink(secret)}`);
    const page = await openPhone();
    const complaints = listenToComplaints(page);
    await page.goto(app.url + paths.doorApp);
    await page.getByRole('button', { name: 'Quét mã cài đặt' }).click();
    await page.locator('.device-desk').waitFor();

    await page.getByRole('button', { name: 'Quét mã bằng camera' }).click();
    await page.locator('[data-verdict="refused"]').waitFor();
    expect(await axeViolations(page)).to.deep.equal([]);
    await page.locator('#device-q').fill(guest.code);
    await page.locator('#device-q').press('Enter');
    await page.locator('[data-verdict="welcome"]').waitFor();
    await page.waitForTimeout(3_500);

    expect(await page.locator('[data-recent] li').count()).to.equal(2);
    await until(async () => (await CheckIns.findOne({ guest: guest._id }).lean())?.admission);
    expect(complaints.take()).to.deep.equal([]);
  });
});
