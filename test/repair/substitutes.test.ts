import { expect } from 'chai';
import { Types } from 'mongoose';
import { Guests } from '../../models/guest.ts';
import { emptyDatabase, useDatabase } from '../support/database.ts';
import { campaignGuest, foundLines, mendAll, soundCampaign } from './mending.ts';

describe('repair of substitutes', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  it('tells a substitute whose seat it is', async () => {
    const access = await soundCampaign();
    const [an, binh] = [await campaignGuest(access, 'an'), await campaignGuest(access, 'binh')];
    const replacedBy = { guest: binh._id, name: 'Trần Bình', by: 'Lan', at: new Date() };
    await Guests.updateOne({ _id: an._id }, { $set: { replacedBy } });
    expect(await foundLines()).to.deep.equal(['guests ID: has taken a seat and does not know whose']);
    await mendAll();
    const { standsFor } = await campaignGuest(access, 'binh');
    expect([String(standsFor?.guest), standsFor?.name]).to.deep.equal([String(an._id), an.name]);
  });

  it('forgets for whom somebody stands who is not on the list', async () => {
    const access = await soundCampaign();
    const standsFor = { guest: new Types.ObjectId(), name: { vi: 'Không Ai' }, addressForm: 'none' };
    await Guests.updateOne({ ref: 'binh' }, { $set: { standsFor } });
    expect(await foundLines()).to.deep.equal(['guests ID: stands for somebody who is not on the list']);
    await mendAll();
    expect(await campaignGuest(access, 'binh')).to.not.have.property('standsFor');
  });

  it('leaves to a person who has the seat when only one of two says so', async () => {
    const access = await soundCampaign();
    const an = await campaignGuest(access, 'an');
    const standsFor = { guest: an._id, name: an.name, addressForm: 'none' };
    await Guests.updateOne({ ref: 'binh' }, { $set: { standsFor } });
    const replacedBy = { guest: new Types.ObjectId(), name: 'Ai đó', by: 'Lan', at: new Date() };
    await Guests.updateOne({ ref: 'an' }, { $set: { replacedBy } });
    expect(await foundLines()).to.deep.equal([
      'guests ID: replaced by somebody who is not on the list',
      'guests ID: stands for somebody who was not replaced by them',
    ]);
  });
});
