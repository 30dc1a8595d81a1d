import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { CheckIns } from '../../../models/check-in.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { eventStatement } from '../../../server/features/attendance/event-statement.ts';
import { boardModel, statsModel } from '../../../server/features/events/present-overview.ts';
import { headcount } from '../../../server/features/guests/headcount.ts';
import { eventOverview, overviewParts } from '../../../server/features/events/overview.ts';
import { tell } from '../../../server/platform/live/tell.ts';
import { rooms } from '../../../server/features/access/rooms.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';

const answer = {
  kind: 'attending' as const,
  channel: 'page' as const,
  by: '',
  at: new Date(1),
  note: '',
  substitute: null,
};
const at = { sendsMail: true, now: new Date('2026-12-10T00:00:00Z') };

describe('the first page of an event, fetched again piece by piece', () => {
  useDatabase();

  /** The collections that were read, each as often as it was. */
  async function readsOf(work: () => Promise<unknown>): Promise<string[]> {
    const reads: string[] = [];
    mongoose.set('debug', (collection: string) => void reads.push(collection));
    await work().finally(() => mongoose.set('debug', false));
    return reads;
  }

  it('reads for the numbers the list and the doors, nothing else', async () => {
    const access = await accessAs('owner');
    const reads = await readsOf(() => overviewParts.stats(access));
    expect([...new Set(reads)]).to.have.members(['guests', 'check-ins']);
  });

  it('counts once for all who hear the same news, and again after the next', async () => {
    const access = await accessAs('owner');
    const ask = () => overviewParts.stats(access);
    const once = await readsOf(ask);
    tell(rooms.desk(access.event), 'page:stale', 'guests');
    expect(await readsOf(() => Promise.all([ask(), ask(), ask()]))).to.deep.equal(once);
    await makeGuest({ event: access.event._id });
    tell(rooms.desk(access.event), 'page:stale', 'guests');
    expect((await ask()).listed).to.equal(1);
  });

  it('says in each piece what the whole page says', async () => {
    const access = await accessAs('owner', { event: await makeEvent({ state: 'live', capacity: 2 }) });
    for (const kind of [1, 2, 3]) {
      await makeGuest({ event: access.event._id, arrivedAt: new Date(kind), answer });
    }
    const { figures, ready, waiting, board } = await eventOverview(access, at);
    expect(waiting.map(({ kind }) => kind)).to.include('over-capacity');
    expect(await overviewParts.stats(access)).to.deep.equal(figures);
    expect(await overviewParts.ready(access, at)).to.deep.equal(ready);
    expect(await overviewParts.attention(access, at)).to.deep.equal(waiting);
    expect(await overviewParts.board(access)).to.deep.equal({ board, figures });
  });

  it('names who truly came, and counts companions and substitutes as the board and the statement do', async () => {
    const event = await makeEvent({ state: 'live' });
    const owner = await accessAs('owner', { event });
    const [host, absent] = [
      await makeGuest({ event: event._id, answer }),
      await makeGuest({ event: event._id, answer }),
    ];
    const scan = { method: 'search' as const, seq: 0 };
    await checkIn(owner, { ...scan, scanId: randomUUID(), guest: String(host._id) });
    const instead = { guest: String(absent._id), substitute: 'Phạm Văn Hai' };
    await checkIn(owner, { ...scan, scanId: randomUUID(), ...instead });
    await CheckIns.updateOne({ guest: host._id }, { $set: { companions: [0, 1] } });

    const { figures, board } = await eventOverview(owner, at);
    expect(figures).to.deep.include({ unannounced: 1, substitutes: 0, along: 2, attending: 2 });
    expect((await eventStatement(owner)).substitutes).to.equal(1);
    expect((await headcount(event)).companions).to.equal(figures.along);
    if (!board) throw new Error('The event is running');
    const shown = boardModel('vi', event, board, figures).board;
    const line = shown?.arrivals.find(({ name }) => name === 'Phạm Văn Hai');
    expect(line?.substituteFor).to.match(/^dự thay Trần Thị Khách/);
    expect([shown?.present, shown?.along]).to.deep.equal([figures.present, '+ 2 người đi cùng']);
    const { stats } = statsModel('vi', event, figures, true);
    expect(stats.map(({ value, note }) => [value, note])).to.deep.include(['1', 'trong đó 1 báo tại cửa']);
  });

  it('shows nobody more than their role may see, also right after somebody who may', async () => {
    const owner = await accessAs('owner', { event: await makeEvent({ state: 'live' }) });
    await Promise.all([overviewParts.board(owner), overviewParts.attention(owner, at)]);
    const mc = await accessAs('mc', { event: owner.event });
    expect(await overviewParts.ready(mc, at)).to.equal(null);
    expect(await overviewParts.attention(mc, at)).to.deep.equal([]);
  });
});
