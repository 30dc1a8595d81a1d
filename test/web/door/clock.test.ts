import { expect } from 'chai';
import { doorClock } from '../../../public/src/door/clock.ts';

describe('the clock of a device', () => {
  const real = { now: Date.now, steady: performance.now.bind(performance) };
  let wall: number;
  let steady: number;

  beforeEach(() => {
    [wall, steady] = [1_000_000, 500];
    Date.now = () => wall;
    performance.now = () => steady;
  });
  afterEach(() => {
    Date.now = real.now;
    performance.now = real.steady;
  });

  const pass = (milliseconds: number): void => {
    wall += milliseconds;
    steady += milliseconds;
  };

  it("follows the server's, half the way of an answer later", () => {
    const clock = doorClock(0, () => {});
    const told = clock.ask();
    pass(200);
    told(900_100);

    expect(clock.now()).to.equal(900_200);
    expect(clock.isUncertain()).to.equal(false);
  });

  it('learns nothing from an answer during which somebody has set the clock', () => {
    const clock = doorClock(0, () => {});
    const told = clock.ask();
    wall = 0;
    steady += 100;
    told(1_000_050);

    expect(clock.now()).to.equal(0);
    expect(clock.isUncertain()).to.equal(true);
    expect(clock.report().roundTrip).to.equal(0);
  });

  it('learns nothing from an answer during which the machine has slept', () => {
    const clock = doorClock(0, () => {});
    clock.ask()(1_000_000);
    const told = clock.ask();
    pass(6 * 60_000);
    told(1_000_010);

    expect(clock.now()).to.equal(1_360_000);
  });
});
