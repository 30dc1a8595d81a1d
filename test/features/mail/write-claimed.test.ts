import { expect } from 'chai';
import { Types } from 'mongoose';
import { MailLanes } from '../../../models/mail-lane.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import {
  claimMail,
  type ClaimedMail,
  extendLease,
  LeaseLost,
  noteStage,
  recordOutcome,
} from '../../../server/features/mail/claim-mail.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';

describe('writing to mails that workers hold', () => {
  useDatabase([MailLanes, OutboxMails]);
  beforeEach(emptyDatabase);

  it('tells each of those who write together whether the mail is still theirs', async () => {
    const [kept, robbed, other] = await claimed(3);
    await OutboxMails.updateOne({ _id: robbed._id }, { $set: { token: 'somebody else' } });

    expect(
      await fates([noteStage(kept, 'data-sent'), noteStage(robbed, 'data-sent'), extendLease(other)]),
    ).to.deep.equal([undefined, LeaseLost, undefined]);
    const ends = [kept, robbed, other].map((mail) => recordOutcome(mail, { state: 'sent', stage: null }));
    expect(await fates(ends)).to.deep.equal([undefined, LeaseLost, undefined]);
    expect(await OutboxMails.distinct('_id', { state: 'sent' })).to.have.members([kept._id, other._id]);
  });

  it('does not take for its own what another worker wrote in the same words', async () => {
    const [late, kept] = await claimed(2);
    await recordOutcome({ ...late }, { state: 'sent', stage: null });
    await new Promise((resolve) => setTimeout(resolve, 5));

    const ends = [late, kept].map((mail) => recordOutcome(mail, { state: 'sent', stage: null }));
    expect(await fates(ends)).to.deep.equal([LeaseLost, undefined]);
    expect((await OutboxMails.findById(late._id).orFail().lean()).log).to.have.length(1);
  });

  it('keeps the bytes before the first of them leaves, or with the end of an attempt that did not come so far', async () => {
    const [leaving, refused] = await claimed(2);
    for (const mail of [leaving, refused]) mail.fresh = { raw: Buffer.from(mail._id), subject: mail._id };
    await noteStage(leaving, 'data-sent');
    await recordOutcome(refused, { state: 'retry', stage: 'envelope', due: new Date() });

    for (const { _id } of [leaving, refused]) {
      const row = await OutboxMails.findById(_id).orFail();
      expect([row.subject, row.raw?.toString()]).to.deep.equal([_id, _id]);
    }
  });
});

async function claimed(count: number): Promise<[ClaimedMail, ClaimedMail, ClaimedMail]> {
  const orders = Array.from({ length: count }, (_, n) => ({
    id: `guest-${n}:invitation:1`,
    kind: 'invitation',
    locale: 'vi' as const,
    event: new Types.ObjectId(),
    to: { name: '', address: `g${n}@example.org` },
    from: { name: '', address: 'rsvp@example.org' },
  }));
  await enqueueMail(...orders);
  const mails: ClaimedMail[] = [];
  for (const _ of orders) {
    const mail = await claimMail();
    if (mail) mails.push(mail);
  }
  return mails as [ClaimedMail, ClaimedMail, ClaimedMail];
}

async function fates(writes: readonly Promise<void>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(writes);
  return settled.map((one) => (one.status === 'rejected' ? (one.reason as Error).constructor : undefined));
}
