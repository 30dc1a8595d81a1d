import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { DoorPlans } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { passTextOf } from '../../../server/features/passes/pass-of.ts';
import { paths } from '../../../server/paths.ts';
import { spacedCode } from '../../../server/platform/codes.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { listenToComplaints } from '../../support/browser.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent } from '../../support/factories.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { makeInvited } from '../invitations/invited.ts';

const coming = {
  answer: { kind: 'attending', channel: 'page', by: 'x', at: new Date(), note: '', substitute: null },
} as const;

describe('the page of a pass, on a phone', () => {
  useDatabase();
  let app: TestApp;
  let browser: Browser;
  let phone: BrowserContext;
  let page: Page;
  let event: Conference;

  before(async () => {
    const wasm = await readFile(
      createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
    );
    await prepareZXingModule({
      overrides: { wasmBinary: Uint8Array.from(wasm).buffer },
      fireImmediately: true,
    });
    app = await startTestApp();
    event = await makeEvent({ days: [dayAfter(1)], endsAt: '11:30' });
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
  });
  beforeEach(async () => {
    phone = await browser.newContext({
      viewport: { width: 360, height: 740 },
      reducedMotion: 'reduce',
      locale: 'vi-VN',
      colorScheme: 'dark',
    });
    phone.setDefaultTimeout(20_000);
    page = await phone.newPage();
  });
  afterEach(() => phone.close());
  after(async () => {
    await browser.close();
    await app.close();
  });

  it('shows a code that cameras read, on white even in the dark, also small and also as large as the screen', async () => {
    const { guest, token } = await guestWhoComes();
    const complaints = listenToComplaints(page);
    await open(token);
    const signed = await passTextOf(event, guest, app.secret('pass'));

    const picture = page.locator('.pass-open img');
    expect((await picture.boundingBox())?.width).to.be.at.least(328);
    expect(await decoded(picture)).to.equal(signed);
    await picture.evaluate((image: HTMLElement) => (image.style.width = '240px'));
    expect(await decoded(picture)).to.equal(signed);

    await page.locator('.pass-open').click();
    expect(await decoded(page.locator('.pass-whole img'))).to.equal(signed);
    await page.getByRole('button', { name: 'Đóng' }).click();
    expect(await page.locator('.pass-typed').first().innerText()).to.equal(spacedCode(guest.code));
    expect(complaints.take()).to.deep.equal([]);
    expect(await axeViolations(page)).to.deep.equal([]);
  });

  it('names the gate that is meant for the guest, and nobody else’s', async () => {
    const own = await makeEvent({ days: [dayAfter(1)] });
    const gates = [
      { id: 'vip', name: 'Cửa VIP', categories: ['delegate'] },
      { id: 'staff', name: 'Cửa sau', categories: ['staff'] },
      { id: 'all', name: 'Cửa chính', categories: [] },
    ];
    await DoorPlans.create({ _id: own._id, gates });
    const { token } = await makeInvited({ event: own._id, ...coming });
    await open(token);
    expect(await page.locator('.pass-facts').innerText())
      .to.contain('Cửa VIP')
      .and.not.contain('Cửa sau')
      .and.not.contain('Cửa chính');
  });

  it('is a sheet of A6, too', async () => {
    const { guest, token } = await guestWhoComes();
    const client = app.as(null);
    await client.get(paths.answerLink(token));
    const response = await fetch(app.url + paths.passFile, {
      headers: { cookie: await client.cookieHeader() },
    });
    const [sheet, ...more] = pdfPages(new Uint8Array(await response.arrayBuffer()));
    // The signs of a code stand apart, which the reading of a PDF may take for the space between two words.
    expect(sheet?.replaceAll(' ', '')).to.contain(spacedCode(guest.code));
    expect(sheet).to.contain(event.title.vi);
    expect(more).to.deep.equal([]);
  });

  it('is not there for who does not come, or whose pass was revoked', async () => {
    const { token } = await makeInvited({ event: event._id });
    const revoked = { issuedAt: null, revokedAt: new Date(), former: [] };
    const other = await makeInvited({ event: event._id, ...coming, pass: revoked });
    for (const each of [token, other.token]) {
      const client = app.as(null);
      await client.get(paths.answerLink(each));
      for (const path of [paths.passPage, paths.passImage, paths.passFile])
        expect((await client.get(path)).location).to.equal(paths.answer);
    }
  });

  it('is thrown away when the link of somebody else is opened, or the pass was replaced', async () => {
    const first = await guestWhoComes();
    await openAndKeep(first.token);
    expect(await isKept()).to.equal(true);

    const second = await makeInvited({ event: event._id });
    await page.goto(app.url + paths.answerLink(second.token));
    expect(await isKept()).to.equal(false);

    await openAndKeep(first.token);
    await Guests.updateOne({ _id: first.guest._id }, { code: 'NEWC0DE00002' });
    await page.goto(app.url + paths.answerDone);
    expect(await isKept()).to.equal(false);
  });

  it('keeps nothing but itself and what it is drawn with', async () => {
    const { token } = await guestWhoComes();
    await openAndKeep(token);
    await page.goto(app.url + paths.answerDone);
    const kept = await page.evaluate(async () => {
      const cache = await caches.open('guest-pass');
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept.filter((path) => !path.startsWith('/build/'))).to.deep.equal([paths.passPage]);
    expect(kept.length).to.be.greaterThan(3);
  });

  // The last one: it takes the server away.
  it('opens once more when the server cannot be reached', async () => {
    const { guest, token } = await guestWhoComes();
    await openAndKeep(token);
    await app.close();

    await page.goto(app.url + paths.passPage);

    expect(await page.locator('.pass-typed').first().innerText()).to.equal(spacedCode(guest.code));
    const font = await page
      .locator('.pass-name')
      .first()
      .evaluate((name) => getComputedStyle(name).textAlign);
    expect(font).to.equal('center');
    const text = await decoded(page.locator('.pass-open img'));
    expect(text).to.equal(await passTextOf(event, guest, app.secret('pass')));
  });

  async function guestWhoComes(): Promise<{ guest: Guest; token: string }> {
    return makeInvited({ event: event._id, ...coming, name: { vi: 'Nguyễn Thị Ngọc Huyền' } });
  }

  async function open(token: string): Promise<void> {
    await page.goto(app.url + paths.answerLink(token));
    await page.getByRole('link', { name: 'Mở thẻ vào cửa' }).click();
    await page.locator('.pass-open').waitFor();
  }

  async function openAndKeep(token: string): Promise<void> {
    await open(token);
    await page.locator('[data-kept]').waitFor();
  }

  function isKept(): Promise<boolean> {
    return page.evaluate(async () =>
      Boolean(await (await caches.open('guest-pass')).match('/invitation/pass')),
    );
  }
});

async function decoded(picture: ReturnType<Page['locator']>): Promise<string | undefined> {
  const [found] = await readBarcodes(new Uint8Array(await picture.screenshot()), { formats: ['QRCode'] });
  return found?.text;
}

function dayAfter(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
