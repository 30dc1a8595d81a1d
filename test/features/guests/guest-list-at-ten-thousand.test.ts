import { expect } from 'chai';
import mongoose, { Types } from 'mongoose';
import type { AnswerKind } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { guestRecord } from '../../../server/features/guests/guest-record.ts';
import { guestList } from '../../../server/features/guests/guest-list.ts';
import { ListQuery } from '../../../server/features/guests/input.ts';
import { standingOf } from '../../../server/features/guests/standing.ts';
import { tabCounts } from '../../../server/features/guests/tab-counts.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent } from '../../support/factories.ts';

const MANY = 10_000;
const PAGE = 50;

describe('the guest list at ten thousand guests', () => {
  useDatabase();
  let access: Access;

  before(async function fill() {
    const event = await makeEvent();
    access = await accessAs('owner', { event });
    await Guests.collection.insertMany(Array.from({ length: MANY }, (_, index) => guest(event, index)));
  });

  const views: Record<string, Partial<ListQuery>> = {
    'everybody in the order of naming': {},
    'everybody by name': { sort: 'name' },
    'those who come': { tab: 'attending' },
    'the few who declined, by name': { tab: 'declined', sort: 'name' },
    'those who are in the hall': { tab: 'arrived' },
    'those who are still missing': { tab: 'missing' },
    'the cancelled': { tab: 'cancelled' },
  };

  for (const [what, query] of Object.entries(views)) {
    it(`reads a page of ${what} from the index alone`, async () => {
      const first = await planOf(() => guestList(access, ListQuery.parse(query)));
      const far = await guestList(access, ListQuery.parse({ ...query, page: first.result.next }));
      const third = await planOf(() => guestList(access, ListQuery.parse({ ...query, page: far.next })));
      for (const { plan, keys } of [first, third]) {
        expect(plan).to.not.match(/COLLSCAN|"SORT"/);
        expect(keys).to.be.at.most(3 * PAGE);
      }
      expect(third.result.rows.length).to.be.at.least(1);
    });
  }

  it('finds by beginnings of words without walking through the collection', async () => {
    const rare = await planOf(() => guestList(access, ListQuery.parse({ q: 'nguyen 09996' })));
    const common = await planOf(() => guestList(access, ListQuery.parse({ q: 'Nguyễn' })));
    expect(rare.result.rows).to.have.length(1);
    expect(common.result.rows).to.have.length(PAGE);
    expect(rare.plan + common.plan).to.not.contain('COLLSCAN');
    expect(rare.keys).to.be.at.most(3 * PAGE);
  });

  it('counts every tab in the indexes', async () => {
    const counts = await tabCounts(access.event);
    expect(counts.all + counts.cancelled).to.equal(MANY);
    expect(counts.arrived + counts.missing).to.equal(counts.attending + counts.substitute);
  });
});

function guest(event: Conference, index: number): Guest {
  const number = String(index).padStart(5, '0');
  const at = new Date(Date.UTC(2026, 0, 1) + index);
  const kinds = ['attending', 'attending', 'attending', 'substitute', null] as const;
  const kind: AnswerKind | null = index % 100 === 7 ? 'declined' : (kinds[index % kinds.length] ?? null);
  const answer = kind
    ? { kind, channel: 'page' as const, by: 'Khách', at, note: '', substitute: null }
    : null;
  const facts = {
    name: { vi: `${index % 3 === 0 ? 'Nguyễn' : 'Trần'} Văn ${number}` },
    addressForm: 'dong-chi' as const,
    position: { vi: index % 40 === 0 ? 'Giám đốc' : 'Chuyên viên' },
    organisation: null,
    organisationName: { vi: `Đơn vị ${index % 80}` },
    email: '',
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
    seat: '',
    note: '',
    answers: [],
    state: index % 50 === 49 ? ('cancelled' as const) : ('listed' as const),
    invitation: null,
    answer,
  };
  const standing = standingOf(facts);
  const expected = standing === 'attending' || standing === 'substitute';
  return {
    ...facts,
    ...guestRecord(facts, event),
    _id: new Types.ObjectId(),
    event: event._id,
    ref: `guest-${number}`,
    code: `CODE${number}`,
    standing,
    arrivedAt: expected && index % 20 !== 0 ? at : null,
    rev: 1,
    createdAt: at,
    updatedAt: at,
    effects: [],
  };
}

/** Runs a query and asks the database how it went about the last search it was asked for. */
async function planOf<T>(run: () => Promise<T>): Promise<{ result: T; plan: string; keys: number }> {
  let asked: { filter: object; options: object } | undefined;
  mongoose.set('debug', (collection: string, method: string, filter: object, options: object) => {
    if (collection === 'guests' && method === 'find') asked = { filter, options };
  });
  const result = await run();
  mongoose.set('debug', false);
  if (!asked) throw new Error('No guests were searched for');
  const explained = await Guests.collection.find(asked.filter, asked.options).explain('executionStats');
  const { executionStats, queryPlanner } = explained;
  return {
    result,
    plan: JSON.stringify(queryPlanner['winningPlan']),
    keys: Number(executionStats['totalKeysExamined']),
  };
}
