import { expect } from 'chai';
import { Types } from 'mongoose';
import { Guests } from '../../models/guest.ts';
import { Seatings } from '../../models/seating.ts';
import { emptyDatabase, useDatabase } from '../support/database.ts';
import { campaignGuest, foundLines, mendAll, soundCampaign } from './mending.ts';

describe('repair of the hall', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  it('writes down the seat of a guest on whom it is missing', async () => {
    const access = await soundCampaign();
    await Guests.updateOne({ ref: 'an' }, { $set: { seat: '' } });
    expect(await foundLines()).to.deep.equal(['guests ID: the seat of the plan is not written down']);
    await mendAll();
    expect((await campaignGuest(access, 'an')).seat).to.equal('A-1');
  });

  it('leaves to a person what somebody has written over the seat of the plan', async () => {
    const access = await soundCampaign();
    await Guests.updateOne({ ref: 'an' }, { $set: { seat: 'A-3' } });
    const line = 'guests ID: another seat is written down than on the plan';
    expect(await foundLines()).to.deep.equal([line]);
    expect((await campaignGuest(access, 'an')).seat).to.equal('A-3');
  });

  it('frees seats of people who are not on the list, and the second seat of one person', async () => {
    const access = await soundCampaign();
    const an = String((await campaignGuest(access, 'an'))._id);
    const stranger = String(new Types.ObjectId());
    const wrong = { 'seats.hall:1:2': stranger, 'seats.hall:1:3': `${stranger}+1`, 'seats.hall:1:4': an };
    await Seatings.updateOne({ _id: access.event._id }, { $set: wrong });
    expect(await foundLines()).to.deep.equal([
      'seatings ID: ID at hall:1:2 is not on the list',
      'seatings ID: ID at hall:1:4 is twice on the plan',
      'seatings ID: ID+1 at hall:1:3 is not on the list',
    ]);
    await mendAll();
    const { seats } = await Seatings.findById(access.event._id).orFail().lean();
    expect(seats).to.deep.equal({ 'hall:1:1': an });
  });
});
