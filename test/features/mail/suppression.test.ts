import { expect } from 'chai';
import { Types } from 'mongoose';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { Suppressions } from '../../../models/suppression.ts';
import { addressKey, maskedAddress } from '../../../server/features/mail/address-key.ts';
import { deliverDue } from '../../../server/features/mail/deliver-due.ts';
import { enqueueMail, type MailOrder } from '../../../server/features/mail/enqueue-mail.ts';
import { pressMail } from '../../../server/features/mail/press.ts';
import { suppress } from '../../../server/features/mail/suppress.ts';
import { createTransport } from '../../../server/features/mail/transport.ts';
import { createLog } from '../../../server/platform/log.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeEvent, makeOrganisation } from '../../support/factories.ts';
import { testOffice } from '../../support/post-office.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';

const office = testOffice();
const address = 'Thanh@Example.org';

describe('the stop list', () => {
  useDatabase();
  let smtp: TestSmtp;

  beforeEach(async () => {
    await emptyDatabase();
    smtp = await startSmtp();
  });
  afterEach(() => smtp.close());

  it('is asked when a mail leaves, not when it is ordered, in whatever letters the address is written', async () => {
    await enqueueMail(order('a'));
    await stop('hard', 'thanh@example.ORG');
    await deliver();

    expect(await row('a')).to.deep.include({ state: 'suppressed', due: null, raw: null });
    expect((await row('a')).lastError?.code).to.equal('hard');
    expect(smtp.received).to.have.length(0);
  });

  it('stops everything to an address that does not exist, and campaigns to whoever wants none', async () => {
    const cases = [
      ['hard', 'urgent', false],
      ['hard', 'service', false],
      ['complaint', 'campaign', false],
      ['complaint', 'service', false],
      ['complaint', 'urgent', true],
      ['unsubscribe', 'campaign', false],
      ['unsubscribe', 'service', true],
    ] as const;
    for (const [scope, kind, isSent] of cases) {
      await emptyDatabase();
      await stop(scope);
      const purpose = kind === 'campaign' ? 'campaign' : 'service';
      await enqueueMail({ ...order('a'), purpose, urgent: kind === 'urgent' });
      await deliver();

      expect((await row('a')).state, `${scope} ${kind}`).to.equal(isSent ? 'sent' : 'suppressed');
    }
  });

  it('keeps an unsubscription to the organisation it was said to', async () => {
    const [theirs, others] = [await eventOfAHost(), await eventOfAHost()];
    await stop('unsubscribe', address, theirs.host.organisation);
    await enqueueMail(
      { ...order('theirs'), purpose: 'campaign', event: theirs._id },
      { ...order('others'), purpose: 'campaign', event: others._id },
    );
    await deliver();

    expect((await row('theirs')).state).to.equal('suppressed');
    expect((await row('others')).state).to.equal('sent');
  });

  it('lets mails pass again once an entry is lifted', async () => {
    await stop('hard');
    await Suppressions.updateMany({}, { $set: { liftedAt: new Date() } });
    await enqueueMail(order('a'));
    await deliver();

    expect((await row('a')).state).to.equal('sent');
  });

  it('does not hold the address itself', async () => {
    await stop('hard');

    expect(JSON.stringify(await Suppressions.find().lean())).to.not.match(/thanh/i);
    expect(maskedAddress(address)).to.equal('T•••@example.org');
  });

  it('learns from a server that says at once that there is no such mailbox', async () => {
    smtp.endings.push(
      { responseCode: 550, text: '5.1.1 No such user' },
      { responseCode: 550, text: 'go away' },
    );
    await enqueueMail(order('a'), { ...order('b'), to: { name: '', address: 'other@example.org' } });
    await deliver();

    expect([(await row('a')).state, (await row('b')).state]).to.deep.equal(['failed', 'failed']);
    expect(await Suppressions.find({}, { scope: 1, hint: 1, _id: 0 }).lean()).to.deep.equal([
      { scope: 'hard', hint: 'T•••@example.org' },
    ]);
  });

  async function stop(
    scope: 'hard' | 'complaint' | 'unsubscribe',
    at = address,
    organisation: Types.ObjectId | null = null,
  ): Promise<void> {
    await suppress({ scope, key: addressKey(office, at), hint: maskedAddress(at), organisation });
  }

  async function deliver(): Promise<void> {
    const transport = createTransport(smtp.url);
    const text = { subject: 'Kính mời', html: '<p>Kính mời</p>', text: 'Kính mời' };
    const writers = { invitation: () => Promise.resolve(text) };
    const { signal } = new AbortController();
    const delivery = { transport, writers, office, press: pressMail, signal };
    await deliverDue(delivery, createLog({ level: 'silent' })).finally(() => transport.close());
  }
});

async function eventOfAHost() {
  const organisation = await makeOrganisation();
  const host = { organisation: organisation._id, name: organisation.name, short: {}, parent: {} };
  return makeEvent({ host });
}

function order(id: string): MailOrder {
  return {
    id,
    kind: 'invitation',
    locale: 'vi',
    event: new Types.ObjectId(),
    to: { name: 'Nguyễn Văn Thành', address },
    from: { name: 'Ban tổ chức', address: 'rsvp@example.org' },
  };
}

async function row(id: string): Promise<OutboxMail> {
  return OutboxMails.findById(id).orFail().lean<OutboxMail>();
}
