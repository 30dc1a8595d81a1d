import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { BadgeHere } from '../../../contract/badge/print.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { PrintJobs } from '../../../models/print-job.ts';
import { claimPrintJobs } from '../../../server/features/badges/claim-print-jobs.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { deviceWith, type DoorDevice } from '../../support/door-device.ts';
import { enterCode, openDoorPage } from '../../support/door-page.ts';
import { accessAs, makeDoor, makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

describe('a device that prints badges by itself', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function deviceOf(event: Conference, profile: string): Promise<DoorDevice> {
    const { door, key } = await makeDoor(event, { profile });
    return deviceWith(app.url, { id: String(door._id), key });
  }

  async function letIn(device: DoorDevice, { _id }: Guest): Promise<string> {
    const wanted = { seq: 1, deviceAt: new Date().toISOString(), method: 'search', guest: String(_id) };
    const id = randomUUID();
    await device.post(paths.deviceScan, { ...wanted, id });
    return id;
  }

  async function atWork() {
    const event = await makeEvent({ state: 'live' });
    const profiles = [
      { id: 'prints', name: 'Cửa', badge: 'here', rank: 'steward' },
      { id: 'older', name: 'Cửa', badge: 'here', rank: 'supervisor' },
      { id: 'other', name: 'Cửa', badge: 'station', rank: 'supervisor' },
    ];
    await DoorPlans.updateOne({ _id: event._id }, { $set: { profiles } }, { upsert: true });
    const device = await deviceOf(event, 'prints');
    const guest = await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' } });
    await letIn(device, guest);
    const order = { guest: String(guest._id), jobId: randomUUID(), reason: 'admission' };
    const ask = async (asked: object) => {
      const { status, body } = await device.post(paths.devicePrintHere, asked);
      expect(status).to.equal(200);
      return (body as BadgeHere).task;
    };
    return { event, device, order, ask };
  }

  it('gets the badge with the job, which no station is handed, and the same when it asks again', async () => {
    const { event, order, ask } = await atWork();
    const task = await ask(order);
    expect(task?.page).to.contain('badge-page').and.to.contain('Công');
    expect((await ask(order))?.token).to.equal(task?.token);
    expect(await claimPrintJobs(await accessAs('owner', { event }), 'Bàn 1')).to.deep.equal([]);
    expect(await PrintJobs.countDocuments({ event: event._id })).to.equal(1);
  });

  it('gets nothing to print for whoever has a badge, and a second copy when it asks for one', async () => {
    const { event, device, order, ask } = await atWork();
    const task = await ask(order);
    const done = { job: task?.job, token: task?.token, outcome: 'printed' };
    expect((await device.post(paths.devicePrintFinish, done)).body).to.deep.equal({ state: 'printed' });
    expect(await ask({ ...order, jobId: randomUUID() })).to.equal(null);
    const copy = await ask({ ...order, jobId: randomUUID(), reason: 'reprint' });
    expect((await PrintJobs.findById(copy?.job).lean())?.copy).to.equal(2);
    expect(await PrintJobs.countDocuments({ event: event._id })).to.equal(2);
  });

  it('leaves to a station what it could not print', async () => {
    const { event, device, order, ask } = await atWork();
    const task = await ask(order);
    await device.post(paths.devicePrintFinish, { job: task?.job, token: task?.token, outcome: 'failed' });
    const [job] = await claimPrintJobs(await accessAs('owner', { event }), 'Bàn 1');
    expect([job?._id, job?.copy]).to.deep.equal([order.jobId, 1]);
  });

  it('gets no badge of a guest of another event, and none is finished without its token', async () => {
    const { device, order, ask } = await atWork();
    const stranger = await makeGuest({ event: (await makeEvent())._id });
    const other = { ...order, guest: String(stranger._id), jobId: randomUUID() };
    expect((await device.post(paths.devicePrintHere, other)).status).to.equal(404);
    const task = await ask(order);
    const wrong = { job: task?.job, token: randomUUID(), outcome: 'printed' };
    expect((await device.post(paths.devicePrintFinish, wrong)).status).to.equal(409);
  });

  it('gets no page of those whom it has not let in, or whose entry it took back', async () => {
    const { event, device, order } = await atWork();
    const status = async (asking: DoorDevice, guest: Guest, reason = 'reprint') => {
      const asked = { guest: String(guest._id), jobId: randomUUID(), reason };
      return (await asking.post(paths.devicePrintHere, asked)).status;
    };
    const [absent, undone] = [await makeGuest({ event: event._id }), await makeGuest({ event: event._id })];
    const about = { kind: 'undo', id: randomUUID(), seq: 2, at: Date.now(), guest: String(undone._id) };
    const target = await letIn(device, undone);
    await device.post(paths.deviceUpload, { happenings: [{ ...about, target }] });
    expect([
      await status(device, absent),
      await status(device, absent, 'admission'),
      await status(device, undone),
      (await device.post(paths.devicePrintHere, { ...order, reason: 'reprint' })).status,
    ]).to.deep.equal([403, 403, 403, 200]);

    const asks = await deviceOf(event, 'other');
    expect(await status(asks, absent)).to.equal(403);
    const older = await deviceOf(event, 'older');
    const pages = [];
    for (let count = 0; count < 31; count += 1) pages.push(await status(older, absent));
    expect(pages).to.deep.equal([...Array.from({ length: 30 }, () => 200), 429]);
  });

  it('prints once for whoever is welcomed, says so and counts it', async () => {
    const event = await makeEvent({ state: 'live' });
    await makeGuest({ event: event._id, code: 'AAAA1111BBBB', name: { vi: 'Phan Văn Khải' } });
    const { page, context } = await openDoorPage(app, event, { profile: { badge: 'here' } });
    const printed: string[] = [];
    await context.exposeFunction('badgePrinted', (words: string) => void printed.push(words));
    await context.addInitScript(() => {
      window.print = () => {
        const { badgePrinted } = window as unknown as { badgePrinted: (words: string) => Promise<void> };
        const words = document.querySelector('.badge-page')?.textContent ?? '';
        void badgePrinted(words).then(() => window.dispatchEvent(new CustomEvent('afterprint')));
      };
    });
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
    await enterCode(page, 'AAAA1111BBBB');
    await page
      .getByText(/^Đã in thẻ của .+\.$/)
      .first()
      .waitFor();

    await until(async () => (await PrintJobs.countDocuments({ event: event._id, state: 'printed' })) === 1);
    expect(printed).to.have.length(1);
    expect(printed[0]).to.contain('Khải');
    expect(await page.locator('iframe').count()).to.equal(0);
    await context.close();
  });

  it('says nothing of a badge any more once the next guest was read', async () => {
    const event = await makeEvent({ state: 'live' });
    await makeGuest({ event: event._id, code: 'AAAA1111BBBB', name: { vi: 'Phan Văn Khải' } });
    await makeGuest({ event: event._id, code: 'BBBB1111CCCC', name: { vi: 'Lê Thị Tám' } });
    const { page, context } = await openDoorPage(app, event, { profile: { badge: 'here' } });
    const said: string[] = [];
    await context.exposeFunction('wasSaid', (words: string) => void said.push(words));
    await page.evaluate(() => {
      const { wasSaid } = window as unknown as { wasSaid: (words: string) => void };
      const place = document.getElementById('announcements') ?? document.body;
      new MutationObserver(() => wasSaid(place.textContent)).observe(place, { childList: true });
    });
    await context.addInitScript(() => {
      window.print = () => void setTimeout(() => window.dispatchEvent(new CustomEvent('afterprint')));
    });
    let isSlow = true;
    await page.route('**/door/print/here', async (route) => {
      await until(() => Promise.resolve(!isSlow));
      await route.continue();
    });
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
    await enterCode(page, 'AAAA1111BBBB');
    await page.locator('[data-result]').getByText('Phan Văn Khải').waitFor();
    await enterCode(page, 'BBBB1111CCCC');
    await page.locator('[data-result]').getByText('Lê Thị Tám').waitFor();
    isSlow = false;
    await until(() => Promise.resolve(said.some((words) => words.includes('Lê Thị Tám'))));
    expect(said.filter((words) => words.includes('thẻ của Phan Văn Khải'))).to.deep.equal([]);
    await context.close();
  });
});
