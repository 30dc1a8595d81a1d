import { expect } from 'chai';
import type { EntryFact } from '../../../contract/attendance/facts.ts';
import { type Circumstances, judge, type Known } from '../../../contract/attendance/judge.ts';
import type { CheckInList } from '../../../contract/attendance/list.ts';

const noon = Date.parse('2026-11-23T05:00:00Z');
const minute = 60_000;
const entry: EntryFact = { kind: 'entry', id: 'new', at: noon, device: 'door', seq: 9, override: false };
const before: EntryFact = { ...entry, id: 'old', at: noon - 60 * minute, device: 'gate', seq: 1 };
const lunch: CheckInList = {
  id: 'lunch',
  name: { vi: 'Bữa trưa' },
  kind: 'meal',
  rule: 'once',
  times: 1,
  timeZone: 'Asia/Ho_Chi_Minh',
  dayStartsAt: 4,
  opensAt: noon - 30 * minute,
  closesAt: noon + 30 * minute,
  categories: [],
  requires: '',
};

function told(
  list: Partial<CheckInList> = {},
  known: Partial<Known> = {},
  circumstances: Partial<Circumstances> = {},
): string {
  const judgement = judge(
    entry,
    { category: 'vip', state: 'expected', facts: [], ...known },
    {
      list: { ...lunch, ...list },
      circumstances: { isOpen: true, hasRequired: true, gate: [], doubt: 0, ...circumstances },
    },
  );
  return judgement.admits ? 'welcome' : `${judgement.reason} ${judgement.of}`.trim();
}

describe('the judgement at a door', () => {
  it('admits whom the list means, while it is open', () => {
    expect(told()).to.equal('welcome');
    expect(told({ categories: ['vip', 'press'] })).to.equal('welcome');
  });

  it('names the first reason against it', () => {
    expect(told({}, {}, { isOpen: false })).to.equal('not-open');
    expect(told({}, { state: 'cancelled' })).to.equal('cancelled');
    expect(told({}, { state: 'replaced' })).to.equal('cancelled');
    expect(told({ categories: ['press'] })).to.equal('wrong-category');
    expect(told({ opensAt: noon + minute })).to.equal('too-early');
    expect(told({ closesAt: noon - minute })).to.equal('too-late');
    expect(told({}, {}, { hasRequired: false })).to.equal('not-inside');
  });

  it('tells which admission leaves no room for another', () => {
    expect(told({}, { facts: [before] })).to.equal('already-here old');
    expect(told({ rule: 'times', times: 2 }, { facts: [before] })).to.equal('welcome');
    expect(told({ rule: 'in-out' }, { facts: [before] })).to.equal('already-here old');
  });

  it('takes a second read of the same pass for what it is', () => {
    const justNow = { ...entry, id: 'old', at: noon - 1000, seq: 8 };
    expect(told({ rule: 'times', times: 5 }, { facts: [justNow] })).to.equal('already-here old');
  });

  it('gives the guest the benefit of a doubt that is not theirs', () => {
    expect(told({ opensAt: noon + 5 * minute }, {}, { doubt: 10 * minute })).to.equal('welcome');
    expect(told({ requires: 'event' }, {}, { hasRequired: null })).to.equal('welcome');
  });
});
