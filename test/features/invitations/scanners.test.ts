import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { Guests } from '../../../models/guest.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { openContext } from '../../support/browser.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent } from '../../support/factories.ts';
import { links } from '../../support/html.ts';
import { makeInvited } from './invited.ts';

/** How many invitations each kind of scanner is let loose on; `SCANNED=200` is the whole proof. */
const invitations = Number(process.env['SCANNED'] ?? 3);

type Scanner = (token: string) => Promise<unknown>;

/** The programs that look at a mail before its reader does. */
describe('programs that open the links of a mail', function () {
  this.timeout(120_000 + invitations * 20_000);
  useDatabase();
  let app: TestApp;
  let context: BrowserContext;
  before(async () => {
    app = await startTestApp();
    context = await openContext({ width: 800, height: 600 });
  });
  after(async () => {
    await context.close();
    await app.close();
  });

  /** As they stand in the mail. */
  const inMail = (token: string): string[] =>
    ['', '?a=attending', '?a=declined'].map((choice) => paths.answerLink(token) + choice);

  async function answersAfter(scan: Scanner): Promise<unknown[]> {
    const event = await makeEvent({ days: ['2099-12-15'] });
    for (let count = 0; count < invitations; count += 1) {
      await scan((await makeInvited({ event: event._id })).token);
    }
    const answered = await Guests.find({ event: event._id, standing: { $ne: 'no-answer' } }).lean();
    return answered.map(({ answer }) => answer);
  }

  async function onPage(token: string, look: (page: Page) => Promise<void>): Promise<void> {
    await context.clearCookies();
    const page = await context.newPage();
    for (const link of inMail(token)) {
      await page.goto(app.url + link);
      await look(page);
    }
    await page.close();
  }

  it('and only ask for their heads', async () => {
    const scan: Scanner = async (token) => {
      for (const link of inMail(token)) await app.as(null).send('HEAD', link);
    };
    expect(await answersAfter(scan)).to.deep.equal([]);
  });

  it('and everything behind them', async () => {
    const scan: Scanner = async (token) => {
      const client = app.as(null);
      const seen = new Set<string>();
      const open = async (path: string, depth: number): Promise<void> => {
        if (seen.has(path) || depth > 3) return;
        seen.add(path);
        const { location, text } = await client.get(path);
        const next = [location, ...links(text)].filter((each) => /^\/(i|invitation)\b/.test(each));
        for (const each of next) await open(each, depth + 1);
      };
      for (const link of inMail(token)) await open(link, 0);
    };
    expect(await answersAfter(scan)).to.deep.equal([]);
  });

  it('in a browser with script', async () => {
    const scan: Scanner = (token) => onPage(token, (page) => page.waitForLoadState('networkidle'));
    expect(await answersAfter(scan)).to.deep.equal([]);
  });

  it('and click on everything there is, however often the page changes', async () => {
    const scan: Scanner = (token) => onPage(token, clickEverything);
    expect(await answersAfter(scan)).to.deep.equal([]);
    // They did answer; it waits for the guest to say so.
    expect(await Guests.exists({ 'answer.provisional': true })).to.not.equal(null);
  });

  it('ahead of their reader, and then press the button', async () => {
    const scan: Scanner = async (token) => {
      const client = app.as(null);
      const ahead = { 'sec-purpose': 'prefetch' };
      for (const link of inMail(token)) await client.get(link, ahead);
      const form = await client.get(`${paths.answer}?a=attending`, ahead);
      const nonce = /name="nonce" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
      await client.postForm(paths.answerConfirm, { kind: 'attending', nonce });
    };
    expect(await answersAfter(scan)).to.deep.equal([]);
  });

  it('and send again what they have seen a reader send', async () => {
    const scan: Scanner = async (token) => {
      const reader = app.as(null);
      await reader.get(paths.answerLink(token));
      const form = await reader.get(`${paths.answer}?a=attending`);
      const nonce = /name="nonce" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
      const csrf = /name="csrf"[^>]*?value="([^"]+)"/.exec(form.text)?.[1] ?? '';
      const body = new URLSearchParams({ kind: 'attending', nonce, csrf }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      await app.as(null).send('POST', paths.answerConfirm, { body, headers });
    };
    expect(await answersAfter(scan)).to.deep.equal([]);
  });
});

/** Every link and every button of the page, hidden ones too, and of what they lead to, a few steps deep. */
async function clickEverything(page: Page): Promise<void> {
  for (let step = 0; step < 4; step += 1) {
    const before = page.url();
    await page.evaluate(() => {
      for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href^="/invitation"]'))
        void fetch(link.href);
    });
    await page.waitForTimeout(200);
    const button = page.locator('main form button').first();
    const choice = page.locator('main [data-kind]').nth(step % 3);
    if (await button.count()) await button.click();
    else if (await choice.count()) await choice.click();
    else return;
    await page.waitForTimeout(300);
    if (page.url() === before && step > 2) return;
  }
}
