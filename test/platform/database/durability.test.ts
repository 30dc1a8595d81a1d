import { expect } from 'chai';
import mongoose, { model, Schema } from 'mongoose';
import { isUnavailable } from '../../../server/platform/database/unavailable.ts';
import { emptyDatabase, sharedEngine, useDatabase } from '../../support/database.ts';

const Writes = model(
  'DurabilityWrite',
  new Schema<{ writer: number; number: number }>({ writer: Number, number: Number }),
);
const guestSchema = new Schema<{ event: number; table: number; order: number; words: string[] }>({
  event: Number,
  table: Number,
  order: Number,
  words: [String],
});
guestSchema.index({ event: 1, order: 1 });
guestSchema.index({ event: 1, words: 1 });
const Guests = model('RankerGuest', guestSchema);

describe('the database under the application', () => {
  useDatabase([Writes, Guests]);
  beforeEach(emptyDatabase);

  it('loses no acknowledged write when the engine is killed, and takes writes again within ten seconds', async () => {
    const engine = await sharedEngine();
    for (let round = 0; round < 3; round += 1) {
      const before = await Writes.countDocuments();
      const over = new AbortController();
      const writers = startWriters(16, over.signal);
      await sleep(300);
      process.kill(engine.pid() ?? 0, 'SIGKILL');
      await firstWriteAfter(Date.now());
      over.abort();
      const { acknowledged, refusals } = await writers;

      const found = new Set((await Writes.find().lean()).map(({ _id }) => String(_id)));
      expect(acknowledged.length).to.be.greaterThan(16);
      expect(acknowledged.filter((id) => !found.has(id))).to.deep.equal([]);
      expect(found.size).to.be.greaterThan(before);
      expect(refusals.filter((error) => !isUnavailable(error))).to.deep.equal([]);
    }
  });

  it('answers quickly that it is away while there is no engine', async () => {
    const lost = mongoose.createConnection('mongodb://%2Fnowhere%2Fengine.sock/x', {
      serverSelectionTimeoutMS: 200,
    });
    const error = await lost.asPromise().catch((reason: unknown) => reason);
    await lost.close();
    expect(isUnavailable(error)).to.equal(true);
    expect(
      isUnavailable(Object.assign(new Error('write EPIPE'), { syscall: 'write', code: 'EPIPE' })),
    ).to.equal(true);
    expect(isUnavailable(new Error('something else'))).to.equal(false);
    expect(
      isUnavailable(await Guests.findOne({ nope: 1 } as object).catch((reason: unknown) => reason)),
    ).to.equal(false);
  });

  it('sorts ten thousand guests by a field of no index, with two indexes to choose from', async () => {
    const rows = Array.from({ length: 10_000 }, (_, number) => ({
      event: 1,
      table: (number * 7_919) % 997,
      order: number,
      words: ['dang', `w${number % 50}`],
    }));
    await Guests.insertMany(rows);
    const tables = async (): Promise<number[]> =>
      (
        await Guests.find({ event: 1, words: 'dang', order: { $gte: 0 } })
          .sort({ table: 1 })
          .lean()
      ).map(({ table }) => table);

    const sorted = rows.map(({ table }) => table).sort((a, b) => a - b);
    expect(await tables()).to.deep.equal(sorted);

    const engine = await sharedEngine();
    const killed = engine.pid();
    process.kill(killed ?? 0, 'SIGKILL');
    while (engine.pid() === undefined || engine.pid() === killed) await sleep(20);
    await firstWriteAfter(Date.now());
    expect(await tables()).to.deep.equal(sorted);
  });
});

interface Written {
  acknowledged: string[];
  refusals: unknown[];
}

/** Each writer goes on until its first refusal, or to the end: whoever writes nothing in that second meets none. */
async function startWriters(count: number, over: AbortSignal): Promise<Written> {
  const written: Written = { acknowledged: [], refusals: [] };
  await Promise.all(Array.from({ length: count }, (_, writer) => write(writer, written, over)));
  return written;
}

async function write(writer: number, { acknowledged, refusals }: Written, over: AbortSignal): Promise<void> {
  for (let number = 0; !over.aborted; number += 1) {
    try {
      const row = await Writes.create({ writer, number });
      acknowledged.push(String(row._id));
    } catch (error) {
      refusals.push(error);
      return;
    }
  }
}

async function firstWriteAfter(moment: number): Promise<void> {
  while (Date.now() - moment < 10_000) {
    try {
      await Writes.create({ writer: -1, number: 0 });
      return;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await sleep(50);
    }
  }
  throw new Error('No write for ten seconds');
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
