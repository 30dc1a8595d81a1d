import { expect } from 'chai';
import * as fc from 'fast-check';
import type { SeatingArea } from '../../../models/seating.ts';
import { arrange, type Party } from '../../../server/features/seating/arrange.ts';
import { layOut, type Plan, seatsOf } from '../../../server/features/seating/lay-out.ts';
import { personOf } from '../../../server/features/seating/occupant.ts';

const apart = { seats: {}, options: { delegations: false, keep: true } };
const together = { seats: {}, options: { delegations: true, keep: true } };

describe('automatic seating', () => {
  it('seats the first in the middle of the front row, the next at the right hand, then at the left', () => {
    const { seats } = arrange(layOut([rows(2, 5)]), people(7), apart);
    expect(byName(layOut([rows(2, 5)]), seats)).to.deep.equal({
      'A-3': 'p0',
      'A-4': 'p1',
      'A-2': 'p2',
      'A-5': 'p3',
      'A-1': 'p4',
      'B-3': 'p5',
      'B-4': 'p6',
    });
  });

  it('begins beside the aisle in the middle', () => {
    const plan = layOut([{ ...rows(1, 4), aisles: [2] }]);
    expect(byName(plan, arrange(plan, people(2), apart).seats)).to.deep.equal({ 'A-3': 'p0', 'A-2': 'p1' });
  });

  it('fills the table nearest to the stage first, from the seat that looks at it', () => {
    const plan = layOut([{ ...rows(3, 4), kind: 'tables' }]);
    const { seats } = arrange(plan, people(5), apart);
    expect(byName(plan, seats)).to.deep.equal({
      '2-1': 'p0',
      '2-2': 'p1',
      '2-4': 'p2',
      '2-3': 'p3',
      '3-1': 'p4',
    });
  });

  it('keeps front rows, blocked seats and parts that are seated by hand free', () => {
    const stage = area({ id: 'stage', kind: 'stage', rows: 1, seats: 3, automatic: false });
    const hall = { ...rows(2, 3), keptRows: 1, blocked: ['B-2'] };
    const plan = layOut([stage, hall]);
    const { seats, left } = arrange(plan, people(3), apart);
    expect(byName(plan, seats)).to.deep.equal({ 'B-3': 'p0', 'B-1': 'p1' });
    expect(left).to.deep.equal(['p2']);
  });

  it('seats a category in its own part and nobody else there', () => {
    const own = { ...rows(1, 2), id: 'own', categories: ['vip'] };
    const plan = layOut([own, rows(1, 3)]);
    const guests = people(4).map((party, at) => ({ ...party, category: at > 1 ? 'vip' : '' }));
    expect(byName(plan, arrange(plan, guests, apart).seats)).to.deep.equal({
      'A-2': 'p2',
      'A-1': 'p3',
      'B-2': 'p0',
      'B-3': 'p1',
    });
  });

  it('keeps a delegation side by side where the rank of its first member puts it', () => {
    const guests = people(6).map((party, at) => ({ ...party, delegation: at % 2 === 0 ? 'A' : 'B' }));
    const plan = layOut([{ ...rows(2, 6), aisles: [3] }]);
    expect(byName(plan, arrange(plan, guests, together).seats)).to.deep.equal({
      'A-4': 'p0',
      'A-5': 'p2',
      'A-6': 'p4',
      'A-3': 'p1',
      'A-2': 'p3',
      'A-1': 'p5',
    });
  });

  it('seats companions beside those who bring them', () => {
    const [first, second] = people(2);
    if (!first || !second) throw new Error('nobody');
    const plan = layOut([rows(1, 4)]);
    const { seats } = arrange(plan, [{ ...first, companions: 1 }, second], apart);
    expect(byName(plan, seats)).to.deep.equal({ 'A-3': 'p0', 'A-2': 'p0+1', 'A-4': 'p1' });
  });

  it('leaves everybody in the seat they have, unless asked to begin anew', () => {
    const plan = layOut([rows(1, 3)]);
    const seats = { 'hall:1:1': 'p0' };
    const kept = arrange(plan, people(2), { seats, options: { delegations: false, keep: true } });
    const anew = arrange(plan, people(2), { seats, options: { delegations: false, keep: false } });
    expect(byName(plan, kept.seats)).to.deep.equal({ 'A-1': 'p0', 'A-2': 'p1' });
    expect(byName(plan, anew.seats)).to.deep.equal({ 'A-2': 'p0', 'A-3': 'p1' });
  });

  it('seats nobody twice and loses nobody, in whatever hall', () => {
    fc.assert(
      fc.property(halls, companies, fc.boolean(), (areas, parties, delegations) => {
        const plan = layOut(areas);
        const { seats, left } = arrange(plan, parties, { seats: {}, options: { delegations, keep: true } });
        const seated = Object.values(seats);
        const expected = parties
          .filter(({ id }) => !left.includes(id))
          .flatMap(({ id, companions }) => [id, ...numbers(companions).map((at) => `${id}+${at + 1}`)]);
        expect(seated.toSorted()).to.deep.equal(expected.toSorted());
        const usable = new Set(
          seatsOf(plan)
            .filter(({ blocked, kept }) => !blocked && !kept)
            .map(({ key }) => key),
        );
        expect(Object.keys(seats).filter((key) => !usable.has(key))).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });

  it('never seats a higher rank behind a lower one in the same part, as long as nobody comes in company', () => {
    fc.assert(
      fc.property(halls, companies, (areas, parties) => {
        const plan = layOut(areas);
        const alone = parties.map((party) => ({ ...party, companions: 0 }));
        const { seats } = arrange(plan, alone, apart);
        const rankOf = new Map(alone.map(({ id, order }) => [id, order + id]));
        for (const { seats: part } of plan.areas) {
          const taken = part.flatMap(({ key, line }) =>
            seats[key] ? [{ line, order: rankOf.get(seats[key]) ?? '' }] : [],
          );
          const inOrder = taken.toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(({ line }) => line);
          expect(inOrder).to.deep.equal(inOrder.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves somebody standing only when no seat of theirs is free', () => {
    fc.assert(
      fc.property(halls, companies, fc.boolean(), (areas, parties, delegations) => {
        const plan = layOut(areas);
        const alone = parties.map((party) => ({ ...party, companions: 0 }));
        const { seats, left } = arrange(plan, alone, { seats: {}, options: { delegations, keep: true } });
        if (left.length === 0) return;
        const standing = new Set(alone.filter(({ id }) => left.includes(id)).map(({ category }) => category));
        const bound = plan.areas.flatMap(({ area: { automatic, categories } }) =>
          automatic ? categories : [],
        );
        const open = plan.areas.filter(
          ({ area: { automatic, categories } }) =>
            automatic &&
            [...standing].some((one) =>
              bound.includes(one) ? categories.includes(one) : categories.length === 0,
            ),
        );
        const free = open.flatMap((part) =>
          part.seats.filter(({ key, kept, blocked }) => !kept && !blocked && !seats[key]),
        );
        expect(free).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });

  it('seats five thousand in delegations and couples, each on a seat of their own', () => {
    const guests = people(5000).map((party, at) => ({
      ...party,
      delegation: `d${at % 700}`,
      companions: at % 9 ? 0 : 1,
    }));
    const plan = layOut([
      { ...rows(60, 60), aisles: [20, 40] },
      { ...rows(200, 12), id: 'tables', kind: 'tables' },
    ]);
    const { seats, left } = arrange(plan, guests, together);
    const seated = Object.values(seats);
    expect(new Set(seated).size).to.equal(seated.length);
    expect(left.length + seated.filter((who) => personOf(who).companion === 0).length).to.equal(5000);
    expect(left.length).to.be.below(100);
  });
});

function area(given: Partial<SeatingArea>): SeatingArea {
  return {
    id: 'hall',
    kind: 'rows',
    name: {},
    prefix: '',
    rows: 1,
    seats: 1,
    aisles: [],
    keptRows: 0,
    blocked: [],
    categories: [],
    automatic: true,
    ...given,
  };
}

function rows(count: number, seats: number): SeatingArea {
  return area({ rows: count, seats });
}

function people(count: number): Party[] {
  return numbers(count).map((at) => ({
    id: `p${at}`,
    order: String(at).padStart(6, '0'),
    category: '',
    delegation: '',
    companions: 0,
  }));
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}

function byName(plan: Plan, seats: Record<string, string>): Record<string, string | undefined> {
  const taken = seatsOf(plan).filter(({ key }) => seats[key] !== undefined);
  return Object.fromEntries(taken.map(({ key, short }) => [short, seats[key]]));
}

const category = fc.constantFrom('', 'vip', 'press');

const halls = fc
  .array(
    fc.record({
      kind: fc.constantFrom('stage' as const, 'rows' as const, 'tables' as const, 'u' as const),
      rows: fc.integer({ min: 1, max: 5 }),
      seats: fc.integer({ min: 1, max: 9 }),
      aisles: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }),
      keptRows: fc.integer({ min: 0, max: 1 }),
      blocked: fc.array(fc.constantFrom('A-1', 'B', '2-1', '3'), { maxLength: 2 }),
      categories: fc.array(category, { maxLength: 1 }),
      automatic: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((areas) => areas.map((given, at) => area({ ...given, id: `a${at}` })));

const companies = fc
  .array(
    fc.record({
      order: fc.integer({ min: 0, max: 30 }).map((order) => String(order).padStart(3, '0')),
      category,
      delegation: fc.constantFrom('', 'x', 'y', 'z'),
      companions: fc.constantFrom(0, 0, 0, 1, 2),
    }),
    { maxLength: 60 },
  )
  .map((parties) => parties.map((party, at) => ({ ...party, id: `p${String(at).padStart(3, '0')}` })));
