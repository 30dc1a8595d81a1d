import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import { runDueWaves } from '../../../server/features/letters/run-wave.ts';
import { cancelWave } from '../../../server/features/letters/steer-wave.ts';
import { tendWaves } from '../../../server/features/letters/tend-waves.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { until } from '../../support/until.ts';
import { sender } from '../invitations/inviting.ts';
import { guestsOf, plan, settleAll, wave } from './letting-out.ts';

const day = 24 * 60 * 60 * 1000;

describe('a wave that is cancelled', () => {
  useDatabase();
  beforeEach(emptyDatabase);
  afterEach(() => setClock(null));

  it('leaves nobody invited without a letter, however busy the list is at that moment', async () => {
    const { access } = await guestsOf(120);
    const planned = await plan(access, { kind: 'invitation' });
    await runDueWaves(sender);
    await settleAll();
    await cancelWave(access, String(planned._id));

    const quiet = new AbortController();
    const others = (async () => {
      while (!quiet.signal.aborted)
        await Guests.updateMany({ event: access.event._id }, { $inc: { rev: 1 } });
    })();
    await tendWaves();
    quiet.abort();
    await others;

    await until(async () => {
      await tendWaves();
      return (await wave(planned)).takenBackAt;
    }, 30_000);
    const left = {
      event: access.event._id,
      $or: [{ waves: planned._id }, { standing: 'no-answer' as const }],
    };
    expect(await Guests.countDocuments(left)).to.equal(0);
  });

  it('leaves reminded at the time they were those who had been reminded before', async () => {
    const { access, guests } = await guestsOf(1);
    await plan(access, { kind: 'invitation' });
    await runDueWaves(sender);
    await plan(access, { kind: 'reminder' });
    await runDueWaves(sender);
    const remindedAt = async () => (await Guests.findById(guests[0]?._id).lean())?.invitation?.remindedAt;
    const first = await remindedAt();
    expect(first).to.be.an.instanceOf(Date);

    setClock(new Date(Date.now() + 2 * day));
    const second = await plan(access, { kind: 'reminder' });
    await runDueWaves(sender);
    await settleAll();
    expect(await remindedAt()).to.not.deep.equal(first);
    await cancelWave(access, String(second._id));
    await tendWaves();

    expect(await remindedAt()).to.deep.equal(first);
  });
});
