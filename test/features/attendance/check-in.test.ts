import { expect } from 'chai';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { CheckIns, type Passage } from '../../../models/check-in.ts';
import { Scans } from '../../../models/scan.ts';
import { carriers } from '../../../server/effects.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import type { CheckInInput } from '../../../server/features/attendance/input.ts';
import type { Outcome } from '../../../server/features/attendance/outcome.ts';
import { undoCheckIn } from '../../../server/features/attendance/undo-check-in.ts';
import { passTextOf } from '../../../server/features/passes/pass-of.ts';
import { modelsWithEffects } from '../../../server/models.ts';
import { createEffects } from '../../../server/platform/database/effects.ts';
import { Refused } from '../../../server/platform/errors.ts';
import { carryFramesBy } from '../../../server/platform/live/stream.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';

let count = 0;
const newScan = (): string => `scan-number-${(count += 1)}`;
const scanned = (guest: Guest, scanId = newScan()): CheckInInput => ({
  scanId,
  code: guest.code,
  method: 'scan',
});
const undo = (access: Access, guest: Guest, scanId: string, undoId = newScan()): Promise<void> =>
  undoCheckIn(access, { guest: String(guest._id), scanId, undoId });
const effects = createEffects({ models: modelsWithEffects, carriers });

function admissionIn(outcome: Outcome): Passage | null {
  return outcome.verdict === 'welcome' ? outcome.admission : null;
}

async function atDoor(given: Partial<Conference> = {}): Promise<{ access: Access; guest: Guest }> {
  const event = await makeEvent(given);
  return { access: await accessAs('device', { event }), guest: await makeGuest({ event: event._id }) };
}

describe('checkIn', () => {
  useDatabase();

  it('welcomes a guest by typed code, by pass and by choice, and says where and by whom', async () => {
    const { access, guest } = await atDoor();
    const others = [
      await makeGuest({ event: access.event._id }),
      await makeGuest({ event: access.event._id }),
    ];
    const wanted: CheckInInput[] = [
      scanned(guest),
      {
        scanId: newScan(),
        code: await passTextOf(access.event, others[0] ?? guest, 'secret'),
        method: 'scan',
      },
      { scanId: newScan(), guest: String(others[1]?._id), method: 'search' },
    ];

    const outcomes = await Promise.all(wanted.map((input) => checkIn(access, input)));

    const told = outcomes.map((outcome) =>
      outcome.verdict === 'welcome'
        ? [String(outcome.guest._id), outcome.admission.door.name]
        : outcome.verdict,
    );
    const door = access.actor.name;
    expect(told).to.deep.equal([guest, ...others].map(({ _id }) => [String(_id), door]));
  });

  it('tells a second scan when and where the first one was', async () => {
    const { access, guest } = await atDoor();
    await checkIn(access, scanned(guest));
    const other = await accessAs('device', { event: access.event });

    const second = await checkIn(other, scanned(guest));

    expect(second.verdict).to.equal('already-here');
    if (second.verdict === 'already-here') expect(second.first.door.name).to.equal(access.actor.name);
  });

  it('gives each refusal its reason and writes it down', async () => {
    const { access } = await atDoor();
    const { access: elsewhere, guest: stranger } = await atDoor();
    const cancelled = await makeGuest({ event: access.event._id, state: 'cancelled' });
    const attempts: CheckInInput[] = [
      { scanId: newScan(), code: 'ZZZZZZZZZZZZ', method: 'typed' },
      { scanId: newScan(), code: stranger.code, method: 'typed' },
      { scanId: newScan(), code: await passTextOf(elsewhere.event, stranger, 'secret'), method: 'scan' },
      { scanId: newScan(), guest: String(stranger._id), method: 'search' },
      scanned(cancelled),
    ];

    const verdicts = [];
    for (const attempt of attempts) verdicts.push((await checkIn(access, attempt)).verdict);

    const expected = ['unknown-code', 'unknown-code', 'other-event', 'unknown-code', 'cancelled'];
    expect(verdicts).to.deep.equal(expected);
    const journal = await Scans.find({ event: access.event._id }).sort({ at: 1, _id: 1 }).lean();
    expect(journal.map(({ verdict }) => verdict).toSorted()).to.deep.equal(expected.toSorted());
    expect(await CheckIns.countDocuments({ event: access.event._id })).to.equal(0);
  });

  it('lets nobody in before the event is published and after it is closed', async () => {
    const verdicts = [];
    for (const state of ['draft', 'published', 'live', 'closed', 'archived'] as const) {
      const { access, guest } = await atDoor({ state });
      verdicts.push((await checkIn(access, scanned(guest))).verdict);
    }
    expect(verdicts).to.deep.equal(['not-open', 'welcome', 'welcome', 'not-open', 'not-open']);
  });

  it('gives a repeated scan its first answer, at once, after the effects, and after it was taken back', async () => {
    const { access, guest } = await atDoor();
    const input = scanned(guest);
    const first = await checkIn(access, input);

    const atOnce = await checkIn(access, input);
    await effects.drain();
    const later = await checkIn(access, input);
    await undo(access, guest, input.scanId);
    const afterwards = await checkIn(access, input);

    for (const repeat of [atOnce, later, afterwards])
      expect(admissionIn(repeat)).to.deep.equal(admissionIn(first));
    expect(admissionIn(first)?.id).to.equal(input.scanId);
    expect((await CheckIns.findOne({ guest: guest._id }).lean())?.admission).to.equal(null);
  });

  it('gives a repeated refusal its first answer, although the guest could come in now', async () => {
    const { access, guest } = await atDoor();
    const input = scanned(guest);
    const first = scanned(guest);
    await checkIn(access, first);
    const refused = await checkIn(access, input);
    await undo(access, guest, first.scanId);

    expect(await checkIn(access, input)).to.deep.equal(refused);
  });

  it('answers a scanId that is shown with another guest by what it did first, and never goes round in circles', async () => {
    const { access, guest } = await atDoor();
    const others = [
      await makeGuest({ event: access.event._id }),
      await makeGuest({ event: access.event._id }),
    ];
    const { scanId } = scanned(guest);
    await checkIn(access, scanned(guest, scanId));
    const back = scanned(others[1] ?? guest);
    await checkIn(access, back);
    await undo(access, others[1] ?? guest, back.scanId);

    const outcomes = [];
    for (const other of others) outcomes.push(await checkIn(access, scanned(other, scanId)));

    expect(outcomes.map((outcome) => 'guest' in outcome && String(outcome.guest._id))).to.deep.equal([
      String(guest._id),
      String(guest._id),
    ]);
    expect(await CheckIns.countDocuments({ event: access.event._id, admission: { $ne: null } })).to.equal(1);
  });

  it("tells nothing about a scanId of another event's door", async () => {
    const here = await atDoor();
    const there = await atDoor();
    const { scanId } = scanned(there.guest);
    await checkIn(there.access, scanned(there.guest, scanId));

    const error = await checkIn(here.access, scanned(here.guest, scanId)).catch((thrown: unknown) => thrown);

    expect(error).to.be.instanceOf(Refused);
    expect((error as Refused).code).to.equal('attendance.scan-id-used');
  });

  it('lets a guest in again after an undo and keeps both admissions', async () => {
    const { access, guest } = await atDoor();
    const [first, second] = [scanned(guest), scanned(guest)];
    await checkIn(access, first);
    await undo(access, guest, first.scanId);

    const again = await checkIn(access, second);

    expect(again.verdict).to.equal('welcome');
    const kept = await CheckIns.findOne({ guest: guest._id }).lean();
    expect(kept?.admission?.scanId).to.equal(second.scanId);
    expect(kept?.passages.map(({ kind, id, target }) => target ?? `${kind} ${id}`)).to.deep.equal([
      `entry ${first.scanId}`,
      first.scanId,
      `entry ${second.scanId}`,
    ]);
  });

  it('records and announces a substitute under their own name and position', async () => {
    const event = await makeEvent();
    const access = await accessAs('device', { event });
    const substitute = { name: 'Vũ Thị Thay', position: 'Phó phòng', phone: '', email: '' };
    const guest = await makeGuest({
      event: event._id,
      name: { vi: 'Lê Văn Chính' },
      position: { vi: 'Giám đốc' },
      answer: { kind: 'substitute', channel: 'page', by: 'guest', at: new Date(), note: '', substitute },
    });
    const arrivals = await arrivalsDuring(async () => {
      const outcome = await checkIn(access, scanned(guest));
      expect(outcome.verdict === 'welcome' && outcome.admission.substitute).to.equal('Vũ Thị Thay');
    });

    const [told] = arrivals;
    expect(told).to.include({ guest: String(guest._id) });
    expect(told).to.deep.include({ name: { vi: 'Vũ Thị Thay' }, position: { vi: 'Phó phòng' } });
  });

  it('tells each room of an arrival once, however often the scan is repeated', async () => {
    const { access, guest } = await atDoor();
    const input = scanned(guest);

    const arrivals = await arrivalsDuring(async () => {
      await Promise.all([checkIn(access, input), checkIn(access, input), checkIn(access, scanned(guest))]);
      await effects.drain();
      await checkIn(access, input);
    });

    expect(arrivals.map(({ room }) => room.split(':')[0])).to.have.members(['desk', 'stage', 'screen']);
  });

  it('writes on the guest when they came in, whatever is repeated', async () => {
    const { access, guest } = await atDoor();
    const input = scanned(guest);
    const first = await checkIn(access, input);
    await checkIn(access, input);
    await effects.drain();

    expect((await Guests.findById(guest._id).lean())?.arrivedAt).to.deep.equal(admissionIn(first)?.at);
    const kept = await CheckIns.findOne({ guest: guest._id }).lean();
    expect([kept?.passages.length, kept?.effects]).to.deep.equal([1, []]);
  });
});

describe('undoCheckIn', () => {
  useDatabase();

  it('happens once, however often and however simultaneously it is sent', async () => {
    const { access, guest } = await atDoor();
    const input = scanned(guest);
    await checkIn(access, input);
    const undoId = newScan();

    await Promise.all([1, 2, 3].map(() => undo(access, guest, input.scanId, undoId)));
    await undo(access, guest, input.scanId, undoId);

    const kept = await CheckIns.findOne({ guest: guest._id }).lean();
    expect([kept?.admission, kept?.passages.map(({ kind }) => kind)]).to.deep.equal([
      null,
      ['entry', 'undo'],
    ]);
  });

  it('does not remove somebody who has come in again meanwhile', async () => {
    const { access, guest } = await atDoor();
    const [first, second] = [scanned(guest), scanned(guest)];
    await checkIn(access, first);
    await undo(access, guest, first.scanId);
    await checkIn(access, second);

    const late = await undo(access, guest, first.scanId).catch((thrown: unknown) => thrown);

    expect((late as Refused).code).to.equal('attendance.nothing-to-undo');
    expect((await CheckIns.findOne({ guest: guest._id }).lean())?.admission?.scanId).to.equal(second.scanId);
  });
});

interface Told {
  room: string;
  guest: string;
  name: object;
  position: object;
}

/** Who was announced where while something happened. */
async function arrivalsDuring(work: () => Promise<void>): Promise<Told[]> {
  const told: Told[] = [];
  carryFramesBy(({ room, news }) => {
    for (const [name, payload] of news) {
      if (name !== 'attendance:arrived') continue;
      const { guest, name: person, position } = payload;
      told.push({ room, guest, name: person, position });
    }
  });
  await work();
  await new Promise((resolve) => setTimeout(resolve, 150));
  carryFramesBy(() => {});
  return told;
}
