import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { DoorGuest } from '../../../contract/door/sync.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import { PrintJobs } from '../../../models/print-job.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { deviceWith, type DoorDevice } from '../../support/door-device.ts';
import { makeDoor, makeEvent, makeGuest } from '../../support/factories.ts';

describe('what a device asks the server for', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function atWork() {
    const event = await makeEvent({ state: 'live' });
    const profiles = [{ id: 'asks', name: 'Cửa', badge: 'station' }];
    await DoorPlans.updateOne({ _id: event._id }, { $set: { profiles } }, { upsert: true });
    const { door, key } = await makeDoor(event, { profile: 'asks' });
    return { event, device: deviceWith(app.url, { id: String(door._id), key }) };
  }

  async function found(device: DoorDevice, q: string): Promise<DoorGuest[]> {
    const { status, body } = await device.post(paths.deviceSearch, { q });
    expect(status).to.equal(200);
    return (body as { guests: DoorGuest[] }).guests;
  }

  it('finds somebody by their whole telephone number, which is not told, and nobody by a part of it', async () => {
    const { event, device } = await atWork();
    const given = { event: event._id, phone: '0912 345 678', contactWords: ['0912345678'] };
    const guest = await makeGuest({ ...given, side: 'leadership', delegation: 'hue' });
    await makeGuest({ ...given, event: (await makeEvent())._id });

    const guests = await found(device, '0912.345.678');
    expect(guests.map(({ id, vip, delegation }) => [id, vip, delegation])).to.deep.equal([
      [String(guest._id), true, 'hue'],
    ]);
    expect(JSON.stringify(guests)).not.to.contain('345');
    expect(await found(device, '0912 345')).to.deep.equal([]);
  });

  it('has a badge printed once however often it asks, for guests of its own event only', async () => {
    const { event, device } = await atWork();
    const guest = await makeGuest({ event: event._id });
    const stranger = await makeGuest({ event: (await makeEvent())._id });
    const order = { guest: String(guest._id), jobId: randomUUID(), reason: 'admission' };

    expect((await device.post(paths.deviceBadge, order)).status).to.equal(204);
    expect((await device.post(paths.deviceBadge, order)).status).to.equal(204);
    const other = { ...order, guest: String(stranger._id), jobId: randomUUID() };
    expect((await device.post(paths.deviceBadge, other)).status).to.equal(404);
    expect(await PrintJobs.countDocuments({ event: event._id })).to.equal(1);
    expect(await PrintJobs.countDocuments({})).to.equal(1);
  });
});
