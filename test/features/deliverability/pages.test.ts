import { expect } from 'chai';
import { checkNames } from '../../../server/features/deliverability/finding.ts';
import { MailLanes } from '../../../models/mail-lane.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import type { User } from '../../../models/user.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { pauseDomain } from '../../../server/features/mail/pace-lane.ts';
import { warmUpNow } from '../../../server/features/mail/warm-up.ts';
import { messageText } from '../../../server/platform/i18n/messages.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { startDns, type TestDns } from '../../support/dns.ts';
import { makeUser } from '../../support/factories.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { until } from '../../support/until.ts';

describe('the page about sending mail', () => {
  useDatabase();
  let app: TestApp;
  let dns: TestDns;
  let smtp: TestSmtp;
  let administrator: User;

  before(async () => {
    dns = await startDns({ 'TXT example.org': ['v=spf1 -all'], 'MX example.org': ['mx.example.org'] });
    smtp = await startSmtp();
    app = await startTestApp({
      SMTP_URL: smtp.url,
      DNS_SERVER: dns.address,
      MAIL_FROM: 'Rostrum <events@example.org>',
      BOUNCE_ADDRESS: 'bounces@example.org',
    });
  });
  after(() => Promise.all([app.close(), smtp.close(), dns.close()]));
  beforeEach(async () => {
    await emptyDatabase();
    administrator = await makeUser({ role: 'administrator' });
  });

  it('says in words what is wrong and what to publish', async () => {
    const { status, text } = await app.as(administrator).get(`${paths.deliverability}?lang=en`);

    expect(status).to.equal(200);
    expect(text).to.include('_dmarc.example.org').and.include('v&#x3D;DMARC1; p&#x3D;none');
    expect(text).to.include('Messages are not signed.');
    expect(text).to.include('127.0.0.1 answers and lets us in.');
  });

  it('is for administrators alone', async () => {
    const member = app.as(await makeUser());

    expect((await member.get(paths.deliverability)).status).to.equal(403);
    expect((await member.postForm(paths.trialMail)).status).to.equal(403);
    expect((await app.as(null).get(paths.deliverability)).location).to.include(paths.signIn);
  });

  it('sends a trial mail round, to an address only that mail has', async () => {
    const client = app.as(administrator);
    await client.get(paths.deliverability);
    await client.postForm(paths.trialMail);
    const trial = await until(() => Promise.resolve(smtp.received.at(-1)));
    const page = await client.get(`${paths.deliverability}?lang=en`);

    expect(trial.to[0]).to.match(/^bounces\+b\.[a-z2-7]{39}@example\.org$/);
    expect(page.text).to.match(/Last trial message to bounces\+b\./);
    expect(await OutboxMails.countDocuments({ kind: 'deliverability.trial' })).to.equal(1);
  });

  it('lets the campaign to a paused domain go on', async () => {
    const to = { name: '', address: 'guest@strict.example' };
    const from = { name: '', address: 'events@example.org' };
    await enqueueMail({
      id: 'a',
      kind: 'x',
      purpose: 'campaign',
      locale: 'vi',
      to,
      from,
      due: new Date('2100-01-01'),
    });
    await pauseDomain('strict.example', { code: '5.7.1', text: 'no mail from you' });
    const client = app.as(administrator);
    const page = await client.get(`${paths.deliverability}?lang=en`);
    await client.postForm(paths.resumeDomain, { domain: 'strict.example' });

    expect(page.text).to.include('5.7.1: no mail from you');
    expect(await MailLanes.countDocuments({ pausedUntil: { $ne: null } })).to.equal(0);
  });

  it('takes another daily limit, and shows what was typed when it cannot be', async () => {
    const client = app.as(administrator);
    await client.get(paths.deliverability);
    const wrong = await client.postForm(paths.warmUp, { mode: 'on', allowance: '0' });
    const right = await client.postForm(paths.warmUp, { mode: 'on', allowance: '250' });

    expect(wrong.status).to.equal(422);
    expect(right.location).to.equal(paths.deliverability);
    expect(await warmUpNow()).to.deep.include({ mode: 'on', allowance: 250 });
  });

  it('has a sentence for whatever may be found', () => {
    const found: Record<(typeof checkNames)[number], string[]> = {
      server: ['answers', 'silent', 'sign-in'],
      tls: ['secret', 'near', 'certificate', 'open'],
      spf: ['names-server', 'present', 'missing', 'several', 'broken', 'other-servers'],
      dkim: ['published', 'no-key', 'not-published', 'another-key', 'not-aligned'],
      dmarc: ['none', 'quarantine', 'reject', 'missing', 'several', 'broken'],
      'return-path': ['aligned', 'nobody-reads', 'not-aligned', 'no-mail-server'],
      host: ['named', 'no-address', 'no-name', 'one-way', 'inside'],
    };
    for (const check of checkNames)
      for (const each of found[check])
        expect(messageText('vi', `deliverability.${check}.${each}`), `${check}.${each}`).to.be.a('string');
  });
});
