import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { ensureAssets } from '../../../scripts/assets/ensure-assets.ts';
import { paths } from '../../../server/paths.ts';
import { qrPng } from '../../../server/platform/qr.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { openContext, whenAlive } from '../../support/browser.ts';
import { cookiesOf } from '../../support/cookies.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeGuest, makeUser } from '../../support/factories.ts';

describe('the designer of badges', function () {
  this.timeout(60_000);
  useDatabase();
  let site: TestApp;
  before(async () => {
    await ensureAssets();
    site = await startTestApp();
  });
  after(() => site.close());

  it('keeps the badge and the way to save it in sight, wherever in the form one is', async () => {
    for (const width of [360, 768, 1440]) {
      const page = await open(width);
      for (const field of ['size', 'align', 'paper[kind]']) {
        await page.locator(`[name="${field}"]`).first().scrollIntoViewIfNeeded();
        expect(await isInSight(page, '#badge-preview .badge-drawing'), `${width} ${field}`).to.equal(true);
        expect(await isInSight(page, '.badge-actions .button-primary'), `${width} ${field}`).to.equal(true);
      }
      await page.context().close();
    }
  });

  it('asks for measures only where they count', async () => {
    const page = await open(1440);
    const [measure, grid, code] = ['[name=width]', '[name="paper[columns]"]', '[name=qrSize]'];
    const shown = () =>
      Promise.all([measure, grid, code].map((field) => page.locator(field).first().isVisible()));
    expect(await shown()).to.deep.equal([false, false, true]);
    await page.locator('[name=size]').selectOption('own');
    await page.locator('[name="paper[kind]"]').selectOption('own');
    await page.locator('[name=qr][value=none]').check();
    expect(await shown()).to.deep.equal([true, true, false]);
    await page.context().close();
  });

  it('speaks of files in the language of the page, whatever the browser speaks', async () => {
    const page = await open(768);
    const field = page.locator('.badge-logo .file-field');
    expect(await field.innerText()).to.match(/Chọn tệp\s+Chưa chọn tệp nào/);
    const file = { name: 'quoc-huy.png', mimeType: 'image/png', buffer: qrPng('logo', 2) };
    await page.setInputFiles('#badge-logo-file', file);
    expect(await field.innerText()).to.contain('quoc-huy.png');
    await page.context().close();
  });

  async function open(width: number): Promise<Page> {
    const user = await makeUser();
    const { event } = await accessAs('editor', { user });
    await makeGuest({ event: event._id });
    const context = await openContext({ width, height: width === 360 ? 740 : 900, locale: 'en' });
    await context.addCookies(cookiesOf(await site.as(user).cookieHeader(), site.url));
    const page = await context.newPage();
    await page.goto(site.url + paths.badges(event));
    await whenAlive(page);
    return page;
  }
});

async function isInSight(page: Page, selector: string): Promise<boolean> {
  const [box, size] = [await page.locator(selector).first().boundingBox(), page.viewportSize()];
  return box !== null && size !== null && box.y >= 0 && box.y + box.height <= size.height;
}
