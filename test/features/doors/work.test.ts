import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { isSameSum, sumOf } from '../../../contract/door/list-sum.ts';
import type { ScanAnswer, ScanRequest, UploadAnswer } from '../../../contract/door/scan.ts';
import type { SyncAnswer } from '../../../contract/door/sync.ts';
import { passIdOf } from '../../../contract/pass/pass-id.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { DoorPlans, type EventDoorPlan } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { StrayScans } from '../../../models/stray-scan.ts';
import { revokeDoor } from '../../../server/features/doors/revoke-door.ts';
import { decideStray } from '../../../server/features/reconciliation/decide-stray.ts';
import { straysWaiting } from '../../../server/features/reconciliation/strays.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { deviceWith, type DoorDevice } from '../../support/door-device.ts';
import { accessAs, makeDoor, makeEvent, makeGuest } from '../../support/factories.ts';

describe('a device at work', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function atWork(given: { event?: Conference; profile?: string } = {}) {
    const event = given.event ?? (await makeEvent({ state: 'live' }));
    const { door, key } = await makeDoor(event, { profile: given.profile ?? '' });
    return { event, door, device: deviceWith(app.url, { id: String(door._id), key }) };
  }

  const report = { unsynced: 2, seq: 7, version: '1', offset: 40, roundTrip: 12, lostData: false };

  async function sync(device: DoorDevice, cursor = ''): Promise<SyncAnswer> {
    const { status, body } = await device.post(paths.deviceSync, { cursor, report });
    expect(status).to.equal(200);
    return body as SyncAnswer;
  }

  async function scan(
    device: DoorDevice,
    wanted: Partial<ScanRequest>,
  ): Promise<ScanAnswer & { status: number }> {
    const { status, body } = await device.post(paths.deviceScan, {
      id: randomUUID(),
      seq: 1,
      deviceAt: new Date().toISOString(),
      method: wanted.text ? 'typed' : 'search',
      ...wanted,
    });
    return { ...(body as ScanAnswer), status };
  }

  async function upload(device: DoorDevice, happenings: object[]): Promise<string[]> {
    const told = happenings.map((each, place) => ({
      id: randomUUID(),
      at: Date.now() + place,
      seq: place + 1,
      ...each,
    }));
    const { status, body } = await device.post(paths.deviceUpload, { happenings: told });
    expect(status).to.equal(200);
    return (body as UploadAnswer).receipts.map(({ result }) => result);
  }

  async function plan(event: Conference, given: Partial<EventDoorPlan>): Promise<void> {
    await DoorPlans.create({ _id: event._id, lists: [], gates: [], profiles: [], ...given });
  }

  const dinner = {
    id: 'dinner',
    name: { vi: 'Tiệc tối' },
    kind: 'meal' as const,
    rule: 'once' as const,
    times: 1,
    dayStartsAt: 4,
    opensAt: null,
    closesAt: null,
    categories: [],
    requires: '',
  };
  const steward = {
    id: 'steward',
    name: 'Cửa VIP',
    gate: 'vip',
    lists: ['dinner'],
    direction: 'entry' as const,
    pace: 'fast' as const,
    rank: 'steward' as const,
    sounds: true,
    badge: 'none' as const,
    companions: true,
    kiosk: false,
    pin: null,
  };

  it('is told the whole list once and then what changed, and can prove that it has it all', async () => {
    const { event, device } = await atWork();
    const guests = await Promise.all(
      ['A', 'B', 'C'].map((vi) => makeGuest({ event: event._id, name: { vi } })),
    );
    const first = await sync(device);
    expect([first.whole, first.guests.length, first.setting.lists.length]).to.deep.equal([true, 3, 1]);
    expect(isSameSum(first.sum.guests, sumOf(first.guests.map(({ mark }) => mark)))).to.equal(true);

    await Guests.updateOne({ event: event._id, 'name.vi': 'A' }, { $set: { seat: 'H1-2' } });
    await scan(device, { guest: String(guests[1]?._id) });
    const held = new Map(first.guests.map((row) => [row.id, row]));
    const second = await sync(device, first.cursor);
    expect(second.whole).to.equal(false);
    for (const row of second.guests) held.set(row.id, row);
    expect(held.get(String(guests[0]?._id))?.seat).to.contain('2');
    expect(isSameSum(second.sum.guests, sumOf([...held.values()].map(({ mark }) => mark)))).to.equal(true);
    expect(second.passages.map(({ guest }) => guest)).to.deep.equal([String(guests[1]?._id)]);
  });

  it('keeps nothing by which anybody could be written to, or a pass be made', async () => {
    const { event, device } = await atWork();
    const guest = await makeGuest({ event: event._id, email: 'an@example.org', phone: '0912 345 678' });
    const told = JSON.stringify(await sync(device));
    expect(told).to.contain(await passIdOf(event, guest.code));
    for (const secret of [guest.code, 'an@example.org', '345 678', '0912345678'])
      expect(told).to.not.contain(secret);
  });

  it('asks for an entry and is told who it was, and by another device when they came', async () => {
    const { event, device } = await atWork();
    const { device: other, door } = await atWork({ event });
    const guest = await makeGuest({ event: event._id });
    const welcome = await scan(other, { text: guest.code });
    expect([welcome.verdict, welcome.guest?.id]).to.deep.equal(['welcome', String(guest._id)]);
    const again = await scan(device, { text: guest.code });
    expect([again.verdict, again.passages?.facts[0]?.door]).to.deep.equal(['already-here', door.name]);
  });

  it('keeps to the lists, the gate and the rank of its profile', async () => {
    const event = await makeEvent({ state: 'live' });
    const vip = 'vip';
    await plan(event, {
      lists: [dinner],
      gates: [{ id: 'vip', name: 'Cửa VIP', categories: [vip] }],
      profiles: [steward],
    });
    const { device } = await atWork({ event, profile: 'steward' });
    const [guest, named] = [
      await makeGuest({ event: event._id }),
      await makeGuest({ event: event._id, category: vip }),
    ];
    expect((await sync(device)).setting.lists.map(({ id }) => id)).to.deep.equal(['dinner']);
    const list = 'dinner';
    expect((await scan(device, { list, guest: String(guest._id) })).verdict).to.equal('wrong-gate');
    expect((await scan(device, { list, guest: String(named._id) })).verdict).to.equal('welcome');
    expect((await scan(device, { list, guest: String(guest._id), override: 'Chủ tọa mời' })).status).to.equal(
      403,
    );
    expect((await Guests.findById(named._id).orFail().lean()).arrivedAt).to.equal(null);
  });

  it('admits against the rule where a supervisor says why, and that is on record', async () => {
    const event = await makeEvent({ state: 'live' });
    await plan(event, {
      lists: [{ ...dinner, categories: ['nobody'] }],
      profiles: [{ ...steward, gate: '', rank: 'supervisor' }],
    });
    const { device } = await atWork({ event, profile: 'steward' });
    const guest = await makeGuest({ event: event._id });
    const wanted = { list: 'dinner', guest: String(guest._id) };
    expect((await scan(device, wanted)).verdict).to.equal('wrong-category');
    expect((await scan(device, { ...wanted, override: 'Chủ tọa mời' })).verdict).to.equal('welcome');
    const kept = await CheckIns.findOne({ guest: guest._id }).orFail().lean();
    expect(kept.passages[0]?.override).to.equal('Chủ tọa mời');
  });

  it('tells afterwards of companions, of exits, and of somebody who was let in by their signature alone', async () => {
    const { event, device } = await atWork();
    const guest = await makeGuest({ event: event._id });
    const [id, pass] = [String(guest._id), await passIdOf(event, guest.code)];
    await sync(device);
    const told = [
      { kind: 'entry', pass },
      { kind: 'companion', guest: id, place: 1 },
      { kind: 'entry', pass: 'ffffffffffffffff' },
    ];
    expect(await upload(device, told)).to.deep.equal(['recorded', 'recorded', 'stray']);
    const kept = await CheckIns.findOne({ guest: guest._id }).orFail().lean();
    expect([kept.admission !== null, kept.companions]).to.deep.equal([true, [1]]);
    expect(kept.passages.every(({ offline }) => offline)).to.equal(true);
  });

  it('takes back somebody who was let in by their signature alone, in the same breath and later', async () => {
    const { event, device } = await atWork();
    const office = await accessAs('editor', { event });
    const pass = 'ffffffffffffffff';
    const [first, second] = [randomUUID(), randomUUID()];
    const entry = (id: string) => ({ kind: 'entry', pass, id });
    const undo = (target: string) => ({ kind: 'undo', pass, target, id: `undo-${target}` });
    const told = await upload(device, [entry(first), undo(first), entry(second)]);
    expect(told.toSorted()).to.deep.equal(['recorded', 'stray', 'stray']);
    expect(await straysWaiting(office)).to.equal(1);

    const guest = await makeGuest({ event: event._id });
    const assigned = { id: randomUUID(), seen: '', note: '', q: '', kind: 'assigned' as const };
    await decideStray(office, {
      ...assigned,
      stray: `${String(event._id)}:${second}`,
      guest: String(guest._id),
    });
    const isIn = () => CheckIns.exists({ guest: guest._id, admission: { $ne: null } });
    expect(await isIn()).to.not.equal(null);
    expect(await upload(device, [undo(second)])).to.deep.equal(['recorded']);
    expect(await upload(device, [undo(second)])).to.deep.equal(['recorded']);
    expect([await isIn(), await StrayScans.countDocuments({ event: event._id })]).to.deep.equal([null, 2]);
    const kept = await StrayScans.find({ event: event._id }).sort({ receivedAt: 1 }).lean();
    const said = kept.map(({ decisions = [] }) => decisions.map(({ kind }) => kind));
    expect(said).to.have.deep.members([['assigned', 'taken-back'], ['taken-back']]);
  });

  it('of a steward takes back no stray of another device', async () => {
    const event = await makeEvent({ state: 'live' });
    await plan(event, { profiles: [{ ...steward, gate: '', lists: [] }] });
    const { device } = await atWork({ event, profile: 'steward' });
    const { device: other } = await atWork({ event, profile: 'steward' });
    const [pass, id] = ['ffffffffffffffff', randomUUID()];
    expect(await upload(other, [{ kind: 'entry', pass, id }])).to.deep.equal(['stray']);
    expect(await upload(device, [{ kind: 'undo', pass, target: id }])).to.deep.equal(['stray']);
    expect(await upload(other, [{ kind: 'undo', pass, target: id }])).to.deep.equal(['recorded']);
    expect(await straysWaiting(await accessAs('editor', { event }))).to.equal(1);
  });

  it('brings somebody who was not on the list, once, with what they said about photographs', async () => {
    const { event, device } = await atWork();
    const guest = 'a'.repeat(24);
    const walkIn = {
      kind: 'walk-in',
      guest,
      id: randomUUID(),
      name: 'Phạm Khách Mới',
      unit: 'Công ty Sen',
      photo: 'no',
    };
    const entry = { kind: 'entry', guest, id: randomUUID() };
    expect(await upload(device, [walkIn, entry])).to.deep.equal(['recorded', 'recorded']);
    expect(await upload(device, [walkIn, entry])).to.deep.equal(['recorded', 'recorded']);
    const kept = await Guests.find({ event: event._id }).lean();
    expect(kept.map(({ name, standing }) => [name.vi, standing])).to.deep.equal([
      ['Phạm Khách Mới', 'attending'],
    ]);
    // A box left empty says nothing: nobody may have asked.
    expect(kept[0]?.answer?.details?.photo).to.equal(null);
  });

  it('of a steward takes back its own work only, and what is above its rank waits for somebody to look at it', async () => {
    const event = await makeEvent({ state: 'live' });
    await plan(event, { lists: [dinner], profiles: [{ ...steward, gate: '' }] });
    const { device } = await atWork({ event, profile: 'steward' });
    const { device: other } = await atWork({ event, profile: 'steward' });
    const guest = String((await makeGuest({ event: event._id }))._id);
    const [theirs, own] = [randomUUID(), randomUUID()];
    expect(await upload(other, [{ kind: 'entry', guest, list: 'dinner', id: theirs }])).to.deep.equal([
      'recorded',
    ]);
    const told = [
      { kind: 'undo', guest, list: 'dinner', target: theirs },
      { kind: 'entry', guest, list: 'dinner', override: 'Cứ cho vào' },
      { kind: 'walk-in', guest: 'b'.repeat(24), name: 'Ai đó' },
      { kind: 'entry', guest, id: own },
      { kind: 'undo', guest, target: own },
    ];
    expect(await upload(device, told)).to.deep.equal(['stray', 'stray', 'stray', 'recorded', 'recorded']);
    const kept = await CheckIns.findOne({ event: event._id, list: 'dinner' }).orFail().lean();
    expect(kept.admission?.scanId).to.equal(theirs);
  });

  it('gives a refused scan its first answer again, on whatever list it was', async () => {
    const event = await makeEvent({ state: 'live' });
    await plan(event, { lists: [dinner], profiles: [{ ...steward, gate: '' }] });
    const { device } = await atWork({ event, profile: 'steward' });
    const wanted = { list: 'dinner', guest: String((await makeGuest({ event: event._id }))._id) };
    await scan(device, wanted);
    const again = { ...wanted, id: randomUUID() };
    expect((await scan(device, again)).verdict).to.equal('already-here');
    expect((await scan(device, again)).verdict).to.equal('already-here');
  });

  it('that was revoked admits nobody any more, and what it had done is kept for somebody to look at', async () => {
    const { event, door, device } = await atWork();
    const guest = await makeGuest({ event: event._id });
    await revokeDoor(await accessAs('owner', { event }), String(door._id));
    expect((await scan(device, { guest: String(guest._id) })).status).to.equal(410);
    expect(await upload(device, [{ kind: 'entry', guest: String(guest._id) }])).to.deep.equal(['stray']);
    expect(await CheckIns.countDocuments({ guest: guest._id })).to.equal(0);
    expect(await StrayScans.countDocuments({ event: event._id })).to.equal(1);
  });
});
