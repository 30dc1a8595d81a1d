import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { BrowserContext, Page, Route } from 'playwright-core';
import type { Conference } from '../../models/event.ts';
import { PrintJobs } from '../../models/print-job.ts';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import type { Access } from '../../server/features/access/access.ts';
import { LEASE_MS } from '../../server/features/badges/lease.ts';
import { queueBadge } from '../../server/features/badges/queue-badge.ts';
import { paths } from '../../server/paths.ts';
import { setClock } from '../../server/platform/clock.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openContext, whenAlive } from '../support/browser.ts';
import { cookiesOf } from '../support/cookies.ts';
import { useDatabase } from '../support/database.ts';
import { accessAs, makeGuest, makeUser } from '../support/factories.ts';

/** What a printer in this test does with a badge: it takes it, or its dialogue stays open for ever. */
type Printer = 'prints' | 'waits';

describe('a print station', function () {
  this.timeout(120_000);
  useDatabase();

  let site: TestApp;
  before('start the site', async () => {
    await ensureAssets();
    site = await startTestApp();
  });
  after('stop the site', () => site.close());
  afterEach(() => setClock(null));

  it('prints each badge once, those asked for while it is open too, beside another station', async () => {
    const { access, open } = await scene(site);
    await order(access, 4);
    const [first, second] = [await open('prints'), await open('prints')];
    await Promise.all([start(first.page), start(second.page)]);
    await until(access, 'printed', 4);
    await order(access, 2);
    await until(access, 'printed', 6);
    const out = [...first.printed, ...second.printed];
    expect([out.length, new Set(out).size]).to.deep.equal([6, 6]);
  });

  it('shows what it may have printed when it died, and prints it again when somebody says so', async () => {
    const { access, open } = await scene(site);
    await order(access, 1);
    const broken = await open('waits');
    await start(broken.page);
    await until(access, 'printing', 1);
    await broken.context.close();
    setClock(new Date(Date.now() + LEASE_MS + 1000));

    const { page, printed } = await open('prints');
    await start(page);
    await page.getByText('Có thể đã in').waitFor();
    expect(printed).to.deep.equal([]);
    await page.getByRole('button', { name: 'In', exact: true }).click();
    await until(access, 'printed', 1);
    expect(printed).to.have.length(1);
  });

  it('puts the last badge back when the paper has run out, and goes on with it', async () => {
    const { access, open } = await scene(site);
    await order(access, 1);
    const { page, printed } = await open('prints');
    await start(page);
    await until(access, 'printed', 1);
    await page.getByRole('button', { name: 'Hết giấy' }).click();
    await until(access, 'waiting', 1);
    await start(page);
    await until(access, 'printed', 1);
    expect([printed.length, new Set(printed).size]).to.deep.equal([2, 1]);
  });

  it('puts back a badge also when the paper runs out before the server knows that it was printed', async () => {
    const { access, open } = await scene(site);
    await order(access, 1);
    const { page } = await open('prints');
    const telling = new Promise<Route>((resolve) => {
      void page.route(`**${paths.finishPrintJob(access.event)}`, resolve, { times: 1 });
    });
    await start(page);
    const told = await telling;
    await page.getByRole('button', { name: 'Hết giấy' }).click();
    await told.continue();
    await until(access, 'waiting', 1);
  });
});

interface Station {
  page: Page;
  context: BrowserContext;
  /** Addresses of what came out. */
  printed: string[];
}

async function scene(site: TestApp) {
  const user = await makeUser();
  const access = await accessAs('editor', { user });
  const cookie = await site.as(user).cookieHeader();
  const open = async (printer: Printer): Promise<Station> => {
    const context = await openContext();
    await context.addCookies(cookiesOf(cookie, site.url));
    const printed: string[] = [];
    await context.exposeFunction('badgePrinted', (address: string) => printed.push(address));
    await context.addInitScript(pretendToPrint, printer);
    const page = await context.newPage();
    await page.goto(site.url + paths.printStation(access.event));
    await whenAlive(page);
    return { page, context, printed };
  };
  return { access, open };
}

/** Runs in the browser, in every frame. */
function pretendToPrint(printer: Printer): void {
  window.print = () => {
    if (printer === 'waits') return;
    const { badgePrinted } = window as unknown as { badgePrinted: (address: string) => Promise<void> };
    void badgePrinted(location.pathname).then(() => window.dispatchEvent(new CustomEvent('afterprint')));
  };
}

async function order(access: Access, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const guest = await makeGuest({ event: access.event._id });
    await queueBadge(access, { guest, jobId: randomUUID(), reason: 'admission' });
  }
}

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bắt đầu in' }).click();
}

async function until(
  { event }: { event: Conference },
  state: 'waiting' | 'printing' | 'printed',
  count: number,
): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if ((await PrintJobs.countDocuments({ event: event._id, state })) === count) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`There never were ${count} badges that are ${state}`);
}
