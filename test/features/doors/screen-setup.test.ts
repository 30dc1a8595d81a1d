import { expect } from 'chai';
import { addDoor } from '../../../server/features/doors/add-door.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { openContext } from '../../support/browser.ts';
import { useDatabase } from '../../support/database.ts';
import { countOf } from '../../support/door-disk.ts';
import { enterCode, openDoorPage } from '../../support/door-page.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

describe('a browser that becomes a device on a bad line', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('is set up although the answers were lost, also when the code is read once more', async () => {
    const event = await makeEvent({ state: 'live' });
    const access = await accessAs('owner', { event });
    const { secret } = await addDoor(access, { name: 'Cửa A', profile: '', until: '2099-12-16' });
    const context = await openContext({ width: 360, height: 740, theme: 'dark' });
    const page = await context.newPage();
    const statuses: number[] = [];
    await page.route('**/door/enrol', async (route) => {
      const answer = await route.fetch();
      statuses.push(answer.status());
      if (statuses.length <= 4) return route.abort();
      return route.fulfill({ response: answer });
    });
    await page.goto(app.url + paths.doorLink(secret));
    await page.getByText('Không mở được').waitFor();
    await page.goto('about:blank');
    await page.goto(app.url + paths.doorLink(secret));
    await page.locator('.device-desk').waitFor();
    expect(statuses).to.deep.equal([200, 200, 200, 200, 200]);
    await context.close();
  });

  it('asks in the browser of an iPhone before the code is used up, and offers the link for the app', async () => {
    const event = await makeEvent({ state: 'live' });
    const access = await accessAs('owner', { event });
    const { secret } = await addDoor(access, { name: 'Cửa B', profile: '', until: '2099-12-16' });
    const context = await openContext({ width: 360, height: 740 });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.addInitScript(anIPhone);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(app.url + paths.doorLink(secret));
    await page.getByRole('heading', { name: 'hãy cài ứng dụng trước' }).waitFor();
    for (const name of ['Русский', 'English']) {
      expect(await axeViolations(page)).to.deep.equal([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
      await page.getByRole('button', { name }).click();
    }
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('The link is copied.').waitFor();
    const link = app.url + paths.doorLink(secret);
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(link);
    expect(asked).not.to.include(paths.enrolDevice);

    await page.goto(app.url + paths.doorApp);
    await page.locator('#setup-link').fill(link);
    await page.getByRole('button', { name: 'Set up', exact: true }).click();
    await page.getByRole('button', { name: 'Use the code in this browser' }).click();
    await page.locator('.device-desk').waitFor();
    expect(asked).to.include(paths.enrolDevice);
    await context.close();
  });

  it('does not judge without the list that all changes rest on', async () => {
    const event = await makeEvent({ state: 'live' });
    await makeGuest({ event: event._id, code: 'AAAA1111BBBB' });
    const { page, context } = await openDoorPage(app, event);
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
    await makeGuest({ event: event._id, code: 'BBBB1111CCCC' });
    await until(async () => (await countOf(page, 'list')) === 2);
    await page.evaluate(spoilList);
    await page.route(/\/door\/(sync|scan|upload)$/, (route) => route.abort());
    await page.routeWebSocket(/socket\.io/, (socket) => void socket.close());
    await page.reload();
    await page.getByText('Không kết nối được máy chủ').waitFor();
    expect(await page.locator('.device-desk').count()).to.equal(0);

    await page.unrouteAll();
    await page.reload();
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
    await enterCode(page, 'AAAA1111BBBB');
    await page.locator('[data-result] [data-verdict="welcome"]').waitFor();
    await context.close();
  });
});

/** As Safari says it, which is not the installed app. */
const anIPhone = `{
  const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';
  Object.defineProperty(navigator, 'userAgent', { get: () => agent });
  Object.defineProperty(navigator, 'standalone', { get: () => false });
}`;

/** The whole list cannot be read any more; a change that came after it can. */
async function spoilList(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('rostrum-door');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const broken = { iv: new Uint8Array(12), data: new ArrayBuffer(40) };
  const spoiling = database.transaction(['list'], 'readwrite');
  const store = spoiling.objectStore('list');
  const keys = await new Promise<IDBValidKey[]>((resolve) => {
    const asking = store.getAllKeys();
    asking.addEventListener('success', () => resolve(asking.result));
  });
  if (keys.length < 2) throw new Error('Nothing but the whole list is kept');
  store.put(broken, 0);
  await new Promise((resolve) => spoiling.addEventListener('complete', resolve));
  database.close();
}
