import { expect } from 'chai';
import mongoose, { model, Schema } from 'mongoose';
import { hasSeveralServers } from '../../../server/platform/database/connect.ts';
import { isDuplicateKey } from '../../../server/platform/database/duplicate-key.ts';
import { useDatabase } from '../../support/database.ts';

const schema = new Schema<{ name: string; nick?: string }>({
  name: { type: String, required: true },
  nick: String,
});
schema.index({ name: 1 }, { unique: true });
const People = model('ConnectPerson', schema);

describe('connecting to the database', () => {
  useDatabase([People]);

  it('asks for the journal with every write', () => {
    expect(mongoose.connection.getClient().options.writeConcern).to.include({ w: 1, journal: true });
  });

  it('asks for the majority where there are several servers', () => {
    expect(hasSeveralServers({ setName: 'rs0', isWritablePrimary: true })).to.equal(true);
    expect(hasSeveralServers({ msg: 'isdbgrid' })).to.equal(true);
    expect(hasSeveralServers({ isWritablePrimary: true })).to.equal(false);
  });

  it('finds nothing by a field that the schema does not have, but says so', async () => {
    const error = await People.findOne({ nmae: 'An' } as object).catch((reason: unknown) => reason);
    expect(error).to.be.an('error').with.property('name', 'StrictModeError');
  });

  for (const filter of [
    { nick: undefined },
    { $or: [{ name: 'An' }, { nick: undefined }] },
    { nick: { $eq: undefined } },
  ]) {
    it(`refuses undefined in a filter: ${Object.keys(filter).join()}`, async () => {
      await People.deleteMany({});
      await People.create({ name: 'An' });
      for (const ask of [
        () => People.findOne(filter as object).exec(),
        () => People.countDocuments(filter as object).exec(),
        () => People.updateMany(filter as object, { $set: { nick: 'x' } }).exec(),
        () => People.deleteMany(filter as object).exec(),
        () => People.findOneAndUpdate(filter as object, { $set: { nick: 'x' } }).exec(),
      ]) {
        const error = await ask().catch((reason: unknown) => reason);
        expect(error).to.be.an('error').with.property('message').that.contains('undefined in a filter');
      }
      expect(await People.countDocuments({ name: 'An' })).to.equal(1);
    });
  }

  it('recognises the unique index that refused a write', async () => {
    await People.create({ name: 'Bình' });
    const error = await People.create({ name: 'Bình' }).catch((reason: unknown) => reason);
    expect(isDuplicateKey(error)).to.equal(true);
    expect(isDuplicateKey(error, 'name')).to.equal(true);
    expect(isDuplicateKey(error, 'name_1')).to.equal(true);
    expect(isDuplicateKey(error, 'nick')).to.equal(false);
    expect(isDuplicateKey(new Error('E11000'))).to.equal(false);
  });

  it('recognises the index that refused a row of a bulk write', async () => {
    const error = await People.insertMany([{ name: 'Chi' }, { name: 'Chi' }]).catch(
      (reason: unknown) => reason,
    );
    expect(isDuplicateKey(error, 'name_1')).to.equal(true);
    expect(isDuplicateKey(error, 'name')).to.equal(true);
  });
});
