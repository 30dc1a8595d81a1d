import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { StationClaim, StationQueue } from '../../../contract/badge/print.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import { PrintJobs } from '../../../models/print-job.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { deviceWith, type DoorDevice } from '../../support/door-device.ts';
import { openDoorPage } from '../../support/door-page.ts';
import { makeDoor, makeEvent, makeGuest } from '../../support/factories.ts';

describe('a device that prints badges for the others', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function device(event: Conference, profile: string): Promise<DoorDevice> {
    const { door, key } = await makeDoor(event, { profile });
    return deviceWith(app.url, { id: String(door._id), key });
  }

  async function scene() {
    const event = await makeEvent({ state: 'live' });
    const profiles = [
      { id: 'prints', name: 'Trạm in', badge: 'serves' },
      { id: 'asks', name: 'Cửa', badge: 'station' },
    ];
    await DoorPlans.updateOne({ _id: event._id }, { $set: { profiles } }, { upsert: true });
    const [station, door] = [await device(event, 'prints'), await device(event, 'asks')];
    const guest = await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' } });
    const order = { guest: String(guest._id), jobId: randomUUID(), reason: 'admission' };
    await door.post(paths.deviceBadge, order);
    return { event, station, door, order };
  }

  async function claimed(station: DoorDevice, body = {}): Promise<StationClaim['task']> {
    return ((await station.post(paths.devicePrintClaim, body)).body as StationClaim).task;
  }

  async function queued(station: DoorDevice): Promise<StationQueue> {
    return (await station.post(paths.devicePrintQueue, {})).body as StationQueue;
  }

  it('gets what another device asked for, with the page of the badge, once', async () => {
    const { station, order } = await scene();
    expect((await queued(station)).lists.waiting.map(({ name }) => name)).to.deep.equal(['Đặng Đình Công']);
    const task = await claimed(station);
    expect([task?.job, task?.page.includes('badge-page')]).to.deep.equal([order.jobId, true]);
    expect(await claimed(station)).to.equal(null);
    const done = { job: task?.job, token: task?.token, outcome: 'printed', keep: true };
    expect((await station.post(paths.devicePrintFinish, done)).body).to.deep.equal({ state: 'printed' });
    expect((await queued(station)).counts).to.deep.equal({ printed: 1, again: 0 });
  });

  it('gets the same badge when the answer to its claim was lost, and no other by a claim sent again', async () => {
    const { event, station, door, order } = await scene();
    const next = {
      ...order,
      guest: String((await makeGuest({ event: event._id }))._id),
      jobId: randomUUID(),
    };
    await door.post(paths.deviceBadge, next);
    const claim = { claim: randomUUID() };
    const [task, ...same] = await Promise.all([1, 2, 3].map(() => claimed(station, claim)));
    expect(same.map((each) => [each?.job, each?.token])).to.deep.equal([
      [task?.job, task?.token],
      [task?.job, task?.token],
    ]);
    expect(task?.job).to.equal(order.jobId);
    const done = { job: task?.job, token: task?.token, outcome: 'printed', keep: true };
    await station.post(paths.devicePrintFinish, done);
    expect(await claimed(station, claim)).to.equal(null);
    expect((await claimed(station, { claim: randomUUID() }))?.job).to.equal(next.jobId);
  });

  it('keeps in sight what failed, and prints it again when somebody says so', async () => {
    const { station } = await scene();
    const task = await claimed(station);
    await station.post(paths.devicePrintFinish, {
      job: task?.job,
      token: task?.token,
      outcome: 'failed',
      keep: true,
    });
    expect(await claimed(station)).to.equal(null);
    expect((await queued(station)).lists.failed.map(({ job }) => job)).to.deep.equal([task?.job]);
    await station.post(paths.devicePrintDecide, { job: task?.job, decision: 'retry' });
    expect((await claimed(station))?.job).to.equal(task?.job);
  });

  it('is one by its profile only: other devices get no page of a badge that is not theirs', async () => {
    const { event, door, order } = await scene();
    const without = await device(event, '');
    const asked = [
      await without.post(paths.deviceBadge, { ...order, jobId: randomUUID() }),
      await without.post(paths.devicePrintHere, { ...order, jobId: randomUUID() }),
      await door.post(paths.devicePrintHere, { ...order, jobId: randomUUID() }),
      await door.post(paths.devicePrintClaim, {}),
      await door.post(paths.devicePrintQueue, {}),
      await door.post(paths.devicePrintDecide, { job: order.jobId, decision: 'drop' }),
    ];
    expect(asked.map(({ status }) => status)).to.deep.equal([403, 403, 403, 403, 403, 403]);
  });

  it('prints from its page what waits, shows what failed, and prints it again', async () => {
    const { event, order } = await scene();
    await PrintJobs.updateOne({ _id: order.jobId }, { state: 'failed' });
    const { page, context } = await openDoorPage(app, event, { profile: { badge: 'serves' } });
    await context.addInitScript(() => {
      window.print = () => void setTimeout(() => window.dispatchEvent(new CustomEvent('afterprint')), 20);
    });
    await page.reload();
    await page.getByRole('button', { name: 'Bắt đầu in' }).click();
    await page.getByRole('heading', { name: 'Chưa in' }).waitFor();
    await page.getByRole('button', { name: 'In: Đặng Đình Công' }).click();
    await page.getByText('Đã in 1 thẻ').waitFor();
    await page.getByRole('button', { name: 'In thêm: Đặng Đình Công' }).click();
    await page.getByText('Đã in 2 thẻ').waitFor();
    const copies = await PrintJobs.find({ event: event._id }).sort({ copy: 1 }).lean();
    expect(copies.map(({ copy, state }) => [copy, state])).to.deep.equal([
      [1, 'printed'],
      [2, 'printed'],
    ]);
    await context.close();
  });

  it('lets guests in on the same device when it is asked to, and goes back to printing', async () => {
    const { event } = await scene();
    const { page, context } = await openDoorPage(app, event, { profile: { badge: 'serves' } });
    await page.locator('.device-station').waitFor();
    await page.getByRole('button', { name: 'Trình đơn' }).click();
    await page.getByRole('button', { name: 'Đón khách bằng máy này' }).click();
    await page.locator('.device-desk').waitFor();
    await page.getByRole('button', { name: 'Trình đơn' }).click();
    await page.getByRole('button', { name: 'Trạm in thẻ' }).click();
    await page.locator('.device-station').waitFor();
    await context.close();
  });
});
