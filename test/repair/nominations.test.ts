import { expect } from 'chai';
import { Types } from 'mongoose';
import { Guests } from '../../models/guest.ts';
import { type Nomination, Nominations } from '../../models/nomination.ts';
import { emptyDatabase, useDatabase } from '../support/database.ts';
import { campaignGuest, foundLines, mendAll, soundCampaign } from './mending.ts';

describe('repair of nominations', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  async function unit(): Promise<Nomination> {
    return Nominations.findOne().orFail().lean<Nomination>();
  }

  it('brings onto the list who is accepted and not there, once', async () => {
    const access = await soundCampaign();
    const before = await unit();
    await Nominations.updateOne(
      { _id: before._id },
      { $set: { 'nominees.0.guest': new Types.ObjectId(), 'nominees.1.state': 'accepted' } },
    );
    expect(await foundLines()).to.deep.equal([
      'nominations ID: ID is accepted and not on the list',
      'nominations ID: ID is accepted and not on the list',
    ]);
    await mendAll();
    const { nominees } = await unit();
    const chi = await Guests.findById(nominees[1]?.guest).orFail().lean();
    expect([chi.name.vi, String(chi.event)]).to.deep.equal(['Lê Chi', String(access.event._id)]);
    expect(await Guests.countDocuments({ event: access.event._id, 'name.vi': 'Lê Chi' })).to.equal(1);
  });

  it('finds who is on the list already before it adds anybody', async () => {
    const access = await soundCampaign();
    const { _id } = await campaignGuest(access, 'an');
    await Nominations.updateOne(
      {},
      { $set: { 'nominees.0.guest': null, 'nominees.0.email': 'an@unit.example' } },
    );
    await mendAll();
    expect(String((await unit()).nominees[0]?.guest)).to.equal(String(_id));
    expect(await Guests.countDocuments({ event: access.event._id })).to.equal(2);
  });

  it('knows units by their organisation and sorts them by their names', async () => {
    await soundCampaign();
    const { unitKey, sortKey } = await unit();
    await Nominations.updateOne({}, { $set: { unitKey: 'n:other', sortKey: 'x' } });
    expect(await foundLines()).to.deep.equal(['nominations ID: unitKey, sortKey differ from the facts']);
    await mendAll();
    expect(await unit()).to.include({ unitKey, sortKey });
  });
});
