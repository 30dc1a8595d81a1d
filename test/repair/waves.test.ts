import { expect } from 'chai';
import { Types } from 'mongoose';
import { FormalLetters } from '../../models/formal-letter.ts';
import { Guests } from '../../models/guest.ts';
import { MessageTemplates } from '../../models/message-template.ts';
import { OutboxMails } from '../../models/outbox-mail.ts';
import { Seatings } from '../../models/seating.ts';
import { type Wave, Waves } from '../../models/wave.ts';
import { emptyDatabase, useDatabase } from '../support/database.ts';
import { campaignGuest, foundLines, mendAll, soundCampaign } from './mending.ts';

describe('repair of waves', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  async function wave(number: number): Promise<Wave> {
    return Waves.findOne({ number }).orFail().lean<Wave>();
  }

  it('tells a guest of the wave that has written to them, so that it does not write again', async () => {
    const access = await soundCampaign();
    const { _id } = await wave(1);
    const { _id: guest } = await campaignGuest(access, 'an');
    await OutboxMails.create({
      _id: 'one',
      event: access.event._id,
      guest,
      wave: _id,
      kind: 'letters.invitation',
      locale: 'vi',
      to: { name: '', address: 'an@unit.example' },
      from: { name: '', address: 'desk@host.example' },
      state: 'sent',
      messageId: '<one@host.example>',
      queuedAt: new Date(),
    });
    await Guests.updateOne({ _id: guest }, { $set: { waves: [] } });
    expect(await foundLines()).to.deep.equal([
      'guests ID: wave ID has written to them and is not among theirs',
    ]);
    await mendAll();
    expect((await campaignGuest(access, 'an')).waves?.map(String)).to.deep.equal([String(_id)]);
  });

  it('lets guests forget a wave that is not there', async () => {
    const access = await soundCampaign();
    const { _id } = await wave(1);
    await Guests.updateOne({ ref: 'an' }, { $push: { waves: new Types.ObjectId() } });
    expect(await foundLines()).to.deep.equal(['guests: waves ID is not among the waves']);
    await mendAll();
    expect((await campaignGuest(access, 'an')).waves?.map(String)).to.deep.equal([String(_id)]);
  });

  it('moves a planned wave to where the date of the event is now', async () => {
    await soundCampaign();
    const due = new Date('2098-01-01T00:00:00Z');
    await Waves.updateOne({ number: 2 }, { $set: { state: 'scheduled', pausedFrom: null, due } });
    expect(await foundLines()).to.deep.equal(['waves ID: due differ from the facts']);
    await mendAll();
    expect((await wave(2)).due?.toISOString()).to.equal('2099-01-17T01:00:00.000Z');
  });

  it('takes away waves, letters and halls of events that are not there', async () => {
    const access = await soundCampaign();
    const nowhere = new Types.ObjectId();
    const { _id: _own, ...facts } = await wave(2);
    await Waves.create({ ...facts, event: nowhere });
    await Seatings.create({ _id: nowhere });
    await FormalLetters.create({ _id: nowhere, letterhead: 'state' });
    await MessageTemplates.create({ _id: `${String(nowhere)}:update`, event: nowhere, kind: 'update' });
    expect(await foundLines()).to.deep.equal([
      'formal-letters: _id ID is not among the events',
      'message-templates: event ID is not among the events',
      'seatings: _id ID is not among the events',
      'waves: event ID is not among the events',
    ]);
    await mendAll();
    expect(await Waves.countDocuments({ event: access.event._id })).to.equal(2);
    expect(await Waves.countDocuments({ event: nowhere })).to.equal(0);
  });
});
