import { expect } from 'chai';
import { countsSince, dayOf } from '../../../contract/attendance/day.ts';
import type { CheckInRule } from '../../../contract/attendance/rules.ts';

const daily: CheckInRule = { rule: 'daily', times: 1, timeZone: 'Asia/Ho_Chi_Minh', dayStartsAt: 4 };
const hour = 3_600_000;

describe('the day of a list', () => {
  it('begins at the hour the list says, in the zone of the event', () => {
    const start = Date.parse('2026-11-24T04:00:00+07:00');
    for (const now of [start, start + 5 * hour, start + 24 * hour - 1])
      expect(countsSince(daily, now)).to.equal(start);
    expect(countsSince(daily, start - 1)).to.equal(start - 24 * hour);
    expect(dayOf(start - 1, daily)).to.equal('2026-11-23');
  });

  it('is longer and shorter where clocks are changed', () => {
    const berlin = { ...daily, timeZone: 'Europe/Berlin', dayStartsAt: 0 };
    const starts = ['2026-10-25T00:00:00+02:00', '2026-03-29T00:00:00+01:00'].map((each) => Date.parse(each));
    const [longer, shorter] = starts as [number, number];
    expect(countsSince(berlin, longer + 25 * hour - 1)).to.equal(longer);
    expect(countsSince(berlin, longer + 25 * hour)).to.equal(longer + 25 * hour);
    expect(countsSince(berlin, shorter + 23 * hour)).to.equal(shorter + 23 * hour);
  });

  it('means nothing to lists that do not count by the day', () => {
    for (const rule of ['once', 'times', 'in-out'] as const)
      expect(countsSince({ ...daily, rule }, Date.now())).to.equal(0);
  });
});
