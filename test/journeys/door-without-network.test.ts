import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type CheckIn, CheckIns } from '../../models/check-in.ts';
import { Doors } from '../../models/door.ts';
import type { Conference } from '../../models/event.ts';
import type { Guest } from '../../models/guest.ts';
import type { Access } from '../../server/features/access/access.ts';
import { addDoor } from '../../server/features/doors/add-door.ts';
import { revokeDoor } from '../../server/features/doors/revoke-door.ts';
import { passTextOf } from '../../server/features/passes/pass-of.ts';
import { paths } from '../../server/paths.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openContext } from '../support/browser.ts';
import { writeQueueFilm } from '../support/camera-film.ts';
import { cookiesOf } from '../support/cookies.ts';
import { type Cuttable, cuttable } from '../support/cuttable.ts';
import { useDatabase } from '../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../support/factories.ts';
import { killBrowser } from '../support/kill-browser.ts';
import { until } from '../support/until.ts';

const BY_CAMERA = 3;
const BY_HAND = 50;

describe('a tablet at a door, from its code to its end', function () {
  this.timeout(240_000);
  useDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-tablet-'));
  let app: TestApp;
  let way: Cuttable;
  let event: Conference;
  let office: Access;
  let guests: Guest[];
  let tablet: BrowserContext;
  let page: Page;

  before(async () => {
    app = await startTestApp();
    way = await cuttable(Number(new URL(app.url).port));
    event = await makeEvent({ state: 'live' });
    office = await accessAs('owner', { event });
    guests = [];
    for (let made = 0; made < BY_CAMERA + BY_HAND; made += 1)
      guests.push(await makeGuest({ event: event._id }));
    const texts = guests.slice(0, BY_CAMERA).map((guest) => passTextOf(event, guest, app.secret('pass')));
    writeQueueFilm(join(folder, 'queue.y4m'), await Promise.all(texts), 15);
    await openTablet();
  });
  after(async () => {
    await tablet.close();
    await way.close();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The same browser each time: what it has kept on the disk is there again. */
  async function openTablet(): Promise<void> {
    tablet = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      viewport: { width: 768, height: 1024 },
      locale: 'vi-VN',
      reducedMotion: 'reduce',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${join(folder, 'queue.y4m')}`,
      ],
    });
    tablet.setDefaultTimeout(30_000);
    page = tablet.pages()[0] ?? (await tablet.newPage());
  }

  async function killTablet(): Promise<void> {
    const gone = new Promise((resolve) => tablet.once('close', resolve));
    killBrowser(join(folder, 'profile'));
    await gone;
  }

  const site = (path: string): string => `http://127.0.0.1:${way.port}${path}`;
  const state = (tone: string) => page.locator(`[data-state-line][data-tone="${tone}"]`);
  const green = (guest: Guest | undefined) =>
    page.locator('[data-result] [data-verdict="welcome"]', { hasText: guest?.name.vi ?? '' });

  async function admitByCode(guest: Guest): Promise<void> {
    await page.locator('#device-q').fill(guest.code);
    await page.locator('#device-q').press('Enter');
    await green(guest).waitFor();
  }

  async function recorded(): Promise<string[]> {
    const kept = await CheckIns.find({ event: event._id }).lean<CheckIn[]>();
    return kept.flatMap(({ guest, passages }) => passages.map(() => String(guest))).toSorted();
  }

  const ids = (of: readonly Guest[]): string[] => of.map(({ _id }) => String(_id)).toSorted();

  it('is set up by its code, reads passes by the camera, and the console counts them', async () => {
    const { secret } = await addDoor(office, { name: 'Cửa chính', profile: '', until: '2099-12-31' });
    await page.goto(site(paths.doorLink(secret)));
    await state('good').waitFor();
    expect(page.url()).to.equal(site('/door/'));

    const user = await makeUser();
    await makeMembership(user, event, 'owner');
    const desk = await openContext();
    await desk.addCookies(cookiesOf(await app.as(user).cookieHeader(), app.url));
    const console = await desk.newPage();
    await console.goto(app.url + paths.attendance(event));

    await page.locator('[data-start]').click();
    await until(async () => (await recorded()).length === BY_CAMERA);
    expect(await recorded()).to.deep.equal(ids(guests.slice(0, BY_CAMERA)));
    await console.getByText(String(BY_CAMERA), { exact: true }).first().waitFor();
    await desk.close();
    // The film begins again: whoever was welcomed would come a second time, in the place of the next answer.
    await page.locator('[data-stop]').click();
  });

  it('goes on without network, and is honest about what waits', async () => {
    way.sever();
    const [first, ...others] = guests.slice(BY_CAMERA);
    if (!first) throw new Error('nobody');
    await admitByCode(first);
    await state('bad').waitFor();
    for (const guest of others.slice(0, -1)) await admitByCode(guest);
    expect(await page.locator('[data-state-line]').innerText()).to.contain(String(BY_HAND - 1));
    expect(await recorded()).to.have.length(BY_CAMERA);
  });

  it('loses nothing when it is killed right after a green verdict, and opens again without network', async () => {
    const last = guests.at(-1);
    if (!last) throw new Error('nobody');
    await admitByCode(last);
    await killTablet();

    await openTablet();
    await page.goto(site('/door/'));
    await page.locator('[data-state-line]', { hasText: String(BY_HAND) }).waitFor();

    way.join();
    await until(async () => (await recorded()).length >= BY_CAMERA + BY_HAND);
    await state('good').waitFor();
    expect(await recorded()).to.deep.equal(ids(guests));
  });

  it('forgets everything when it was revoked while it was away, as soon as it is back', async () => {
    const door = await Doors.findOne({ event: event._id }).orFail().lean();
    way.sever();
    await revokeDoor(office, String(door._id));
    const stolen = await makeGuest({ event: event._id });
    way.join();
    await page.getByText('không còn').or(page.getByText('thu hồi')).first().waitFor();
    await until(async () => (await Doors.findById(door._id).orFail().lean()).wipedAt !== null);
    const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    const rows = await page.evaluate(countRows, left);
    expect(rows).to.equal(0);
    expect(await CheckIns.countDocuments({ guest: stolen._id })).to.equal(0);
  });
});

/** Everything that is kept in these databases. */
async function countRows(names: readonly (string | undefined)[]): Promise<number> {
  let rows = 0;
  for (const name of names) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name ?? '');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error('closed')));
    });
    for (const store of database.objectStoreNames) {
      const counting = database.transaction(store).objectStore(store).count();
      rows += await new Promise<number>((resolve) =>
        counting.addEventListener('success', () => resolve(counting.result)),
      );
    }
    database.close();
  }
  return rows;
}
