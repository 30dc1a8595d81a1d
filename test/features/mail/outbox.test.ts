import { expect } from 'chai';
import { Types } from 'mongoose';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { cancelMail } from '../../../server/features/mail/cancel-mail.ts';
import { claimMail, recordOutcome } from '../../../server/features/mail/claim-mail.ts';
import {
  enqueueMail,
  enqueueMailEffects,
  mailEffect,
  type MailOrder,
} from '../../../server/features/mail/enqueue-mail.ts';
import { countMails, findMail, listMails } from '../../../server/features/mail/outbox.ts';
import { resendMail } from '../../../server/features/mail/resend-mail.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { NotFound, Refused } from '../../../server/platform/errors.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, officeAccess } from '../../support/factories.ts';

describe('the outbox', () => {
  useDatabase();
  let access: Access;

  beforeEach(async () => {
    await emptyDatabase();
    access = await accessAs('editor');
  });
  afterEach(() => setClock(null));

  it('shows the mails of the event only, newest first, page by page, each once', async () => {
    for (const batch of [0, 1]) {
      setClock(new Date(Date.UTC(2026, 10, 23, 3, batch)));
      await enqueueMail(
        ...Array.from({ length: 40 }, (_, n) => order(`mail-${batch}-${String(n).padStart(2, '0')}`)),
      );
    }
    await enqueueMail({ ...order('elsewhere'), event: new Types.ObjectId() });

    const first = await listMails(access);
    const second = await listMails(access, first.next ? { after: first.next } : {});
    const ids = [...first.mails, ...second.mails].map(({ _id }) => _id);

    expect(first.mails).to.have.length(50);
    expect(second.next).to.equal(null);
    expect(ids).to.have.length(80);
    expect(ids).to.deep.equal(ids.toSorted().toReversed());
    expect(first.mails[0]).to.not.have.any.keys('raw', 'log', 'data');
  });

  it('counts by state and filters by state and guest', async () => {
    const guest = new Types.ObjectId();
    await enqueueMail(order('a'), { ...order('b'), guest });
    await endAs('failed');
    const counts = await countMails(access);

    expect(counts).to.deep.include({ queued: 1, failed: 1, sent: 0, unknown: 0 });
    expect(await idsOf({ state: 'failed' })).to.deep.equal(['a']);
    expect(await idsOf({ guest })).to.deep.equal(['b']);
  });

  it('keeps mails of the office from events and the other way round', async () => {
    await enqueueMail({ ...order('reset'), event: null }, order('invitation'));

    expect((await listMails(await officeAccess())).mails.map(({ _id }) => _id)).to.deep.equal(['reset']);
    expect(await idsOf({})).to.deep.equal(['invitation']);
    expect(await findMail(access, 'reset').catch((error: unknown) => error)).to.be.instanceOf(NotFound);
  });

  it('takes in what effects ask for, once', async () => {
    const effect = mailEffect({ ...order('a'), data: { wave: 2 } });
    await enqueueMailEffects([effect]);
    await enqueueMailEffects([effect, mailEffect(order('b'))]);

    expect(await findMail(access, 'a')).to.deep.include({
      state: 'queued',
      data: { wave: 2 },
      event: access.event._id,
    });
    expect(await OutboxMails.countDocuments()).to.equal(2);
  });

  it('refuses an address that a mail cannot be sent to', async () => {
    const wrong = { ...order('a'), to: { name: 'A', address: 'a@example.org\r\nRCPT TO:<b@example.org>' } };

    expect(await enqueueMail(wrong).catch((error: unknown) => error)).to.be.instanceOf(Refused);
    expect(await OutboxMails.countDocuments()).to.equal(0);
  });

  it('cancels what waits, and remembers who did', async () => {
    await enqueueMail(order('a'));
    await cancelMail(access, 'a');

    const mail = await findMail(access, 'a');
    expect(mail).to.deep.include({ state: 'cancelled', due: null });
    expect(mail.effects.map(({ data }) => data['action'])).to.deep.equal(['audit.mail.cancelled']);
    expect(await claimMail()).to.equal(null);
  });

  it('cannot call back what is being sent or was sent', async () => {
    await enqueueMail(order('a'), order('b'));
    await endAs('sent');
    await claimMail();

    for (const id of ['a', 'b']) {
      expect(await cancelMail(access, id).catch((error: unknown) => error)).to.be.instanceOf(Refused);
    }
  });

  it('writes a failed mail anew and sends an uncertain one as it is', async () => {
    for (const [id, state] of [
      ['a', 'failed'],
      ['b', 'unknown'],
    ] as const) {
      await enqueueMail(order(id));
      await endAs(state, { raw: Buffer.from('as it was') });
    }
    await resendMail(access, 'a');
    await resendMail(access, 'b');

    expect(await findMail(access, 'a')).to.deep.include({ state: 'queued', raw: null, attempts: 0 });
    expect(await findMail(access, 'b')).to.deep.include({ state: 'queued', raw: Buffer.from('as it was') });
    expect((await claimMail())?._id).to.equal('a');
  });

  it('does not send again what was sent, nor what belongs to another event', async () => {
    await enqueueMail(order('a'));
    await endAs('sent');

    expect(await resendMail(access, 'a').catch((error: unknown) => error)).to.be.instanceOf(Refused);
    const stranger = await accessAs('editor');
    expect(await resendMail(stranger, 'a').catch((error: unknown) => error)).to.be.instanceOf(NotFound);
  });

  function order(id: string): MailOrder {
    return {
      id,
      kind: 'invitation',
      locale: 'vi',
      event: access.event._id,
      to: { name: 'Nguyễn Văn Thành', address: 'thanh@example.org' },
      from: { name: 'Ban tổ chức', address: 'rsvp@example.org' },
    };
  }

  async function endAs(state: 'sent' | 'failed' | 'unknown', set = {}): Promise<void> {
    const claimed = await claimMail();
    if (!claimed) throw new Error('Nothing to claim');
    await recordOutcome(claimed, { state, stage: null, set });
  }

  async function idsOf(filter: Parameters<typeof listMails>[1]): Promise<string[]> {
    return (await listMails(access, filter)).mails.map(({ _id }) => _id);
  }
});
