import { expect } from 'chai';
import mongoose from 'mongoose';
import { groupInsert } from '../../../server/platform/database/group-insert.ts';
import { isUnavailable } from '../../../server/platform/database/unavailable.ts';
import { sharedEngine, useDatabase } from '../../support/database.ts';

const collectionName = 'grouped';

describe('groupInsert', () => {
  useDatabase();

  it('says of each document whether it was there before', async () => {
    const insert = groupInsert({ collection: mongoose.connection.collection(collectionName) });
    await insert({ _id: 'first' });

    const results = await Promise.all(['first', 'second', 'third', 'second'].map((_id) => insert({ _id })));

    expect(results).to.deep.equal(['duplicate', 'inserted', 'inserted', 'duplicate']);
  });

  it('acknowledges nothing that is not there when the database dies in the middle', async function dying() {
    this.timeout(180_000);
    const collection = mongoose.connection.collection<{ _id: string }>(collectionName);
    const insert = groupInsert({ collection: mongoose.connection.collection(collectionName) });
    const acknowledged: string[] = [];
    const failures: unknown[] = [];
    const keep = async (_id: string): Promise<void> => {
      const result = await insert({ _id }).catch((error: unknown) => error);
      if (result === 'inserted') acknowledged.push(_id);
      else failures.push(result);
    };
    const pid = (await sharedEngine()).pid();

    for (let round = 0; round < 40; round += 1) {
      const rush = Array.from({ length: 50 }, (_, place) => keep(`rush-${round}-${place}`));
      if (round === 20 && pid) process.kill(pid, 'SIGKILL');
      await Promise.all(rush);
    }

    const there = new Set((await collection.find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.filter((_id) => !there.has(_id))).to.deep.equal([]);
    expect(failures.filter((failure) => !isUnavailable(failure))).to.deep.equal([]);
    expect(failures.length).to.be.greaterThan(0);
  });
});
