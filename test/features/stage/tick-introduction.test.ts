import { expect } from 'chai';
import { Types } from 'mongoose';
import { CheckIns } from '../../../models/check-in.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { undoCheckIn } from '../../../server/features/attendance/undo-check-in.ts';
import { cueItem } from '../../../server/features/stage/cue-item.ts';
import { lectern } from '../../../server/features/stage/lectern.ts';
import { loadStage } from '../../../server/features/stage/load-stage.ts';
import { introductionsModel } from '../../../server/features/stage/present-people.ts';
import { tickIntroduction } from '../../../server/features/stage/tick-introduction.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { rooms } from '../../../server/features/access/rooms.ts';
import { tell } from '../../../server/platform/live/tell.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeAgenda, makeGuest } from '../../support/factories.ts';

let scans = 0;
const admit = (access: Access, guest: Pick<Guest, '_id'>) =>
  checkIn(access, { scanId: `scan-${(scans += 1)}-of-a-test`, guest: String(guest._id), method: 'search' });

const tick = (access: Access, guest: Pick<Guest, '_id'>, introduced = true) =>
  tickIntroduction(access, { guest: String(guest._id), introduced });

async function list(access: Access) {
  return introductionsModel(access.event, await lectern(access), { locale: 'vi', canRun: true });
}

/** So many people who came in at once. */
async function fill(access: Access, count: number): Promise<void> {
  const event = access.event._id;
  const one = await makeGuest({ event });
  await admit(access, one);
  const checkIn = await CheckIns.findOne({ guest: one._id }).lean();
  const ids = Array.from({ length: count - 1 }, () => new Types.ObjectId());
  await Guests.insertMany(
    ids.map((_id) => ({ ...one, _id, ref: String(_id), code: String(_id) })),
    { lean: true },
  );
  await CheckIns.insertMany(
    ids.map((guest) => ({
      ...checkIn,
      _id: `${String(event)}:${String(guest)}`,
      guest,
      passages: checkIn?.passages.map((entry) => ({ ...entry, id: String(guest) })),
      effects: [],
    })),
    { lean: true },
  );
}

describe('introducing the guests', () => {
  useDatabase();

  it('shows who was let in, in protocol order, and forgets who was taken back', async () => {
    const access = await accessAs('owner');
    const event = access.event._id;
    const second = await makeGuest({ event, order: '0002', name: { vi: 'Trần Thị Hai' } });
    const first = await makeGuest({ event, order: '0001', name: { vi: 'Nguyễn Văn Một' } });
    await makeGuest({ event, order: '0000', name: { vi: 'Chưa Đến' } });
    expect((await list(access)).isEmpty).to.equal(true);

    const outcome = await admit(access, second);
    await admit(access, first);
    await admit(access, first);
    const { people, summary } = await list(access);
    expect(people.map(({ name, style }) => [name, style])).to.deep.equal([
      ['Đồng chí Nguyễn Văn Một', 'Chuyên viên Viện Nghiên cứu'],
      ['Đồng chí Trần Thị Hai', 'Chuyên viên Viện Nghiên cứu'],
    ]);
    expect(summary).to.equal('Đã giới thiệu 0/2 đại biểu có mặt');

    const undo = { undoId: 'undo-in-a-test', guest: String(second._id), scanId: outcome.scanId };
    await undoCheckIn(access, undo);
    expect((await list(access)).people.map(({ id }) => id)).to.deep.equal([String(first._id)]);
  });

  it('follows a change of rank, and somebody put on the list while the hall is shown', async () => {
    const access = await accessAs('owner');
    const event = access.event._id;
    const [first, second] = [
      await makeGuest({ event, order: '0001' }),
      await makeGuest({ event, order: '0002' }),
    ];
    for (const guest of [first, second]) await admit(access, guest);
    const ids = async () => (await list(access)).people.map(({ id }) => id);
    expect(await ids()).to.deep.equal([String(first._id), String(second._id)]);
    await Guests.updateOne({ _id: second._id }, { order: '0000' });
    tell(rooms.stage(access.event), 'page:stale', 'guests');
    const newcomer = await makeGuest({ event, order: '0003' });
    await admit(access, newcomer);
    expect(await ids()).to.deep.equal([second, first, newcomer].map(({ _id }) => String(_id)));
  });

  it('reads of a large hall only the people it shows', async () => {
    const access = await accessAs('owner');
    await fill(access, 160);
    const { list: all, people } = await lectern(access);
    expect([all.length, people.size]).to.deep.equal([160, 150]);
  });

  it('names the substitute who came, and for whom', async () => {
    const access = await accessAs('owner');
    const guest = await makeGuest({ event: access.event._id, name: { vi: 'Lê Vắng Mặt' } });
    const substitute = { name: 'Phạm Đi Thay', position: '', phone: '', email: '' };
    await Guests.updateOne(
      { _id: guest._id },
      {
        $set: {
          standing: 'substitute',
          answer: { kind: 'substitute', channel: 'phone', note: '', substitute, at: new Date(), by: 'x' },
        },
      },
    );
    await admit(access, guest);
    const [person] = (await list(access)).people;
    expect(person).to.include({
      name: 'Phạm Đi Thay',
      substitute: 'dự thay đồng chí Lê Vắng Mặt, Chuyên viên Viện Nghiên cứu',
    });
  });

  it('ticks once however often it is said, at the same time too, and takes it back', async () => {
    const access = await accessAs('owner');
    const guest = await makeGuest({ event: access.event._id });
    await tick(access, guest, false);
    await Promise.all([1, 2, 3, 4].map(() => tick(access, guest)));
    expect((await loadStage(access.event)).introduced.map(({ id }) => id)).to.deep.equal([String(guest._id)]);
    await tick(access, guest, false);
    await tick(access, guest, false);
    expect((await loadStage(access.event)).introduced).to.deep.equal([]);
  });

  it('is noted with the name, once, and so is taking it back', async () => {
    const access = await accessAs('owner');
    const guest = await makeGuest({ event: access.event._id, name: { vi: 'Lê Thị Mai' } });
    for (const introduced of [false, true, true, false, false]) await tick(access, guest, introduced);
    const { effects } = await loadStage(access.event);
    expect(effects.map(({ data }) => [data['action'], data['params']])).to.deep.equal([
      ['audit.stage.introduced', { name: 'Lê Thị Mai' }],
      ['audit.stage.introduction-undone', { name: 'Lê Thị Mai' }],
    ]);
  });

  it('keeps the ticks of two people who introduce at the same time', async () => {
    const access = await accessAs('owner');
    const guests = await Promise.all([1, 2, 3].map(() => makeGuest({ event: access.event._id })));
    await Promise.all(guests.map((guest) => tick(access, guest)));
    expect((await loadStage(access.event)).introduced).to.have.length(3);
  });

  it('does not get in the way of the next item', async () => {
    const access = await accessAs('owner');
    await makeAgenda(access.event, [{ id: 'a' }, { id: 'b' }]);
    const guest = await makeGuest({ event: access.event._id });
    const before = await loadStage(access.event);
    await tick(access, guest);
    const stage = await cueItem(access, { rev: before.rev, item: 'a' });
    await tick(access, guest, false);
    expect((await cueItem(access, { rev: stage.rev, item: 'b' })).running).to.equal('b');
  });
});
