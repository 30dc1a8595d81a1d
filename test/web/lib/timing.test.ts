import { expect } from 'chai';
import { backoff, coalesce, debounce, wait } from '../../../public/src/lib/timing.ts';

describe('coalescing', () => {
  it('runs once now and once more for everything that came meanwhile', async () => {
    let runs = 0;
    const refresh = coalesce(async () => {
      runs += 1;
      await wait(10);
    });
    await Promise.all([refresh(), refresh(), refresh(), refresh()]);
    expect(runs).to.equal(2);
  });

  it('runs again after it has come to rest', async () => {
    let runs = 0;
    const refresh = coalesce(async () => {
      await wait(1);
      runs += 1;
    });
    await refresh();
    await refresh();
    expect(runs).to.equal(2);
  });

  it('does the waiting run even when the one before it failed', async () => {
    let runs = 0;
    const refresh = coalesce(async () => {
      runs += 1;
      await wait(5);
      if (runs === 1) throw new Error('no network');
    });
    const results = await Promise.allSettled([refresh(), refresh()]);
    expect(results.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled']);
    expect(runs).to.equal(2);
  });

  it('never runs twice at the same time', async () => {
    let running = 0;
    let most = 0;
    const refresh = coalesce(async () => {
      most = Math.max(most, (running += 1));
      await wait(3);
      running -= 1;
    });
    await Promise.all([refresh(), refresh().then(refresh), wait(1).then(refresh), wait(4).then(refresh)]);
    expect(most).to.equal(1);
  });
});

describe('waiting for quiet', () => {
  it('calls once, with what was said last', async () => {
    const said: string[] = [];
    const search = debounce(5, (text: string) => said.push(text));
    for (const text of ['c', 'cô', 'công']) search(text);
    await wait(20);
    expect(said).to.deep.equal(['công']);
  });
});

describe('trying again', () => {
  it('waits longer each time, up to eight seconds, and never all at once', () => {
    expect([0, 1, 2, 10].map((attempt) => backoff(attempt, 1))).to.deep.equal([400, 800, 1600, 8000]);
    expect(backoff(2, 0)).to.equal(800);
  });
});
