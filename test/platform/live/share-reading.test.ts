import { expect } from 'chai';
import { shareReading } from '../../../server/platform/live/share-reading.ts';

describe('a reading shared by many viewers', () => {
  let reads = 0;
  let told = 0;
  const ask = shareReading(
    async (name: string): Promise<string> => {
      reads += 1;
      if (name === 'broken') throw new Error('away');
      return `${name} ${reads}`;
    },
    { key: (name) => name, version: () => String(told), longest: 20 },
  );
  beforeEach(() => void (reads = 0));

  it('is made once for all who ask at the same moment, for each thing apart', async () => {
    expect(await Promise.all([ask('a'), ask('a'), ask('b'), ask('a')])).to.deep.equal([
      'a 1',
      'a 1',
      'b 2',
      'a 1',
    ]);
  });

  it('is made again as soon as something new was told, even while the old one is under way', async () => {
    const before = ask('news');
    told += 1;
    expect(await Promise.all([before, ask('news')])).to.deep.equal(['news 1', 'news 2']);
  });

  it('is made again when it has grown old', async () => {
    const young = await ask('old');
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect([young, await ask('old')]).to.deep.equal(['old 1', 'old 2']);
  });

  it('is not kept when it failed', async () => {
    for (const _ of [1, 2]) await ask('broken').catch(() => undefined);
    expect(reads).to.equal(2);
  });
});
