import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { ScanAnswer, UploadAnswer } from '../../../contract/door/scan.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { StrayScans } from '../../../models/stray-scan.ts';
import { revokeDoor } from '../../../server/features/doors/revoke-door.ts';
import { strays, straysWaiting } from '../../../server/features/reconciliation/strays.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { deviceWith, type DoorDevice } from '../../support/door-device.ts';
import { accessAs, makeDoor, makeEvent, makeGuest } from '../../support/factories.ts';

const gift = {
  id: 'gift',
  name: { vi: 'Quà' },
  kind: 'meal',
  rule: 'once',
  times: 1,
  dayStartsAt: 4,
  opensAt: null,
  closesAt: null,
  categories: [],
  requires: '',
};
const profiles = [
  { id: 'hall', name: 'Hội trường', rank: 'steward', direction: 'entry', badge: 'none' },
  { id: 'gifts', name: 'Quà', rank: 'steward', direction: 'entry', badge: 'none', lists: ['gift'] },
  { id: 'older', name: 'Phụ trách', rank: 'supervisor', direction: 'entry', badge: 'none', lists: ['gift'] },
];

describe('what a device is believed', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function scene() {
    const event = await makeEvent({ state: 'live' });
    await DoorPlans.updateOne({ _id: event._id }, { $set: { profiles, lists: [gift] } }, { upsert: true });
    return {
      event,
      guest: await makeGuest({ event: event._id }),
      office: await accessAs('owner', { event }),
    };
  }

  async function deviceOf(event: Conference, profile: string): Promise<DoorDevice> {
    const { door, key } = await makeDoor(event, { profile });
    return deviceWith(app.url, { id: String(door._id), key });
  }

  async function upload(device: DoorDevice, told: readonly object[]): Promise<string[]> {
    const happenings = told.map((each, place) => ({
      id: randomUUID(),
      at: Date.now(),
      seq: place + 1,
      ...each,
    }));
    const { status, body } = await device.post(paths.deviceUpload, { happenings });
    expect(status).to.equal(200);
    return (body as UploadAnswer).receipts.map(({ result }) => result);
  }

  async function ask(device: DoorDevice, { _id }: Guest, more: object = {}): Promise<string | number> {
    const about = { id: randomUUID(), seq: 1, deviceAt: new Date().toISOString(), method: 'search' };
    const { status, body } = await device.post(paths.deviceScan, { ...about, guest: String(_id), ...more });
    return status === 200 ? (body as ScanAnswer).verdict : status;
  }

  it('is what the record says of who did it, and not that a steward claims it to be theirs', async () => {
    const { event, guest } = await scene();
    const [other, device] = [await deviceOf(event, ''), await deviceOf(event, 'hall')];
    const [id, kept] = [randomUUID(), randomUUID()];
    expect(await ask(other, guest, { id })).to.equal('welcome');
    await upload(other, [{ kind: 'entry', guest: 'a'.repeat(24), id: kept }]);
    const about = { guest: String(guest._id) };
    const told = [
      { ...about, kind: 'entry', id },
      { ...about, kind: 'undo', target: id },
      { ...about, kind: 'entry', id: kept },
      { ...about, kind: 'undo', target: kept },
    ];
    const said = await upload(device, told);
    expect([said[1], said[3]]).to.deep.equal(['stray', 'stray']);
    const found = await CheckIns.findOne({ guest: guest._id }).orFail().lean();
    expect(found.admission?.scanId).to.equal(id);
    expect(found.passages.map(({ kind }) => kind)).to.not.include('undo');
  });

  it('is what its profile is there for: no other list, and of a steward nobody in place of the guest', async () => {
    const { event, guest } = await scene();
    const [device, older] = [await deviceOf(event, 'gifts'), await deviceOf(event, 'older')];
    const substitute = 'Ai đó';
    expect([
      await ask(device, guest),
      await ask(device, guest, { list: 'gift', substitute }),
      await ask(device, guest, { list: 'gift' }),
      await ask(older, guest),
      await ask(older, await makeGuest({ event: event._id }), { list: 'gift', substitute }),
    ]).to.deep.equal([403, 403, 'welcome', 403, 'welcome']);

    const absent = await makeGuest({ event: event._id });
    const sends = await makeGuest({
      event: event._id,
      answer: { kind: 'substitute', substitute: { name: substitute } } as NonNullable<Guest['answer']>,
    });
    const entry = ({ _id }: Guest) => ({ kind: 'entry', guest: String(_id), list: 'gift', substitute });
    expect(await upload(device, [entry(absent), entry(sends)])).to.deep.equal(['stray', 'recorded']);
    expect(await upload(older, [entry(absent)])).to.deep.equal(['recorded']);
  });

  it('leaves nothing for people of an entry that was kept apart and taken back, whichever came first', async () => {
    const { event, guest, office } = await scene();
    const device = await deviceOf(event, 'hall');
    const about = { guest: String(guest._id) };
    const pairs = [randomUUID(), randomUUID()].map((id) => ({
      entry: { ...about, kind: 'entry', override: 'Khách quý', id },
      undo: { ...about, kind: 'undo', target: id },
    }));
    for (const [place, { entry, undo }] of pairs.entries())
      for (const each of place === 0 ? [entry, undo] : [undo, entry]) await upload(device, [each]);
    expect(await straysWaiting(office)).to.equal(0);
    expect(await CheckIns.exists({ guest: guest._id, admission: { $ne: null } })).to.equal(null);

    const strange = randomUUID();
    await upload(await deviceOf(event, 'hall'), [
      { ...about, kind: 'entry', override: 'Khách quý', id: strange },
    ]);
    await upload(device, [{ ...about, kind: 'undo', target: strange }]);
    expect(await straysWaiting(office)).to.equal(2);
  });

  it('may be anything: what cannot be read is kept, and holds up nothing that comes with it', async () => {
    const { event, guest } = await scene();
    const device = await deviceOf(event, '');
    const odd = [{ id: { toString: 1 } }, { pass: { toString: 1 } }, { id: 7, kind: [] }];
    const told = [...odd, { kind: 'entry', guest: String(guest._id) }];
    expect(await upload(device, told)).to.deep.equal(['stray', 'stray', 'stray', 'recorded']);
    expect(await StrayScans.countDocuments({ event: event._id })).to.equal(3);
  });

  it('happened after the device was set up, also where it was kept apart', async () => {
    const { event, guest, office } = await scene();
    const usedAt = new Date(Date.now() - 3_600_000);
    const enrolment = { hash: randomUUID(), expires: usedAt, usedAt };
    const { door, key } = await makeDoor(event, { enrolment });
    const device = deviceWith(app.url, { id: String(door._id), key });
    await upload(device, [{ kind: 'entry', guest: 'a'.repeat(24), at: 0 }]);
    await revokeDoor(office, String(door._id));
    await upload(device, [{ kind: 'entry', guest: String(guest._id), at: 0 }]);
    const found = await strays(office);
    expect(found.map(({ facts }) => facts.passage.at)).to.deep.equal([usedAt, usedAt]);
  });
});
