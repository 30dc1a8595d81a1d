import { expect } from 'chai';
import { groupRead } from '../../../server/platform/database/group-read.ts';

describe('grouped reads', () => {
  it('ask the database once for everybody who came while it was busy', async () => {
    const asked: string[][] = [];
    const read = groupRead(async (keys) => {
      asked.push(keys);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return new Map(keys.map((key) => [key, key.toUpperCase()]));
    });

    const answers = await Promise.all(['a', 'b', 'c', 'd', 'c', 'e'].map(read));

    expect(answers).to.deep.equal(['A', 'B', 'C', 'D', 'C', 'E']);
    expect(asked).to.deep.equal([['a'], ['b'], ['c', 'd', 'e']]);
  });

  it('never answer with what was read before the question', async () => {
    let truth = 1;
    const read = groupRead(async (keys) => {
      const seen = truth;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return new Map(keys.map((key) => [key, seen]));
    });

    const before = [read('a'), read('b')];
    truth = 2;
    const after = await read('a');

    expect(await Promise.all(before)).to.deep.equal([1, 1]);
    expect(after).to.equal(2);
  });

  it('tell everybody of a group that its read failed, and go on', async () => {
    let broken = true;
    const read = groupRead(async (keys) => {
      if (broken) throw new Error('away');
      return new Map(keys.map((key) => [key, key]));
    });

    const failed = await Promise.allSettled([read('a'), read('b'), read('c')]);
    broken = false;

    expect(failed.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected', 'rejected']);
    expect(await read('d')).to.equal('d');
  });
});
