import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { openContext } from '../../support/browser.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent } from '../../support/factories.ts';
import { links } from '../../support/html.ts';
import { until } from '../../support/until.ts';
import { from, makeInvited, opened } from './invited.ts';

/** How many invitations each kind of scanner is let loose on; `SCANNED=200` is the whole proof. */
const invitations = Number(process.env['SCANNED'] ?? 3);
/** A browser mostly waits for the network to fall silent. */
const atOnce = 8;

type Scanner = (token: string) => Promise<unknown>;

/** The programs that look at a mail before its reader does. */
describe(`programs that open the links of a mail, each kind in ${invitations} of them`, function () {
  this.timeout(300_000 + invitations * 60_000);
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());

  /** As they stand in the mail. */
  const inMail = (token: string): string[] =>
    ['', '?a=attending', '?a=declined'].map((choice) => paths.answerLink(token) + choice);

  async function answersAfter(scan: Scanner): Promise<unknown[]> {
    const event = await makeEvent({ days: ['2099-12-15'] });
    let begun = 0;
    const scanOn = async () => {
      while (begun < invitations) {
        begun += 1;
        await scan((await makeInvited({ event: event._id })).token);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, scanOn));
    expect(await Guests.countDocuments({ event: event._id })).to.equal(invitations);
    const answered = await Guests.find({ event: event._id, standing: { $ne: 'no-answer' } }).lean();
    return answered.map(({ answer }) => answer);
  }

  async function onPage(token: string, look: (page: Page) => Promise<void>): Promise<void> {
    const context = await openContext({ width: 800, height: 600 });
    const page = await context.newPage();
    for (const link of inMail(token)) {
      await page.goto(app.url + link);
      await look(page);
    }
    await context.close();
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

  /** Opens this link of a mail that has just arrived, and presses the button it leads to. */
  async function answerBy(client: TestClient, link: string): Promise<void> {
    const { location } = await client.get(link);
    const { text } = await client.get(location);
    const nonce = /name="nonce" value="([^"]+)"/.exec(text)?.[1];
    const kind = /a=(\w+)/.exec(location)?.[1];
    if (nonce && kind) await client.postForm(paths.answerConfirm, { kind, nonce });
  }

  it('the moment it arrives, and press the button of one link, or of every link they see', async () => {
    for (const seen of [inMail('').slice(1, 2), inMail('')]) {
      const scan: Scanner = async (token) => {
        await mailArrives(token);
        const client = app.as(null);
        for (const link of seen) await answerBy(client, link.replace('/i/', `/i/${token}`));
      };
      expect(await answersAfter(scan)).to.deep.equal([]);
    }
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

/** The mail server has taken the guest's invitation just now, however long ago it was ordered. */
async function mailArrives(token: string): Promise<void> {
  const { guest } = await opened(token);
  const id = `${String(guest._id)}:invitation:1`;
  const to = { name: '', address: 'khach@example.org' };
  const order = { id, kind: 'letters.invitation', locale: 'vi' as const, event: guest.event, to, from };
  await enqueueMail({ ...order, guest: guest._id });
  await OutboxMails.updateOne({ _id: id }, { state: 'sent', via: 'smtp', due: null, sentAt: new Date() });
}

/**
 * Every button and every choice of the page, one after the other and hidden ones too, and of the pages they lead to, a
 * few steps deep; every other link is fetched.
 */
async function clickEverything(page: Page): Promise<void> {
  const entrance = page.url();
  for (let first = 0; first < 2; first += 1) {
    for (let step = 0; step < 3; step += 1) {
      const place = step === 0 ? first : step - 1;
      // A click that leads away ends the page it was made on, and what was asked of it.
      const isClicked = await page.evaluate(clickOne, { place }).catch(() => true);
      if (!isClicked) break;
      await page.waitForLoadState('networkidle').catch(() => undefined);
    }
    // A click of just now may still lead somewhere else, and whoever insists at once interrupts only themselves.
    await until(async () => {
      const isThere = await page.goto(entrance).then(
        () => true,
        () => false,
      );
      if (!isThere) await page.waitForLoadState('networkidle').catch(() => undefined);
      return isThere;
    });
  }
}

/** In the page: fetches its links and clicks on what stands at this place, from the front again behind the last. */
function clickOne({ place }: { place: number }): boolean {
  const main = document.querySelector('main');
  for (const link of main?.querySelectorAll<HTMLAnchorElement>('a[href^="/invitation"]') ?? [])
    void fetch(link.href).catch(() => null);
  const all = [
    ...(main?.querySelectorAll<HTMLElement>('form button') ?? []),
    ...(main?.querySelectorAll<HTMLElement>('[data-kind]') ?? []),
  ];
  const one = all[place % Math.max(1, all.length)];
  one?.click();
  return one !== undefined;
}
