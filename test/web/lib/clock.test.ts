import { expect } from 'chai';
import { serverNow, setServerTime } from '../../../public/src/lib/clock.ts';

describe('the clock', () => {
  afterEach(() => setServerTime(0, 0));

  it('goes with the server when the tablet is wrong', () => {
    setServerTime('2021-01-22T08:00:00.000Z', Date.parse('2021-01-22T07:53:00.000Z'));
    expect(serverNow(Date.parse('2021-01-22T07:54:30.000Z'))).to.equal(
      Date.parse('2021-01-22T08:01:30.000Z'),
    );
  });

  it('keeps what it knows when it is told nonsense', () => {
    setServerTime(5000, 1000);
    setServerTime('soon', 1000);
    expect(serverNow(1000)).to.equal(5000);
  });
});
