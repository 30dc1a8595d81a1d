import { expect } from 'chai';
import * as fc from 'fast-check';
import type { ScanFact } from '../../../contract/attendance/facts.ts';
import { foldFacts } from '../../../contract/attendance/fold.ts';
import { type CheckInRule, DOUBLE_READ_MS, listRules } from '../../../contract/attendance/rules.ts';

const once: CheckInRule = { rule: 'once', times: 1, timeZone: 'Asia/Ho_Chi_Minh', dayStartsAt: 4 };
const morning = Date.parse('2026-11-23T01:00:00Z');
const hour = 3_600_000;

function entry(id: string, { at = morning, device = id, seq = 1, override = false } = {}): ScanFact {
  return { kind: 'entry', id, at, device, seq, override };
}
function exit(id: string, { at = morning, device = id, seq = 1 } = {}): ScanFact {
  return { kind: 'exit', id, at, device, seq };
}
function undo(id: string, target: string, { at = morning, device = id, seq = 1 } = {}): ScanFact {
  return { kind: 'undo', id, target, at, device, seq };
}

describe('what the facts of a door come to', () => {
  it('lets the first in, and shows an entry at another door that nobody there could know of', () => {
    const facts = [entry('late', { at: morning + hour }), entry('early')];
    expect(foldFacts(facts, once)).to.deep.include({
      admissions: ['early'],
      inside: 'early',
      doubles: [{ id: 'late', of: 'early' }],
    });
  });

  it('takes several reads at one door within half a minute for one', () => {
    const at = (seconds: number, seq: number) => ({ at: morning + seconds * 1000, device: 'door', seq });
    const facts = [entry('a', at(0, 1)), entry('b', at(10, 2)), entry('c', at(DOUBLE_READ_MS / 1000, 3))];
    expect(foldFacts(facts, once).doubles).to.deep.equal([{ id: 'c', of: 'a' }]);
  });

  it('takes nobody for a second read who went out by another door in between', () => {
    const through: CheckInRule = { ...once, rule: 'in-out' };
    const at = (seconds: number, device: string, seq = 1) => ({ at: morning + seconds * 1000, device, seq });
    const facts = [entry('a', at(0, 'A')), exit('b', at(5, 'B')), entry('c', at(10, 'A', 2))];
    expect(foldFacts(facts, through)).to.deep.include({ admissions: ['a', 'c'], inside: 'c' });
    const out = [...facts, exit('d', at(15, 'B', 2))];
    expect(foldFacts(out, through).inside).to.equal(null);
    const undone = [...facts, undo('u', 'b')];
    expect(foldFacts(undone, through)).to.deep.include({ admissions: ['a'], inside: 'a', doubles: [] });
  });

  it('forgets an entry that was taken back, even if that is heard of first', () => {
    const facts = [undo('u', 'a'), entry('a'), entry('b', { at: morning + hour })];
    expect(foldFacts(facts, once)).to.deep.include({ admissions: ['b'], inside: 'b', doubles: [] });
    expect(foldFacts(facts.slice(0, 2), once).inside).to.equal(null);
  });

  it('knows which companions are in, however often they were told and whoever was first', () => {
    const along = (id: string, place: number): ScanFact => ({
      kind: 'companion',
      place,
      id,
      at: morning,
      device: id,
      seq: 1,
    });
    const facts = [along('x', 2), entry('a'), along('y', 0), along('z', 2), along('w', 1), undo('u', 'w')];
    expect(foldFacts(facts, once)).to.deep.include({ companions: [0, 2], inside: 'a', doubles: [] });
    expect(foldFacts(facts.toReversed(), once).companions).to.deep.equal([0, 2]);
  });

  it('finds no contradiction in an entry that was ordered', () => {
    const facts = [entry('a'), entry('b', { at: morning + hour, override: true })];
    expect(foldFacts(facts, once)).to.deep.include({ admissions: ['a', 'b'], inside: 'a', doubles: [] });
  });

  it('counts each day by itself, which begins when the night is over', () => {
    const daily: CheckInRule = { ...once, rule: 'daily' };
    const afterMidnight = Date.parse('2026-11-23T18:30:00Z');
    const nextMorning = Date.parse('2026-11-24T00:30:00Z');
    const facts = [entry('a'), entry('b', { at: afterMidnight }), entry('c', { at: nextMorning })];
    expect(foldFacts(facts, daily)).to.deep.include({
      admissions: ['a', 'c'],
      inside: 'c',
      doubles: [{ id: 'b', of: 'a' }],
    });
  });

  it('gives out as often as the list says', () => {
    const twice: CheckInRule = { ...once, rule: 'times', times: 2 };
    const facts = ['a', 'b', 'c'].map((id, index) => entry(id, { at: morning + index * hour }));
    expect(foldFacts(facts, twice)).to.deep.include({
      admissions: ['a', 'b'],
      doubles: [{ id: 'c', of: 'b' }],
    });
  });

  it('lets in again who has gone out, and notices a second entry without an exit', () => {
    const through: CheckInRule = { ...once, rule: 'in-out' };
    const facts = [entry('a'), exit('b', { at: morning + 1 }), entry('c', { at: morning + 2 })];
    expect(foldFacts(facts, through)).to.deep.include({ admissions: ['a', 'c'], inside: 'c', doubles: [] });
    const twice = [...facts, entry('d', { at: morning + 3 })];
    expect(foldFacts(twice, through).doubles).to.deep.equal([{ id: 'd', of: 'c' }]);
    expect(foldFacts(facts.slice(0, 2), through).inside).to.equal(null);
  });

  it('keeps the order in which one device worked, although its clock was set back', () => {
    const through: CheckInRule = { ...once, rule: 'in-out' };
    const at = (minutes: number, seq: number) => ({ at: morning + minutes * 60_000, device: 'door', seq });
    const facts = [entry('in', at(60, 1)), exit('out', at(5, 2))];
    expect(foldFacts(facts, through).inside).to.equal(null);
  });

  it('is the same in whatever order, however often and in whatever pieces it is heard of', () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom(...listRules),
        fc.infiniteStream(fc.nat()),
        (facts, rule, dice) => {
          const kind = { ...once, rule, times: 2 };
          const shuffled = shuffle([...facts, ...facts.filter((_, index) => index % 3 === 0)], dice);
          expect(JSON.stringify(foldFacts(shuffled, kind))).to.equal(JSON.stringify(foldFacts(facts, kind)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('accounts for every entry: it counts, contradicts one that counts, repeats a read, or was taken back', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        const { admissions, doubles, inside } = foldFacts(facts, once);
        const undone = new Set(facts.flatMap((fact) => (fact.kind === 'undo' ? [fact.target] : [])));
        const known = new Set([...admissions, ...doubles.map(({ id }) => id)]);
        for (const id of known) expect(undone.has(id)).to.equal(false);
        for (const { of } of doubles) expect(admissions).to.include(of);
        expect(inside).to.equal(admissions[0] ?? null);
        const devices = new Set(facts.filter((fact) => known.has(fact.id)).map(({ device }) => device));
        for (const fact of facts)
          if (fact.kind === 'entry' && !undone.has(fact.id)) expect(devices.has(fact.device)).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });
});

const happening = fc.record({
  device: fc.integer({ min: 0, max: 7 }),
  minutes: fc.integer({ min: 0, max: 3000 }),
  seconds: fc.integer({ min: 0, max: 59 }),
  what: fc.constantFrom('entry', 'entry', 'entry', 'exit', 'undo', 'override'),
  target: fc.nat(),
});

/** What two to eight devices did, each counting for itself, some with a wrong clock. */
const histories = fc.array(happening, { maxLength: 40 }).map((happenings) => {
  const counts = new Map<number, number>();
  return happenings.map(({ device, minutes, seconds, what, target }, index): ScanFact => {
    const seq = (counts.get(device) ?? 0) + 1;
    counts.set(device, seq);
    const about = {
      id: `scan-${index}`,
      at: morning + (minutes * 60 + seconds) * 1000,
      device: `door-${device}`,
      seq,
    };
    if (what === 'undo') return { ...about, kind: 'undo', target: `scan-${target % happenings.length}` };
    if (what === 'exit') return { ...about, kind: 'exit' };
    return { ...about, kind: 'entry', override: what === 'override' };
  });
});

function shuffle<T>(items: readonly T[], dice: fc.Stream<number>): T[] {
  const left = [...items];
  const mixed: T[] = [];
  for (const roll of dice) {
    if (left.length === 0) break;
    mixed.push(...left.splice(roll % left.length, 1));
  }
  return mixed;
}
