import { expect } from 'chai';
import { Types } from 'mongoose';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { leanBytes } from '../../../server/platform/database/lean-bytes.ts';
import { deliverDue } from '../../../server/features/mail/deliver-due.ts';
import { enqueueMail, type MailOrder } from '../../../server/features/mail/enqueue-mail.ts';
import { pressMail } from '../../../server/features/mail/press.ts';
import { readMail } from '../../../server/features/mail/read-mail.ts';
import { createTransport, type MailTransport } from '../../../server/features/mail/transport.ts';
import { createLog } from '../../../server/platform/log.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { testOffice } from '../../support/post-office.ts';
import { startSmtp } from '../../support/smtp.ts';

const order: MailOrder = {
  id: 'user-1:reset:1',
  kind: 'reset',
  locale: 'vi',
  to: { name: '', address: 'thanh@example.org' },
  from: { name: '', address: 'rsvp@example.org' },
  data: { token: 'a way to a new password' },
};

describe('the bytes of a mail', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  it('stay in the built-in mailbox when there is no server', async () => {
    await enqueueMail(order);
    await deliver(createTransport(null));
    const mail = await row();

    expect(mail).to.deep.include({ state: 'sent', via: 'mailbox' });
    expect((await readMail(leanBytes(mail.raw ?? Buffer.alloc(0)))).subject).to.equal('Đặt lại mật khẩu');
  });

  it('are forgotten with the secret of an office mail once a server has it, and kept for an event', async () => {
    const smtp = await startSmtp();
    await enqueueMail(order, { ...order, id: 'guest-1', event: new Types.ObjectId() });
    await deliver(createTransport(smtp.url));
    await smtp.close();

    expect(await row()).to.deep.include({ state: 'sent', data: {}, raw: null });
    expect((await row('guest-1')).raw).to.not.equal(null);
  });
});

async function deliver(transport: MailTransport): Promise<void> {
  const text = { subject: 'Đặt lại mật khẩu', html: '<p>Mở đường dẫn</p>', text: 'Mở đường dẫn' };
  const writers = { reset: () => Promise.resolve(text) };
  const { signal } = new AbortController();
  const delivery = { transport, writers, office: testOffice(), press: pressMail, signal };
  await deliverDue(delivery, createLog({ level: 'silent' })).finally(() => transport.close());
}

async function row(id = order.id): Promise<OutboxMail> {
  return OutboxMails.findById(id).orFail().lean<OutboxMail>();
}
