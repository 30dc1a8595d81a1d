import { expect } from 'chai';
import mongoose, { model, Schema } from 'mongoose';
import { missingIndexes } from '../../../server/platform/database/indexes.ts';
import { migrate } from '../../../server/platform/database/migrate.ts';
import { sweep } from '../../../server/platform/database/sweeper.ts';
import { useDatabase } from '../../support/database.ts';

const schema = new Schema<{ code: string; expires?: Date; contact?: string }>({
  code: String,
  expires: Date,
  contact: String,
});
schema.index({ code: 1 }, { unique: true });
schema.index({ contact: 1, code: -1 }, { partialFilterExpression: { contact: { $gt: '' } } });
schema.index({ expires: 1 });
const Codes = model('MigrateCode', schema);

describe('migrating', () => {
  useDatabase([]);
  beforeEach(async () => {
    await Codes.collection.drop();
    await mongoose.connection.collection('migrations').deleteMany({});
  });

  it('creates what the models declare, and readiness names what is missing until then', async () => {
    const all = ['migratecodes.code_1', 'migratecodes.contact_1_code_-1', 'migratecodes.expires_1'];
    expect(await missingIndexes([Codes])).to.deep.equal(all);
    await migrate([Codes], []);
    expect(await missingIndexes([Codes])).to.deep.equal([]);

    await Codes.collection.dropIndex('code_1');
    expect(await missingIndexes([Codes])).to.deep.equal(['migratecodes.code_1']);
    await migrate([Codes], []);
    expect(await missingIndexes([Codes])).to.deep.equal([]);
  });

  it('rebuilds an index that promises less than declared', async () => {
    await Codes.collection.createIndex({ code: 1 }, { name: 'code_1' });
    expect(await missingIndexes([Codes])).to.include('migratecodes.code_1');
    await migrate([Codes], []);
    expect(await missingIndexes([Codes])).to.deep.equal([]);
    await Codes.create({ code: 'a' });
    expect(await Codes.create({ code: 'a' }).catch((error: unknown) => error)).to.have.property(
      'code',
      11000,
    );
  });

  it('stops where the data breaks a promise of the schema', async () => {
    await Codes.insertMany([{ code: 'a' }, { code: 'a' }]);
    expect(await migrate([Codes], []).catch((error: unknown) => error)).to.have.property('code', 11000);
    expect(await missingIndexes([Codes])).to.include('migratecodes.code_1');
  });

  it('runs each numbered step once, in the order of the numbers', async () => {
    const ran: string[] = [];
    const step = (id: string) => ({ id, run: async () => void ran.push(id) });
    await migrate([], [step('0002-b'), step('0001-a')]);
    await migrate([], [step('0001-a'), step('0002-b'), step('0003-c')]);
    expect(ran).to.deep.equal(['0001-a', '0002-b', '0003-c']);
  });

  it('runs a step again that did not get to its end', async () => {
    let runs = 0;
    const run = async (): Promise<void> => {
      runs += 1;
      if (runs === 1) throw new Error('power cut');
    };
    expect(await migrate([], [{ id: '0001-a', run }]).catch((error: unknown) => error)).to.have.property(
      'message',
      'power cut',
    );
    await migrate([], [{ id: '0001-a', run }]);
    await migrate([], [{ id: '0001-a', run }]);
    expect(runs).to.equal(2);
  });

  it('leaves it to the sweeper to delete what has expired, and only that', async () => {
    const now = new Date('2027-01-15T08:00:00Z');
    await Codes.create({ code: 'old', expires: new Date(now.getTime() - 1) });
    await Codes.create({ code: 'fresh', expires: new Date(now.getTime() + 1) });
    await Codes.create({ code: 'for ever' });
    expect(await sweep([{ model: Codes, field: 'expires' }], now)).to.equal(1);
    expect((await Codes.find().sort({ code: 1 }).lean()).map(({ code }) => code)).to.deep.equal([
      'for ever',
      'fresh',
    ]);
  });
});
