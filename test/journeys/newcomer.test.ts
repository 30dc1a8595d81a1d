import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import type { MessageKey } from '../../locales/keys.ts';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import { translate } from '../../server/platform/i18n/translate.ts';
import { axeViolations } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';

const project = join(import.meta.dirname, '../..');
const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);

/** What a newcomer does who has read nothing: `npm start`, the printed link, and only what the pages offer. */
describe('a newcomer', function () {
  this.timeout(240_000);
  let folder: string;
  let server: ChildProcess;

  before(async () => {
    await ensureAssets();
    folder = await mkdtemp(join(tmpdir(), 'rostrum-newcomer-'));
  });

  after(async () => {
    const gone = new Promise((resolve) => void server.once('exit', resolve));
    // npm does not pass the signal on to what it started, so the whole group gets it.
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  it('comes from the one-time link to a sent invitation', async () => {
    const link = await start();
    const page = await openPage();
    await page.goto(link);
    expect(await axeViolations(page)).to.deep.equal([]);
    await page.getByLabel('Họ và tên').fill('Nguyễn Thị Mới');
    await page.fill('[name=email]', 'moi@example.org');
    await page.locator('input[type=password]').fill('đèn lồng bên hồ 47');
    await primary(page).click();

    await page
      .getByRole('link', { name: /Tạo hội nghị/ })
      .first()
      .click();
    await page.getByLabel('Hội nghị khách hàng').check();
    await page.fill('[name="title[vi]"]', 'Hội nghị đầu tiên');
    await page.fill('[name="host[name][vi]"]', 'Trung tâm');
    await page.fill('[name=firstDay]', day);
    await primary(page).click();
    await page.waitForURL(/\/events\/(?!new)/);

    await menu(page, 'shell.menu.details');
    await page.fill('[name=startsAt]', '08:00');
    await page.fill('[name="contact[name]"]', 'Phòng Hành chính');
    await page.fill('[name="contact[phone]"]', '0254 3839871');
    await send(page, page.getByRole('button', { name: 'Lưu thay đổi' }));
    await menu(page, 'shell.menu.guests');
    await page
      .getByRole('link', { name: /Thêm khách|Nhập khách/ })
      .first()
      .click();
    await page.fill('[name="name[vi]"]', 'Trần Trung Thành');
    await page.fill('[name=email]', 'thanh@example.org');
    await primary(page).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/new'));

    await menu(page, 'shell.menu.overview');
    await send(page, page.getByRole('button', { name: 'Công bố hội nghị' }));
    await menu(page, 'shell.menu.invitations');
    await page.getByRole('main').locator('a.button-primary').first().click();
    await send(page, page.getByRole('button', { name: /Gửi/ }));
    await menu(page, 'shell.menu.mail');
    await page.getByRole('row').filter({ hasText: 'thanh@example.org' }).getByRole('link').click();
    const letter = page.frameLocator('iframe.mail-frame').locator('body');
    expect(await letter.innerText())
      .to.include('Hội nghị đầu tiên')
      .and.include('Trần Trung Thành');
  });

  /** The link that `npm start` prints when there is no account yet. */
  function start(): Promise<string> {
    const environment = { PATH: process.env['PATH'], PORT: '0', ROSTRUM_DATA: folder, NODE_ENV: 'test' };
    const env = { ...process.env, ...environment };
    server = spawn('npm', ['start', '--silent'], { cwd: project, env, detached: true });
    return new Promise((resolve, reject) => {
      let printed = '';
      const read = (piece: Buffer): void => {
        printed += piece.toString();
        const link = /https?:\/\/\S+\/first-run\/\S+/.exec(printed)?.[0];
        if (link) resolve(link);
      };
      server.stdout?.on('data', read);
      server.stderr?.on('data', read);
      server.once('exit', (code) => reject(new Error(`It ended with ${code}: ${printed}`)));
    });
  }
});

async function menu(page: Page, label: MessageKey): Promise<void> {
  const name = translate('vi', label);
  await page.getByRole('navigation').getByRole('link', { name }).first().click();
}

/** Presses a button that posts, and stays until the answer is there: who leaves earlier takes the form along. */
async function send(page: Page, button: Locator): Promise<void> {
  const answered = page.waitForEvent('domcontentloaded');
  await button.click();
  await answered;
}

function primary(page: Page) {
  return page.getByRole('main').locator('form button.button-primary').first();
}
