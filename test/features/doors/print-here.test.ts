import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { BadgeHere } from '../../../contract/badge/print.ts';
import { PrintJobs } from '../../../models/print-job.ts';
import { claimPrintJobs } from '../../../server/features/badges/claim-print-jobs.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { deviceWith } from '../../support/door-device.ts';
import { enterCode, openDoorPage } from '../../support/door-page.ts';
import { accessAs, makeDoor, makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

describe('a device that prints badges by itself', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function atWork() {
    const event = await makeEvent({ state: 'live' });
    const { door, key } = await makeDoor(event);
    const device = deviceWith(app.url, { id: String(door._id), key });
    const guest = await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' } });
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
    await page.getByText('Đã in thẻ.').first().waitFor();

    await until(async () => (await PrintJobs.countDocuments({ event: event._id, state: 'printed' })) === 1);
    expect(printed).to.have.length(1);
    expect(printed[0]).to.contain('Khải');
    expect(await page.locator('iframe').count()).to.equal(0);
    await context.close();
  });
});
