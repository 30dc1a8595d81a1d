import { expect } from 'chai';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { SoftBounces } from '../../../models/soft-bounce.ts';
import { Suppressions } from '../../../models/suppression.ts';
import { bounceAddress, readBounceAddress } from '../../../server/features/mail/bounce-address.ts';
import { claimMail } from '../../../server/features/mail/claim-mail.ts';
import { composeMail } from '../../../server/features/mail/compose-mail.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { handleBounce } from '../../../server/features/mail/handle-bounce.ts';
import { openRoad } from '../../../server/features/mail/take-turn.ts';
import { wayOut } from '../../../server/features/mail/way-out.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { takeApart } from '../../../server/platform/mail-parser/take-apart.ts';
import { isMailAddress } from '../../../server/platform/mail-address.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeEvent, makeUser } from '../../support/factories.ts';
import { testOffice } from '../../support/post-office.ts';
import { complaintReport, deliveryReport, type ReportFacts } from './report-mail.ts';

const start = new Date('2026-11-23T03:00:00Z').getTime();
const day = 24 * 3_600_000;
const office = testOffice({ returnPath: 'bounces@example.org' });
const from = { name: 'Ban tổ chức', address: 'rsvp@example.org' };

describe('a mail that comes back', () => {
  useDatabase();

  beforeEach(async () => {
    await emptyDatabase();
    setClock(new Date(start));
  });
  afterEach(() => setClock(null));

  it('has an address of its own that nobody else can make up, in whatever case it returns', () => {
    const address = bounceAddress(office, 'guest-1:invitation:1') ?? '';
    const forged = bounceAddress({ ...office, secret: 'another' }, 'guest-1:invitation:1') ?? '';

    expect(isMailAddress(address)).to.equal(true);
    expect(address).to.match(/^bounces\+b\.[a-z2-7]{39}@example\.org$/);
    expect(readBounceAddress(office, address.toUpperCase())).to.deep.include({ kind: 'b' });
    for (const wrong of [forged, address.replace('+b.', '+u.'), 'bounces@example.org', `x${address}`, ''])
      expect(readBounceAddress(office, wrong), wrong).to.equal(null);
  });

  it('bounces the mail and puts an address that does not exist on the stop list', async () => {
    await sent('a');

    expect(await report('a', {})).to.equal('applied');
    const mail = await row('a');
    expect(mail).to.deep.include({ state: 'bounced', due: null });
    expect(mail.lastError).to.deep.equal({ code: '5.1.1', text: '550 5.1.1 No such user' });
    expect(mail.log.map(({ state, code }) => [state, code])).to.deep.equal([['bounced', '5.1.1']]);
    expect(await Suppressions.find({}, { scope: 1, hint: 1 }).lean()).to.have.length(1);
    expect(await Suppressions.findOne().lean()).to.deep.include({ scope: 'hard', hint: 't•••@example.org' });
  });

  it('comes to the stop list also when the process dies over it and the report is read again', async () => {
    await sent('a');
    let looks = 0;
    const dying = {
      ...office,
      // It is looked at once for the report and once more for the stop list.
      get secret(): string {
        if ((looks += 1) > 1) throw new Error('the process died');
        return office.secret;
      },
    };
    const address = bounceAddress(office, 'a') ?? '';
    const read = handleBounce(await takeApart(deliveryReport({})), address, dying);
    expect(await read.catch((error: Error) => error.message)).to.equal('the process died');
    expect(await Suppressions.countDocuments()).to.equal(0);

    expect(await report('a', {})).to.equal('applied');
    expect((await row('a')).state).to.equal('bounced');
    expect(await Suppressions.countDocuments()).to.equal(1);
  });

  it('takes the true code from the words of the other side when the status is vague or missing', async () => {
    await sent('a');
    await report('a', { status: '5.0.0', diagnostic: '550-5.2.1 The account is disabled' });
    await sent('b');
    await report('b', { status: '', diagnostic: '452 4.2.2 Over quota' });

    expect((await row('a')).lastError?.code).to.equal('5.2.1');
    expect((await row('b')).lastError?.code).to.equal('4.2.2');
    expect(await Suppressions.countDocuments()).to.equal(1);
  });

  it('does nothing about delays, relays, lists and receipts', async () => {
    await sent('a');
    for (const action of ['delayed', 'relayed', 'expanded', 'delivered'])
      expect(await report('a', { action, status: '4.0.0' }), action).to.equal('ignored');

    expect((await row('a')).state).to.equal('sent');
  });

  it('stops a full mailbox after three mails in a fortnight, each counted once', async () => {
    for (const [number, id] of ['a', 'b', 'c'].entries()) {
      setClock(new Date(start + number * day));
      await sent(id);
      await report(id, { status: '5.2.2', diagnostic: '552 5.2.2 Mailbox full' });
      await report(id, { status: '5.2.2', diagnostic: '552 5.2.2 Mailbox full' });
      expect(await Suppressions.countDocuments(), id).to.equal(number === 2 ? 1 : 0);
    }
    expect(await SoftBounces.countDocuments()).to.equal(3);
  });

  it('forgets a full mailbox after a fortnight', async () => {
    for (const [number, id] of ['a', 'b', 'c'].entries()) {
      setClock(new Date(start + number * 8 * day));
      await sent(id);
      await report(id, { status: '4.2.2', diagnostic: '452 4.2.2 Over quota' });
    }

    expect(await Suppressions.countDocuments()).to.equal(0);
  });

  it('pauses the campaign to a domain that refuses us on principle, and blames no address', async () => {
    await sent('a', { purpose: 'campaign' });
    await sent('b', { purpose: 'campaign', state: 'queued' });
    await report('a', { status: '5.7.1', diagnostic: '550 5.7.1 Rejected by policy' });
    const paused = await claimMail(openRoad);
    setClock(new Date(start + 5 * 3_600_000));

    expect(await Suppressions.countDocuments()).to.equal(0);
    expect(paused).to.equal(null);
    expect((await claimMail(openRoad))?._id).to.equal('b');
  });

  it('alarms every administrator once when a domain refuses us', async () => {
    const administrator = await makeUser({ role: 'administrator' });
    await makeUser();
    await sent('a', { purpose: 'campaign' });
    await sent('b', { purpose: 'campaign' });
    await report('a', { status: '5.7.1', diagnostic: '550 5.7.1 Rejected by policy' });
    await report('b', { status: '5.7.1', diagnostic: '550 5.7.1 Rejected by policy' });
    const alarms = await OutboxMails.find({ kind: 'deliverability.alarm' }).lean<OutboxMail[]>();

    expect(alarms.map(({ to, urgent }) => [to.address, urgent])).to.deep.equal([[administrator.email, true]]);
  });

  it('tells that an uncertain mail did not arrive, so that it is not sent again', async () => {
    await sent('a', { state: 'unknown', due: new Date(start) });
    await report('a', { status: '5.4.4', diagnostic: 'Host not found' });

    expect(await row('a')).to.deep.include({ state: 'bounced', due: null });
    expect(await Suppressions.countDocuments()).to.equal(0);
  });

  it('is ignored when it is forged, too late or about a mail that was not sent', async () => {
    await sent('a');
    await sent('waiting', { state: 'queued' });
    const raw = await takeApart(deliveryReport({}));
    const forged = bounceAddress({ ...office, secret: 'guessed' }, 'a') ?? '';

    expect(await handleBounce(raw, forged, office)).to.equal('not-ours');
    expect(await report('waiting', {})).to.equal('ignored');
    expect(await report('never-written', {})).to.equal('ignored');
    setClock(new Date(start + 15 * day));
    expect(await report('a', {})).to.equal('ignored');
    expect(await Suppressions.countDocuments()).to.equal(0);
  });

  it('is a complaint when a provider says so about a mail with our link in it', async () => {
    const event = await makeEvent();
    await sent('a', { purpose: 'campaign', event: event._id });
    const mail = await row('a');
    const original = async (secret: string) => {
      const listUnsubscribe = await wayOut(mail, { ...office, secret });
      const text = { subject: 'Kính mời', html: '<p>Kính mời</p>', text: 'Kính mời' };
      return (
        await composeMail({ ...text, id: 'a', to: mail.to, from, date: new Date(start), listUnsubscribe })
      ).raw;
    };
    const heard = async (secret: string, type?: string) =>
      handleBounce(await takeApart(complaintReport(await original(secret), type)), 'fbl@example.org', office);

    expect(await heard('forged')).to.equal('ignored');
    expect(await heard(office.secret, 'virus')).to.equal('not-ours');
    expect(await Suppressions.countDocuments()).to.equal(0);
    expect(await heard(office.secret)).to.equal('applied');
    expect(await Suppressions.findOne().lean()).to.deep.include({ scope: 'complaint' });
  });

  it('unsubscribes whoever writes to the address for that', async () => {
    const event = await makeEvent();
    await sent('a', { purpose: 'campaign', event: event._id });
    const wish = await takeApart(Buffer.from('From: thanh@example.org\r\nSubject: unsubscribe\r\n\r\n'));

    expect(await handleBounce(wish, bounceAddress(office, 'a', 'u') ?? '', office)).to.equal('applied');
    expect(await Suppressions.findOne().lean()).to.deep.include({ scope: 'unsubscribe' });
  });

  it('leaves answers of people to others', async () => {
    const answer = await takeApart(
      Buffer.from('From: thanh@example.org\r\nSubject: Re: Kinh moi\r\n\r\nyes'),
    );

    expect(await handleBounce(answer, 'rsvp@example.org', office)).to.equal('not-ours');
  });

  async function sent(id: string, given: Partial<OutboxMail> = {}): Promise<void> {
    const to = { name: 'Nguyễn Văn Thành', address: 'thanh@example.org' };
    const { event = null, purpose = 'service' } = given;
    await enqueueMail({ id, kind: 'invitation', locale: 'vi', to, from, event, purpose });
    const facts = { state: 'sent', due: given.state === 'queued' ? new Date(start) : null, ...given };
    await OutboxMails.updateOne({ _id: id }, { $set: facts });
  }

  async function report(id: string, facts: ReportFacts) {
    return handleBounce(await takeApart(deliveryReport(facts)), bounceAddress(office, id) ?? '', office);
  }

  async function row(id: string): Promise<OutboxMail> {
    return OutboxMails.findById(id).orFail().lean<OutboxMail>();
  }
});
