import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { addDoor } from '../../../server/features/doors/add-door.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { openContext } from '../../support/browser.ts';
import { type Cuttable, cuttable } from '../../support/cuttable.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';

interface Icon {
  src: string;
  sizes: string;
  purpose: string;
}
interface Manifest {
  id: string;
  name: string;
  start_url: string;
  scope: string;
  display: string;
  icons: Icon[];
}

describe('the page of a device, as something to install', () => {
  useDatabase();
  let app: TestApp;
  let way: Cuttable;
  let phone: BrowserContext;
  let page: Page;

  before(async () => {
    app = await startTestApp();
    way = await cuttable(Number(new URL(app.url).port));
    const event = await makeEvent({ state: 'live' });
    await makeGuest({ event: event._id });
    const office = await accessAs('owner', { event });
    const { secret } = await addDoor(office, { name: 'Cửa A', profile: '', until: '2099-12-31' });
    phone = await openContext({ width: 360, height: 740 });
    page = await phone.newPage();
    await page.goto(`http://127.0.0.1:${way.port}${paths.doorLink(secret)}`);
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  });
  after(async () => {
    await phone.close();
    await way.close();
    await app.close();
  });

  it('has nothing that the browser holds against installing it', async () => {
    const session = await phone.newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A window of tests counts as private, where nothing is installed.
    const errors = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito');
    expect(errors).to.deep.equal([]);
    const { errors: unread } = await session.send('Page.getAppManifest');
    expect(unread).to.deep.equal([]);
  });

  it('says how it is called and where it begins, and its icons are as large as they say', async () => {
    const address = await page.locator('link[rel=manifest]').getAttribute('href');
    const manifest = await page.evaluate(
      async (url) => (await (await fetch(url)).json()) as Manifest,
      address ?? '',
    );
    expect(manifest).to.include({
      id: '/door/',
      start_url: '/door/',
      scope: '/door/',
      display: 'standalone',
    });
    expect(manifest.icons.some(({ purpose }) => purpose.includes('maskable'))).to.equal(true);
    const fixed = manifest.icons.filter(({ sizes }) => sizes !== 'any');
    expect(fixed.map(({ sizes }) => sizes)).to.deep.equal(['192x192', '512x512']);
    for (const { src, sizes } of fixed) expect(await page.evaluate(sizeOf, src)).to.equal(sizes);
  });

  it('opens without network with all that it is made of, and asks nobody for a font or a picture', async () => {
    way.sever();
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname));
    await page.reload();
    await page.locator('[data-state-line]').waitFor();
    await page.evaluate(async () => void (await document.fonts.ready));
    expect(failed.filter((path) => path.startsWith('/build/'))).to.deep.equal([]);
    way.join();
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
  });
});

async function sizeOf(address: string): Promise<string> {
  const picture = await createImageBitmap(await (await fetch(address)).blob());
  return `${picture.width}x${picture.height}`;
}
