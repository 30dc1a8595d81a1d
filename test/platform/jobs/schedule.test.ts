import { expect } from 'chai';
import { every } from '../../../server/platform/jobs/schedule.ts';

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a scheduled job', () => {
  it('runs at the start and again, never twice at once', async () => {
    let runs = 0;
    let now = 0;
    let most = 0;
    const run = async (): Promise<void> => {
      runs += 1;
      most = Math.max(most, (now += 1));
      await sleep(20);
      now -= 1;
    };
    const job = every(5, { name: 'slow', run });
    for (let nudges = 0; nudges < 20; nudges += 1) {
      job.nudge();
      await sleep(5);
    }
    await job.stop();
    const before = runs;
    await sleep(50);
    expect(most).to.equal(1);
    expect(runs).to.equal(before).and.to.be.greaterThan(2);
  });

  it('runs once more when it is nudged in the middle of a run', async () => {
    let runs = 0;
    const job = every(60_000, { name: 'nudged', run: async () => void (await sleep(30), (runs += 1)) });
    await sleep(15);
    job.nudge();
    job.nudge();
    await sleep(100);
    await job.stop();
    expect(runs).to.equal(2);
  });

  it('goes on after a failure, and says which job it was', async () => {
    const said: object[] = [];
    const note = (what: object | string): void => void said.push(Object(what));
    const log = { debug: note, info: note, warn: note, error: note };
    let runs = 0;
    const job = every(5, {
      name: 'shaky',
      log,
      run: async () => {
        runs += 1;
        if (runs === 1) throw new Error('once');
      },
    });
    await sleep(60);
    await job.stop();
    expect(runs).to.be.greaterThan(1);
    expect(said).to.have.length(1);
    expect(said[0]).to.have.property('job', 'shaky');
  });

  it('has ended when stop is over', async () => {
    let over = false;
    const job = every(60_000, {
      name: 'long',
      run: async () => {
        await sleep(40);
        over = true;
      },
    });
    await sleep(10);
    await job.stop();
    expect(over).to.equal(true);
  });
});
