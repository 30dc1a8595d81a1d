import { expect } from 'chai';
import mongoose, { Types } from 'mongoose';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { concernList } from '../../../server/features/attention/concern-list.ts';
import { guestRecord } from '../../../server/features/guests/guest-record.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent } from '../../support/factories.ts';

const MANY = 10_000;
const at = new Date('2026-12-01T03:00:00Z');

interface Asked {
  collection: string;
  method: string;
  args: object[];
}

describe('what needs somebody among ten thousand guests', () => {
  useDatabase();
  let access: Access;

  before(async function fill() {
    const event = await makeEvent({ replyBy: new Date('2026-12-05T10:00:00Z') });
    access = await accessAs('owner', { event });
    const guests = Array.from({ length: MANY }, (_, index) => guest(event, index));
    await Guests.collection.insertMany(guests);
    const mails = guests.map((each, index) => ({
      _id: `mail-${index}`,
      event: event._id,
      guest: each._id,
      to: { name: '', address: each.email },
      state: index % 100 === 0 ? 'bounced' : 'sent',
      queuedAt: at,
      effects: [],
    }));
    await OutboxMails.collection.insertMany(mails as never[]);
  });

  it('is found in indexes: no collection is walked through, and only those it is about are read', async () => {
    const { result, plans } = await explained(() => concernList({ access, now: at }));
    expect(result.map(({ kind, count }) => [kind, count])).to.deep.equal([
      ['unreached', 100],
      ['silent-chiefs', 8],
      ['seats-doubled', 1],
      ['duplicates', 2],
    ]);
    expect(plans).to.have.length.above(10);
    expect(plans.filter((plan) => plan.includes('COLLSCAN'))).to.deep.equal([]);
    const read = plans.reduce((sum, plan) => sum + documentsOf(plan), 0);
    expect(read).to.be.at.most(1500);
  });
});

/** Asks the database how it went about everything it was asked while something ran. */
async function explained<T>(run: () => Promise<T>): Promise<{ result: T; plans: string[] }> {
  const asked: Asked[] = [];
  mongoose.set('debug', (collection: string, method: string, ...args: object[]) => {
    if (['find', 'aggregate', 'countDocuments'].includes(method)) asked.push({ collection, method, args });
  });
  const result = await run();
  mongoose.set('debug', false);
  const plans = await Promise.all(asked.map(async (one) => JSON.stringify(await explain(one))));
  return { result, plans };
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

function guest(event: Conference, index: number): Guest {
  const number = String(index).padStart(5, '0');
  const facts = {
    name: { vi: index > MANY - 5 ? `Nguyễn Văn Đôi ${index % 2}` : `Trần Văn ${number}` },
    addressForm: 'dong-chi' as const,
    position: { vi: 'Chuyên viên' },
    organisation: null,
    organisationName: { vi: `Đơn vị ${index % 80}` },
    email: index > MANY - 5 ? '' : `khach${number}@example.org`,
    phone: '',
    locale: 'vi' as const,
    pronunciation: '',
    nationality: '',
    contact: null,
    category: 'delegate',
    side: 'guest' as const,
    delegation: '',
    headOfDelegation: false,
    seniority: 0,
    lift: null,
    seat: index === 1 || index === 2 ? 'A-1' : index < 2000 ? `B-${index}` : '',
    note: '',
    answers: [],
    state: 'listed' as const,
    invitation: null,
    answer: null,
  };
  return {
    ...facts,
    ...guestRecord(facts, event),
    _id: new Types.ObjectId(),
    event: event._id,
    ref: `guest-${number}`,
    code: `CODE${number}`,
    order: number,
    standing: index % 5 === 0 ? 'no-answer' : 'attending',
    arrivedAt: null,
    rev: 1,
    createdAt: at,
    updatedAt: at,
    effects: [],
  };
}
