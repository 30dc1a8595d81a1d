import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import mongoose, { type Types } from 'mongoose';
import { seedEvent, seedGuests } from '../../../bench/support/seed.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { Guests } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { arrivalLog } from '../../../server/features/arrivals/arrival-log.ts';
import { board } from '../../../server/features/arrivals/board.ts';
import { breakdown } from '../../../server/features/arrivals/breakdown.ts';
import { latestArrivals } from '../../../server/features/arrivals/latest-arrivals.ts';
import { missing } from '../../../server/features/arrivals/missing.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs } from '../../support/factories.ts';

const MANY = 10_000;
const now = Date.now();

interface Asked {
  collection: string;
  method: string;
  args: object[];
}

describe('the board of ten thousand guests', () => {
  useDatabase();
  let access: Access;

  before(async () => {
    const event = await seedEvent('board-of-many');
    access = await accessAs('editor', { event });
    let place = 0;
    const guests = await seedGuests(event, MANY, (guest) => {
      place += 1;
      const arrivedAt = place % 2 === 0 ? new Date(now - place * 300) : null;
      return { ...guest, standing: 'attending', arrivedAt };
    });
    const inside = guests.filter(({ arrivedAt }) => arrivedAt !== null);
    await CheckIns.collection.insertMany(
      inside.map(({ _id, arrivedAt }) => checkIn(event._id, _id, arrivedAt ?? new Date())) as never[],
    );
    // As after the first look at the board.
    await arrivalLog(event);
  });

  it('is read from indexes, and what nobody has changed is not read again', async () => {
    const asked = await whatIsAsked(async () => {
      const facts = await board(access);
      await Promise.all([latestArrivals(access), missing(access), breakdown(access, 'category', facts)]);
    });
    const plans = await Promise.all(asked.map(async (one) => JSON.stringify(await explain(one))));
    expect(plans).to.have.length.above(8);
    expect(plans.filter((plan) => plan.includes('COLLSCAN'))).to.deep.equal([]);
    const read = plans.reduce((sum, plan) => sum + documentsOf(plan), 0);
    expect(read).to.be.at.most(500);
  });

  it('tells the same by the log, by the index and by the guests', async () => {
    const facts = await board(access);
    expect([facts.log.length, facts.count.present]).to.deep.equal([MANY / 2, MANY / 2]);
    const [category] = await breakdown(access, 'category', facts);
    expect(category?.present).to.equal(await Guests.countDocuments({ arrivedAt: { $ne: null } }));
  });
});

function checkIn(event: Types.ObjectId, guest: Types.ObjectId, at: Date): CheckIn {
  const list = String(event);
  const id = randomUUID();
  const door = { id: 'gate', name: 'Cổng chính' };
  return {
    _id: `${list}:${String(guest)}`,
    event,
    list,
    guest,
    passages: [
      { id, kind: 'entry', at, deviceAt: null, door, seq: 1, by: 'Lan', method: 'scan', substitute: '' },
    ],
    admission: { scanId: id, at, substitute: '' },
    companions: [],
    doubles: [],
    rev: 1,
    // Long before what is read again for safety.
    changedAt: new Date(at.getTime() - 60_000),
    effects: [],
  };
}

async function whatIsAsked(run: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  mongoose.set('debug', (collection: string, method: string, ...args: object[]) => {
    if (['find', 'aggregate', 'countDocuments'].includes(method)) asked.push({ collection, method, args });
  });
  await run();
  mongoose.set('debug', false);
  return asked;
}

async function explain({ collection, method, args: [what = {}, options = {}] }: Asked): Promise<object> {
  const from = mongoose.connection.collection(collection);
  if (method === 'find') return from.find(what, options).explain('executionStats');
  const counting = [{ $match: what }, { $group: { _id: 1, n: { $sum: 1 } } }];
  const pipeline = method === 'aggregate' ? (what as object[]) : counting;
  return from.aggregate(pipeline, options).explain('executionStats');
}

function documentsOf(plan: string): number {
  return Number(/"totalDocsExamined":(\d+)/.exec(plan)?.[1] ?? 0);
}
