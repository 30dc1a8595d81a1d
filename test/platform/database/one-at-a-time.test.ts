import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { oneAtATime } from '../../../server/platform/database/one-at-a-time.ts';
import { useDatabase } from '../../support/database.ts';

describe('work under one name', () => {
  useDatabase([]);

  it('goes one after the other, also after one that failed; other names do not wait', async () => {
    const seen: string[] = [];
    const work = (name: string, mark: string, fails = false) =>
      oneAtATime(name, async () => {
        seen.push(`${mark} begins`);
        await pause(15);
        seen.push(`${mark} ends`);
        if (fails) throw new Error('on purpose');
      }).catch(() => undefined);
    await work('a', 'first', true);
    await Promise.all([work('a', 'second'), work('a', 'third'), work('b', 'other')]);
    const ofA = seen.filter((line) => !line.startsWith('other')).map((line) => line.split(' ')[1]);
    expect(ofA).to.deep.equal(['begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
    expect(seen.indexOf('other begins')).to.be.lessThan(6);
  });

  it('takes over from one that died', async () => {
    const turns = mongoose.connection.collection<{ _id: string; holder: string; until: Date }>('turns');
    await turns.insertOne({ _id: 'dead', holder: 'nobody', until: new Date(Date.now() - 1) });
    expect(await oneAtATime('dead', async () => 'done')).to.equal('done');
    expect(await turns.countDocuments()).to.equal(0);
  });
});
