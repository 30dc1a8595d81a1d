import { expect } from 'chai';
import * as fc from 'fast-check';
import { foldFacts } from '../../../contract/attendance/fold.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { StrayScans } from '../../../models/stray-scan.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { rooms } from '../../../server/features/access/rooms.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { wholeEvent } from '../../../server/features/door-plan/door-plan.ts';
import { factOf } from '../../../server/features/attendance/fold-check-in.ts';
import { readHappenings } from '../../../server/features/attendance/upload-input.ts';
import { uploadScans } from '../../../server/features/attendance/upload-scans.ts';
import { toldIn } from '../../../server/platform/live/stream.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';

const start = Date.parse('2026-11-23T01:00:00Z');
let count = 0;
const newId = (): string => `offline-${(count += 1)}`;

async function doors(number: number): Promise<{ guest: Guest; access: Access[] }> {
  const event = await makeEvent();
  const guest = await makeGuest({ event: event._id });
  const access = [];
  for (let door = 0; door < number; door += 1) access.push(await accessAs('device', { event }));
  return { guest, access };
}

const upload = (access: Access, batch: readonly unknown[]) => uploadScans(access, readHappenings(batch));

function entry(guest: Guest, { id = newId(), minutes = 0, seq = 1 } = {}) {
  return { id, kind: 'entry', guest: String(guest._id), at: start + minutes * 60_000, seq };
}

describe('what a door uploads afterwards', () => {
  useDatabase();

  it('is on record with a receipt each, and sent again changes nothing', async () => {
    const { guest, access } = await doors(1);
    const [door] = access;
    if (!door) throw new Error('no door');
    const batch = [entry(guest)];
    const first = await upload(door, batch);
    const before = await CheckIns.findOne({ guest: guest._id }).lean();
    const again = await upload(door, batch);

    const { id } = batch[0] ?? { id: '' };
    expect(first).to.deep.equal([{ id, result: 'recorded', repeated: false }]);
    expect(again).to.deep.equal([{ id, result: 'recorded', repeated: true }]);
    expect(await CheckIns.findOne({ guest: guest._id }).lean()).to.deep.equal(before);
    expect(before?.admission?.at).to.deep.equal(new Date(start));
  });

  it('shows that another door has let somebody in on the same pass, and keeps both', async () => {
    const { guest, access } = await doors(2);
    const [first, second] = access;
    if (!first || !second) throw new Error('no doors');
    await upload(first, [entry(guest, { minutes: 5 })]);
    const earlier = entry(guest);
    const [receipt] = await upload(second, [earlier]);

    expect(receipt?.result).to.equal('recorded');
    const kept = await CheckIns.findOne({ guest: guest._id }).lean();
    expect(kept?.passages).to.have.length(2);
    expect([kept?.admission?.scanId, kept?.doubles.map(({ of }) => of)]).to.deep.equal([
      earlier.id,
      [earlier.id],
    ]);
    const online = await checkIn(first, { scanId: newId(), code: guest.code, method: 'scan' });
    expect(online.verdict).to.equal('already-here');
  });

  it('is taken even when the event is over and the guest was cancelled: it has happened', async () => {
    const event = await makeEvent({ state: 'closed' });
    const access = await accessAs('device', { event });
    const guest = await makeGuest({ event: event._id, state: 'cancelled' });
    const [receipt] = await upload(access, [entry(guest)]);
    expect(receipt?.result).to.equal('recorded');
  });

  it('keeps apart what means nobody here or cannot be read, and lets its neighbours pass', async () => {
    const { guest, access } = await doors(1);
    const elsewhere = await makeGuest({ event: (await makeEvent())._id });
    const [door] = access;
    if (!door) throw new Error('no door');
    const batch = [entry(elsewhere), { nonsense: true }, entry(guest), null];
    const receipts = await upload(door, batch);
    await upload(door, batch);

    expect(receipts.map(({ result }) => result)).to.deep.equal(['stray', 'stray', 'recorded', 'stray']);
    expect(await StrayScans.countDocuments({ event: door.event._id })).to.equal(3);
    expect(await CheckIns.countDocuments({ guest: elsewhere._id })).to.equal(0);
  });

  it('keeps a stray once, in whatever order and with whatever more it is told again', async () => {
    const { access } = await doors(1);
    const [door] = access;
    if (!door) throw new Error('no door');
    const stray = { id: newId(), kind: 'entry', pass: 'ffffffffffffffff', at: start, seq: 1 };
    const { id, ...rest } = stray;
    const [first] = await upload(door, [stray]);
    const again = await upload(door, [
      { ...rest, id },
      { ...stray, text: 'E1:…' },
    ]);
    expect([first, ...again].map((each) => [each?.result, each?.repeated])).to.deep.equal([
      ['stray', false],
      ['stray', true],
      ['stray', true],
    ]);
    const kept = await StrayScans.find({ event: door.event._id }).lean();
    expect(kept.map(({ content }) => JSON.parse(content))).to.deep.equal([stray]);
  });

  it('writes down a newcomer once, and tells of them once', async () => {
    const { access } = await doors(1);
    const [door] = access;
    if (!door) throw new Error('no door');
    const guest = 'c'.repeat(24);
    const told = () => toldIn(rooms.desk(door.event), ['page:stale', 'attendance:counted']);
    const walkIn = { kind: 'walk-in', id: newId(), guest, at: start, seq: 1, name: 'Phạm Khách Mới' };
    const first = await upload(door, [walkIn]);
    const before = told();
    const again = await upload(door, [{ ...walkIn, name: 'Phạm Khách' }]);

    expect([...first, ...again].map(({ result, repeated }) => [result, repeated])).to.deep.equal([
      ['recorded', false],
      ['recorded', true],
    ]);
    expect(told()).to.equal(before);
    const kept = await Guests.find({ event: door.event._id, _id: guest }).lean();
    expect(kept.map(({ name }) => name.vi)).to.deep.equal(['Phạm Khách Mới']);
  });

  it('believes no clock that runs ahead of ours', async () => {
    const { guest, access } = await doors(1);
    const [door] = access;
    if (!door) throw new Error('no door');
    await upload(door, [{ ...entry(guest), at: Date.now() + 86_400_000 }]);
    const kept = await CheckIns.findOne({ guest: guest._id }).lean();
    expect(kept?.admission?.at.getTime()).to.be.lessThan(Date.now() + 10_000);
  });

  it('comes to what the facts say, in whatever order and pieces the devices send it', async () => {
    const { guest, access } = await doors(4);
    const list = wholeEvent(guestEvent(access));
    await fc.assert(
      fc.asyncProperty(histories, async (happenings) => {
        await CheckIns.deleteMany({ guest: guest._id });
        const sent = happenings.map(({ door, what, minutes, target, seq }, place) => {
          const about = { ...entry(guest, { id: `happening-${count}-${place}`, minutes, seq }), door };
          if (what === 'undo')
            return { ...about, kind: 'undo', target: `happening-${count}-${target % happenings.length}` };
          return { ...about, kind: what };
        });
        count += 1;
        await Promise.all(
          access.map(async (each, door) => {
            const own = sent.flatMap(({ door: at, ...rest }) => (at === door ? [rest] : []));
            const cut = Math.ceil(own.length / 2);
            await upload(each, own.slice(cut));
            await upload(each, own);
          }),
        );
        const kept = await CheckIns.findOne({ guest: guest._id }).lean<CheckIn>();
        const { inside, doubles } = foldFacts(kept?.passages.map(factOf) ?? [], list);
        expect(kept?.passages.length ?? 0).to.equal(sent.length);
        expect([kept?.admission?.scanId ?? null, kept?.doubles ?? []]).to.deep.equal([inside, doubles]);
      }),
      { numRuns: 25 },
    );
  });
});

const histories = fc
  .array(
    fc.record({
      door: fc.integer({ min: 0, max: 3 }),
      what: fc.constantFrom('entry', 'entry', 'exit', 'undo'),
      minutes: fc.integer({ min: 0, max: 120 }),
      target: fc.nat(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((happenings) => happenings.map((happening, seq) => ({ ...happening, seq: seq + 1 })));

function guestEvent([first]: readonly Access[]): Access['event'] {
  if (!first) throw new Error('no door');
  return first.event;
}
