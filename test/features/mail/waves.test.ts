import { expect } from 'chai';
import { Types } from 'mongoose';
import { MailLanes } from '../../../models/mail-lane.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { cancelWave } from '../../../server/features/mail/cancel-wave.ts';
import { claimMail, recordOutcome } from '../../../server/features/mail/claim-mail.ts';
import { enqueueMail, type MailOrder } from '../../../server/features/mail/enqueue-mail.ts';
import { holdWave } from '../../../server/features/mail/hold-wave.ts';
import { releaseWave } from '../../../server/features/mail/release-wave.ts';
import { waveProgress } from '../../../server/features/mail/wave-progress.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';

describe('a wave in the outbox', () => {
  useDatabase([MailLanes, OutboxMails]);
  let wave: Types.ObjectId;

  beforeEach(async () => {
    await emptyDatabase();
    wave = new Types.ObjectId();
  });

  it('is held as a whole, lets other mails pass and goes on when it is released', async () => {
    await enqueueMail(order('a'), order('b'), { ...order('other'), wave: null });
    await holdWave(wave);
    const whileHeld = [await claimMail(), await claimMail()].map((mail) => mail?._id);
    await releaseWave(wave);
    const afterRelease = [await claimMail(), await claimMail()].map((mail) => mail?._id);

    expect(whileHeld).to.deep.equal(['other', undefined]);
    expect(afterRelease).to.have.members(['a', 'b']);
  });

  it('does not try again, while it is held, what was just being sent', async () => {
    await enqueueMail(order('a'));
    const mail = await claimMail();
    await holdWave(wave);
    if (mail) await recordOutcome(mail, { state: 'retry', stage: 'envelope', due: new Date(0) });
    const whileHeld = await claimMail();
    await releaseWave(wave);

    expect(whileHeld).to.equal(null);
    expect((await claimMail())?._id).to.equal('a');
  });

  it('is cancelled but for what is on its way or may have arrived', async () => {
    await enqueueMail(order('sent'), order('uncertain'), order('going'), order('waiting'));
    await finish('sent', 'sent');
    await finish('uncertain', 'unknown');
    await OutboxMails.updateOne({ _id: 'going' }, { $set: { state: 'sending', due: null } });
    await cancelWave(wave);
    const rows = await OutboxMails.find({}, { state: 1, due: 1 }).sort({ _id: 1 }).lean();

    expect(rows.map(({ _id, state, due }) => [_id, state, due])).to.deep.equal([
      ['going', 'sending', null],
      ['sent', 'sent', null],
      ['uncertain', 'unknown', null],
      ['waiting', 'cancelled', null],
    ]);
  });

  it('says honestly how far it is', async () => {
    await enqueueMail(...['a', 'b', 'c', 'd'].map(order));
    await finish('a', 'sent');
    await finish('b', 'failed');
    await holdWave(wave);

    expect(await waveProgress(wave)).to.deep.include({ total: 4, held: 2, sent: 1, failed: 1, queued: 0 });
  });

  function order(id: string): MailOrder {
    return {
      id,
      wave,
      purpose: 'campaign',
      kind: 'invitation',
      locale: 'vi',
      to: { name: '', address: `${id}@example.org` },
      from: { name: 'Ban tổ chức', address: 'rsvp@example.org' },
    };
  }

  async function finish(id: string, state: 'sent' | 'failed' | 'unknown'): Promise<void> {
    await OutboxMails.updateOne({ _id: id }, { $set: { state: 'sending', due: null, token: 'mine' } });
    await recordOutcome({ _id: id, token: 'mine', lane: '' }, { state, stage: null });
  }
});
