import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { readHappenings } from '../../../server/features/attendance/upload-input.ts';
import { uploadScans } from '../../../server/features/attendance/upload-scans.ts';
import { alerts } from '../../../server/features/arrivals/alerts.ts';
import { arrivalLog } from '../../../server/features/arrivals/arrival-log.ts';
import { breakdown } from '../../../server/features/arrivals/breakdown.ts';
import { gates } from '../../../server/features/arrivals/gate-of.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import { Doors } from '../../../models/door.ts';
import { Guests } from '../../../models/guest.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';

const entry = (guest: { _id: unknown }, at = Date.now()) => ({
  id: randomUUID(),
  kind: 'entry',
  guest: String(guest._id),
  at,
  seq: 1,
});

describe('who came in when and where', () => {
  useDatabase();

  it('is brought up to date by what changed: whoever came, and whoever was taken back', async () => {
    const event = await makeEvent({ state: 'live' });
    const device = await accessAs('device', { event });
    const [one, two] = [await makeGuest({ event: event._id }), await makeGuest({ event: event._id })];
    const first = entry(one, Date.now() - 1000);
    await uploadScans(device, readHappenings([first]));
    expect(await arrivalLog(event)).to.deep.equal([
      { at: first.at, door: device.actor.id, doorName: device.actor.name },
    ]);

    const undo = {
      id: randomUUID(),
      kind: 'undo',
      guest: String(one._id),
      target: first.id,
      at: Date.now(),
      seq: 2,
    };
    await uploadScans(device, readHappenings([undo, entry(two)]));
    expect(await arrivalLog(event)).to.have.length(1);
  });

  it('is told by gate, and by category with those who are expected', async () => {
    const event = await makeEvent({ state: 'live' });
    const access = await accessAs('editor', { event });
    const device = await accessAs('device', { event });
    await Doors.updateOne({ _id: device.actor.id }, { profile: 'main' });
    const profile = { direction: 'entry', pace: 'fast', rank: 'steward', badge: 'none' } as const;
    await DoorPlans.create({
      _id: event._id,
      gates: [{ id: 'g1', name: 'Cổng chính', categories: [] }],
      profiles: [{ id: 'main', name: 'Cửa chính', gate: 'g1', ...profile }],
    });
    const guest = await makeGuest({ event: event._id });
    await makeGuest({ event: event._id, standing: 'attending' });
    await uploadScans(device, readHappenings([entry(guest)]));
    await Guests.updateOne({ _id: guest._id }, { arrivedAt: new Date() });

    const facts = { log: await arrivalLog(event), gates: await gates(event), lists: [] };
    expect(await breakdown(access, 'gate', facts)).to.deep.equal([
      { name: 'Cổng chính', present: 1, expected: null },
    ]);
    expect(await breakdown(access, 'category', facts)).to.deep.equal([
      { name: { vi: 'Đại biểu' }, present: 1, expected: 2 },
    ]);
  });

  it('tells of devices that are silent with scans, and of contradictions', async () => {
    const event = await makeEvent({ state: 'live' });
    const access = await accessAs('editor', { event });
    const guest = await makeGuest({ event: event._id });
    const now = Date.now();
    for (const minutes of [20, 10]) {
      const device = await accessAs('device', { event });
      await uploadScans(device, readHappenings([entry(guest, now - minutes * 60_000)]));
    }
    const silent = await accessAs('device', { event });
    const contact = {
      at: new Date(now - 180_000),
      version: '1',
      unsynced: 7,
      seq: 9,
      offset: 0,
      lostData: false,
    };
    await Doors.updateOne({ _id: silent.actor.id }, { contact });

    const situation = {
      gates: await gates(event),
      log: await arrivalLog(event),
      lists: [],
      watched: [],
      now,
    };
    expect(await alerts(access, situation)).to.deep.equal([
      { kind: 'doubles', count: 1 },
      { kind: 'silent', door: silent.actor.name, unsynced: 7, since: contact.at },
    ]);
  });
});
