import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { Suppressions } from '../../../models/suppression.ts';
import type { User } from '../../../models/user.ts';
import { addressKey } from '../../../server/features/mail/address-key.ts';
import { suppress } from '../../../server/features/mail/suppress.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeUser } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

describe('the mails of the office', () => {
  useDatabase();
  let app: TestApp;
  let administrator: User;

  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  beforeEach(async () => {
    await emptyDatabase();
    administrator = await makeUser({ role: 'administrator' });
  });

  it('can be read by administrators where no server sends them, with the link inside', async () => {
    const user = await makeUser({ email: 'forgetful@example.org' });
    await app.as(null).postForm(paths.forgotPassword, { email: user.email });
    const mail = await until(() => OutboxMails.findOne({ event: null, state: 'sent' }).lean());
    const client = app.as(administrator);
    const list = await client.get(`${paths.officeMailbox}?lang=en`);
    const shown = await client.get(paths.officeMail(mail._id));
    const body = await client.get(paths.officeMailBody(mail._id));

    expect(list.text).to.include('forgetful@example.org').and.include('There is no mail server');
    expect(shown.status).to.equal(200);
    expect(body.text).to.include('/reset-password/');
  });

  it('are for administrators alone', async () => {
    const member = app.as(await makeUser());

    for (const path of [paths.officeMailbox, paths.stopList])
      expect((await member.get(path)).status, path).to.equal(403);
  });

  it('show who is not written to, without the address, and let an entry be lifted', async () => {
    const key = addressKey({ secret: app.secret('mail') }, 'thanh@example.org');
    const reason = { code: '5.1.1', text: 'No such user' };
    await suppress({ scope: 'hard', key, hint: 't•••@example.org', reason });
    const client = app.as(administrator);
    const page = await client.get(`${paths.stopList}?lang=en`);
    const entry = await Suppressions.findOne().orFail().lean();
    const lifted = await client.postForm(paths.liftSuppression, { id: entry._id });
    const again = await client.postForm(paths.liftSuppression, { id: entry._id });

    expect(page.text).to.include('t•••@example.org').and.include('5.1.1: No such user');
    expect(page.text).to.not.include('thanh@');
    expect([lifted.status, again.status]).to.deep.equal([303, 409]);
    expect((await client.get(paths.stopList)).text).to.not.include('5.1.1');
    await until(() => AuditEntries.exists({ action: 'audit.mail.lifted' }));
  });
});
