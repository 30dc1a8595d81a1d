import { expect } from 'chai';
import { FormalLetters } from '../../../models/formal-letter.ts';
import { Guests } from '../../../models/guest.ts';
import { MessageTemplates } from '../../../models/message-template.ts';
import { Nominations } from '../../../models/nomination.ts';
import { Seatings } from '../../../models/seating.ts';
import { Waves } from '../../../models/wave.ts';
import { type Access, systemAccess } from '../../../server/features/access/access.ts';
import { exportEvent } from '../../../server/features/exchange/export-event.ts';
import { readEventJson } from '../../../server/features/exchange/read-event-file.ts';
import { runImport } from '../../../server/features/exchange/run-import.ts';
import { writeEventFile } from '../../../server/features/exchange/write-event-file.ts';
import { runDueWaves } from '../../../server/features/letters/run-wave.ts';
import { resumeWave } from '../../../server/features/letters/steer-wave.ts';
import { unitToken } from '../../../server/features/nominations/unit-link.ts';
import { findUnit } from '../../../server/features/nominations/find-unit.ts';
import { writeToUnits } from '../../../server/features/nominations/write-to-units.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { at, campaign, importedCampaign, readFile } from './campaign.ts';

const sender = { linkKey: 'a key for tests', from: { name: 'Rostrum', address: 'desk@host.example' } };
async function imported(): Promise<Access> {
  return systemAccess(await importedCampaign());
}

describe('letters, waves and units in event files', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  it('come back as they were, byte for byte', async () => {
    const access = await imported();
    const once = await exportEvent(access);
    expect(once).to.deep.equal(readFile(campaign));
    const again = systemAccess(await runImport(access.actor, once, { slug: 'again' }));
    const twice = await exportEvent(again);
    expect(writeEventFile({ ...twice, event: { ...twice.event, slug: 'campaign' } })).to.equal(
      writeEventFile(once),
    );
  });

  it('say of guests who wrote to them, how they were invited and that the date has changed since', async () => {
    const { event } = await imported();
    const [wave] = await Waves.find({ event: event._id, number: 1 }).lean();
    const an = await Guests.findOne({ event: event._id, ref: 'an' }).lean();
    expect(an?.waves?.map(String)).to.deep.equal([String(wave?._id)]);
    expect([an?.invitation?.channel, an?.answer?.beforeChange]).to.deep.equal(['hand', true]);
  });

  it('give a guest the seat of the plan where the file names none', async () => {
    const { event } = await imported();
    const an = await Guests.findOne({ event: event._id, ref: 'an' }).lean();
    expect(an?.seat).to.equal('A-1');
    const { seats } = (await Seatings.findById(event._id).lean()) ?? {};
    expect(seats).to.deep.equal({ 'hall:1:1': String(an?._id) });
  });

  it('send nothing by themselves: what was planned waits until somebody resumes it', async () => {
    const access = await imported();
    await runDueWaves(sender);
    const find = () => Waves.findOne({ event: access.event._id, number: 2 }).lean();
    const waiting = await find();
    expect([waiting?.state, waiting?.reason, waiting?.due]).to.deep.equal([
      'paused',
      'letters.stopped.imported',
      null,
    ]);
    await resumeWave(access, String(waiting?._id));
    const resumed = await find();
    expect(resumed?.texts.vi.body, 'the words of this event').to.contain('Kính mong Quý vị trả lời.');
    expect([resumed?.state, resumed?.due?.toISOString()]).to.deep.equal([
      'scheduled',
      '2099-01-17T01:00:00.000Z',
    ]);
  });

  it('end a wave that is caught on its way, because the rest of it goes out where it began', async () => {
    const access = await imported();
    await Waves.updateOne(
      { event: access.event._id, number: 2 },
      { $set: { state: 'sending', startedAt: new Date(at) } },
    );
    const { waves } = await exportEvent(access);
    expect(waves[1]).to.include({ state: 'cancelled', startedAt: at });
  });

  it('give units no link before somebody writes to them, and then one of their own', async () => {
    const access = await imported();
    const unit = await Nominations.findOne({ event: access.event._id }).lean();
    if (!unit) throw new Error('The unit should be there');
    expect([unit.linkRevision, unit.linkHash]).to.deep.equal([0, '']);
    const mark = '0123456789abcdef01234567';
    expect(await writeToUnits(access, { units: [String(unit._id)], mark }, sender)).to.equal(1);
    const found = await findUnit(unitToken(sender.linkKey, unit, 1));
    expect(String(found?.nomination._id)).to.equal(String(unit._id));
  });

  it('are refused where they say something twice or point to nothing', () => {
    const [invitation, reminder] = campaign.waves ?? [];
    const [unit] = campaign.nominations ?? [];
    if (!invitation || !reminder || !unit) throw new Error('The campaign has lost its parts');
    const { problems } = readEventJson({
      ...campaign,
      letters: [...(campaign.letters ?? []), { kind: 'reminder' }],
      waves: [invitation, { ...reminder, number: 1, selection: { who: 'wave', wave: 7 } }],
      nominations: [unit, { ...unit, nominees: [{ ...unit.nominees?.[0], replaces: 1 }] }],
    });
    expect(problems.map(({ path, key }) => [path, key])).to.deep.equal([
      ['letters.1.kind', 'exchange.problem.duplicate'],
      ['waves.1.number', 'exchange.problem.duplicate'],
      ['waves.1.selection.wave', 'exchange.problem.unknown-wave'],
      ['nominations.1.organisation', 'exchange.problem.duplicate'],
      ['nominations.1.nominees.0.replaces', 'exchange.problem.unknown-nominee'],
    ]);
  });

  it('leave nothing behind when an import breaks off', async () => {
    const { event } = await imported();
    const again = await importedCampaign().then(
      () => 'imported',
      (error: Error) => error.message,
    );
    expect(again).to.equal('exchange.problem.slug-taken');
    const elsewhere = { event: { $ne: event._id } };
    const left = await Promise.all([
      Waves.countDocuments(elsewhere),
      Nominations.countDocuments(elsewhere),
      MessageTemplates.countDocuments(elsewhere),
      FormalLetters.countDocuments({ _id: { $ne: event._id } }),
    ]);
    expect(left).to.deep.equal([0, 0, 0, 0]);
  });

  it('leave out a text that says nothing: the usual one holds', async () => {
    const { event } = await imported();
    await MessageTemplates.updateOne(
      { event: event._id },
      { $set: { texts: { vi: { subject: '', body: '' } } } },
    );
    expect((await exportEvent(systemAccess(event))).letters).to.deep.equal([]);
  });
});
