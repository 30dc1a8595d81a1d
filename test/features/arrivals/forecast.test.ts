import { expect } from 'chai';
import * as fc from 'fast-check';
import { forecast, paceOf } from '../../../server/features/arrivals/forecast.ts';
import { refusedInARow } from '../../../server/features/arrivals/refused-in-a-row.ts';
import { rushHour } from '../../../server/features/arrivals/rush-hour.ts';

const MINUTE = 60_000;
const now = Date.parse('2026-12-15T00:50:00Z');
const startsAt = now + 10 * MINUTE;

/** So many people, one after the other at the same pace, until now. */
function arriving(count: number, minutes: number): number[] {
  return Array.from({ length: count }, (_, place) => now - ((place + 1) * minutes * MINUTE) / count);
}

describe('the forecast of the queue', () => {
  it('says that nobody is left, and only how many when they are few', () => {
    expect(forecast({ arrivals: [], expected: 80, left: 0, now, startsAt })).to.deep.equal({
      kind: 'all-in',
    });
    expect(forecast({ arrivals: arriving(80, 10), expected: 900, left: 3, now, startsAt })).to.deep.equal({
      kind: 'few-left',
      left: 3,
    });
  });

  it('does not call everybody in while nobody is expected', () => {
    expect(forecast({ arrivals: [], expected: 0, left: 0, now, startsAt })).to.deep.equal({
      kind: 'nobody-expected',
    });
  });

  it('promises nothing while nobody comes', () => {
    const before = arriving(50, 10).map((at) => at - 11 * MINUTE);
    expect(forecast({ arrivals: before, expected: 900, left: 100, now, startsAt })).to.deep.equal({
      kind: 'quiet',
      left: 100,
    });
  });

  it('says when everybody will be in at the pace of the last ten minutes', () => {
    // 100 in 10 minutes are 600 an hour; 50 more take 5 minutes.
    expect(forecast({ arrivals: arriving(100, 10), expected: 900, left: 50, now, startsAt })).to.deep.equal({
      kind: 'in-time',
      left: 50,
      perHour: 600,
      clearAt: now + 5 * MINUTE,
    });
  });

  it('says how many will be outside at the start, and how many desks would be needed', () => {
    expect(forecast({ arrivals: arriving(100, 10), expected: 900, left: 300, now, startsAt })).to.deep.equal({
      kind: 'late',
      left: 300,
      perHour: 600,
      clearAt: now + 30 * MINUTE,
      outside: 200,
      desks: 16,
    });
  });

  it('compares with nothing once it has begun, or while nobody knows when it begins', () => {
    const rush = { arrivals: arriving(100, 10), expected: 900, left: 50, now };
    expect(forecast({ ...rush, startsAt: now - MINUTE }).kind).to.equal('after-start');
    expect(forecast({ ...rush, startsAt: null }).kind).to.equal('in-time');
  });

  it('follows a late rush at once, and a door that has just been opened', () => {
    const calm = arriving(10, 10);
    const rush = arriving(60, 3);
    expect(paceOf([...calm, ...rush], now)).to.be.closeTo(1260, 20);
    expect(paceOf(arriving(30, 3), now)).to.be.closeTo(600, 25);
  });

  it('never clears sooner for more people at the same pace', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 6, max: 900 }), (came, left) => {
        const at = (more: number) => {
          const told = forecast({
            arrivals: arriving(came, 10),
            expected: 900,
            left: left + more,
            now,
            startsAt,
          });
          return 'clearAt' in told ? told.clearAt : 0;
        };
        expect(at(1)).to.be.greaterThan(at(0)).and.greaterThan(now);
      }),
    );
  });
});

describe('arrivals per five minutes', () => {
  it('counts everybody who is shown once, by gate, without a gap', () => {
    const arrivals = arriving(90, 45).map((at, place) => ({ at, gate: place % 3 === 0 ? 'A' : 'B' }));
    const steps = rushHour(arrivals, { now, startsAt });
    expect(steps.reduce((sum, { total }) => sum + total, 0)).to.equal(90);
    expect(steps.reduce((sum, { counts }) => sum + (counts['A'] ?? 0), 0)).to.equal(30);
    const gaps = steps.slice(1).map(({ from }, place) => from - (steps[place]?.from ?? 0));
    expect(new Set(gaps)).to.deep.equal(new Set([5 * MINUTE]));
    expect(steps.at(-1)?.from).to.equal(startsAt);
  });

  it('spans at least an hour, so that one bar does not fill it', () => {
    expect(rushHour([{ at: now, gate: 'A' }], { now, startsAt: null })).to.have.length(12);
  });

  it('is nothing while nobody has come, and not longer than three hours', () => {
    expect(rushHour([], { now, startsAt })).to.deep.equal([]);
    const all = Array.from({ length: 100 }, (_, place) => ({ at: now - place * 6 * MINUTE, gate: 'A' }));
    expect(rushHour(all, { now, startsAt: null })).to.have.length(36);
  });
});

describe('refusals in a row', () => {
  const attempt = (door: string, minutes: number) => ({
    door: { id: door, name: `Cửa ${door}` },
    at: new Date(now - minutes * MINUTE),
  });

  it('are told from three on, until somebody is let in at that door or they are over', () => {
    const refusals = [attempt('a', 1), attempt('b', 1), attempt('a', 2), attempt('a', 3), attempt('b', 2)];
    const nobody = new Map<string, number>();
    expect(refusedInARow(refusals, nobody, now)).to.deep.equal([{ door: 'Cửa a', count: 3 }]);
    expect(refusedInARow(refusals, new Map([['a', now - 1.5 * MINUTE]]), now)).to.deep.equal([]);
    expect(refusedInARow(refusals, nobody, now + 20 * MINUTE)).to.deep.equal([]);
  });
});
