import { expect } from 'chai';
import { groupRead } from '../../../server/platform/database/group-read.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('grouped reads', () => {
  it('ask the database once for everybody of one turn, and for everybody who came while it was busy', async () => {
    const asked: string[][] = [];
    const read = groupRead(async (keys) => {
      asked.push(keys);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return new Map(keys.map((key) => [key, key.toUpperCase()]));
    });

    const answers: Promise<string | undefined>[] = [];
    for (const keys of [['a', 'b', 'a'], ['c'], ['d'], ['e', 'd']]) {
      answers.push(...keys.map(read));
      await turn();
    }

    expect(await Promise.all(answers)).to.deep.equal(['A', 'B', 'A', 'C', 'D', 'E', 'D']);
    expect(asked).to.deep.equal([['a', 'b'], ['c'], ['d', 'e']]);
  });

  it('never answer with what was read before the question', async () => {
    let truth = 1;
    const read = groupRead(async (keys) => {
      const seen = truth;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return new Map(keys.map((key) => [key, seen]));
    });

    const before = [read('a'), read('b')];
    await turn();
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
