import { expect } from 'chai';
import { Types } from 'mongoose';
import { CheckIns } from '../models/check-in.ts';
import { Events } from '../models/event.ts';
import { Guests } from '../models/guest.ts';
import { Memberships } from '../models/membership.ts';
import { DoorPlanPart } from '../server/features/exchange/format/door-plan.ts';
import { readEventFile } from '../server/features/exchange/read-event-file.ts';
import { runImport } from '../server/features/exchange/run-import.ts';
import { differences, repair } from '../server/repair.ts';
import { conference } from './features/exchange/conferences.ts';
import { emptyDatabase, useDatabase } from './support/database.ts';

const system = { kind: 'system', id: 'system', name: 'Rostrum' } as const;

async function imported(): Promise<Types.ObjectId> {
  const { file } = readEventFile(conference('customer-conference-2020'));
  if (!file) throw new Error('not read');
  const entry = { kind: 'entry', at: '2020-10-03T01:00:00.000Z', deviceAt: null, seq: 0 } as const;
  const passage = { ...entry, door: '', by: '', substitute: '', method: 'scan' as const };
  const checkIns = [
    { guest: 'le-quoc-anh', list: '', passages: [passage] },
    // By the rule of the whole event the second would be one too many.
    {
      guest: 'le-quoc-anh',
      list: 'meal',
      passages: [passage, { ...passage, at: '2020-10-03T05:00:00.000Z' }],
    },
  ];
  const doorPlan = DoorPlanPart.parse({
    lists: [{ ref: 'meal', name: { vi: 'Tiệc' }, kind: 'meal', rule: 'times', times: 2 }],
  });
  const { _id } = await runImport(system, { ...file, doorPlan, checkIns });
  await Events.updateOne({ _id }, { $set: { effects: [] } });
  return _id;
}

describe('repair', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  it('finds nothing where everything follows from the facts', async () => {
    await imported();
    expect(await differences()).to.deep.equal([]);
  });

  it('reports each thing that does not follow, mends it, and then finds nothing', async () => {
    const event = await imported();
    await Guests.updateOne(
      { ref: 'tran-cong-thinh' },
      { $set: { words: ['gone'], order: '1', standing: 'declined' } },
    );
    await Guests.updateOne({ ref: 'le-quoc-anh' }, { $set: { arrivedAt: null } });
    await CheckIns.updateOne({ event }, { doubles: [{ id: 'a', of: 'b' }] });
    await Memberships.create({ event: new Types.ObjectId(), user: new Types.ObjectId(), role: 'viewer' });

    const found = (await differences()).map(({ line }) => line.replaceAll(/[0-9a-f-]{24,}/g, 'ID'));
    expect(found.toSorted()).to.deep.equal([
      'check-ins ID:ID: doubles differ from the facts',
      'guests ID: arrivedAt differ from the facts',
      'guests ID: words, order, standing differ from the facts',
      'memberships: event ID is not among the events',
      'memberships: user ID is not among the users',
    ]);

    await repair();
    expect(await differences()).to.deep.equal([]);
    const guest = await Guests.findOne({ ref: 'tran-cong-thinh' }).lean();
    expect(guest?.words).to.include('thinh');
    expect((await CheckIns.findOne({ event }).lean())?.doubles).to.deep.equal([]);
  });

  it('carries out effects that were left over', async () => {
    const event = await imported();
    const effect = {
      id: 'audit:left-over',
      kind: 'audit',
      data: { event, actor: system, action: 'audit.exchange.imported', subject: null, params: { guests: 1 } },
      at: new Date(),
    };
    await Events.updateOne({ _id: event }, { $push: { effects: effect } });
    expect((await differences()).map(({ key }) => key)).to.deep.equal(['effects/audit:left-over']);

    await repair();
    expect((await Events.findById(event).lean())?.effects).to.deep.equal([]);
  });

  it('reports somebody who is cancelled and in the hall, and leaves them to a person', async () => {
    await imported();
    await Guests.updateOne({ ref: 'le-quoc-anh' }, { $set: { state: 'cancelled', standing: 'cancelled' } });
    const found = (await differences()).map(({ line, mend }) => [
      line.replaceAll(/[0-9a-f]{24}/g, 'ID'),
      mend,
    ]);
    expect(found).to.deep.equal([['guests ID: cancelled, but in the hall', null]]);
  });

  it('leaves to a person what it cannot decide', async () => {
    const event = await imported();
    await Guests.deleteOne({ event, ref: 'le-quoc-anh' });
    const found = await repair();
    expect(found.filter(({ mend }) => mend === null)).to.have.length(1);
  });
});
