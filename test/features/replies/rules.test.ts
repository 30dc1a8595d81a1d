import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import { InboundMails } from '../../../models/inbound-mail.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { claimInbound } from '../../../server/features/inbound/claim-inbound.ts';
import { receiveMail } from '../../../server/features/inbound/receive.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeEvent } from '../../support/factories.ts';
import { entryMail } from './entry.ts';
import { inbound, type Invited, makeInvited, reload } from './invited.ts';
import { letter, post, readAll } from './post.ts';

const start = new Date('2026-11-24T02:00:00Z');
const tools = { inbound, authservId: null, locale: 'vi' as const };

describe('a reply', () => {
  useDatabase();
  let invited: Invited;

  beforeEach(async () => {
    await emptyDatabase();
    setClock(start);
    invited = await makeInvited();
  });
  afterEach(() => setClock(null));

  const says = (partstat: string, given: Partial<Parameters<typeof entryMail>[0]> = {}): string =>
    entryMail({
      from: invited.guest.email,
      uid: invited.uid,
      people: { [invited.guest.email]: partstat },
      ...given,
    });
  const reason = async (raw: string, posting: Parameters<typeof post>[1] = {}) =>
    (await post(raw, posting)).decision?.reason;
  const kind = async () => (await reload(invited)).answer?.kind ?? null;

  it('of the invited address is trusted more when our own server vouches for it', async () => {
    const vouched = ['Authentication-Results: mx.events.example.org; dmarc=pass header.from=mail.example'];
    const foreign = ['Authentication-Results: mx.evil.example; dmarc=pass header.from=mail.example'];
    const trust = async (headers: readonly string[]) => {
      await post(says('ACCEPTED', { headers }), { authservId: 'mx.events.example.org' });
      return (await reload(invited)).answer?.trust;
    };

    expect(await trust(foreign)).to.equal('B');
    expect(await trust(vouched)).to.equal('A');
    expect(await trust([...foreign, ...vouched])).to.equal('B');
    expect(await trust([...vouched, ...foreign])).to.equal('A');
  });

  it('that nobody vouches for and that turns an answer round is told to the guest in plain words', async () => {
    await post(says('ACCEPTED'));
    await post(says('DECLINED', { stamp: '20261124T013000Z' }));

    const { effects, answer } = await reload(invited);
    expect(effects.map(({ id }) => id)).to.include(
      `mail:${String(invited.guest._id)}:reply-changed:${answer?.key}`,
    );
    expect(effects.filter(({ id }) => id.includes(':reply-changed:'))).to.have.length(1);
  });

  it('that our server vouches for turns an answer round without that', async () => {
    const headers = ['Authentication-Results: mx.events.example.org; dmarc=pass header.from=mail.example'];
    await post(says('ACCEPTED'));
    await post(says('DECLINED', { stamp: '20261124T013000Z', headers }), {
      authservId: 'mx.events.example.org',
    });

    const { effects, answer } = await reload(invited);
    expect(answer?.kind).to.equal('declined');
    expect(effects.filter(({ id }) => id.includes(':reply-changed:'))).to.deep.equal([]);
  });

  it('of another address waits for a person, with what it says', async () => {
    const row = await post(says('ACCEPTED', { from: 'thuky@mail.example' }));

    expect({ state: row.state, decision: row.decision }).to.deep.equal({
      state: 'needs-human',
      decision: { reason: 'other-sender', kind: 'attending', trust: 'C', at: start, by: '' },
    });
    expect(await kind()).to.equal(null);
  });

  it('that names no invitation is answered once a day to an address, and never a machine', async () => {
    await post(letter('nguoi.la@mail.example', 'Tôi sẽ đến'));
    await post(letter('nguoi.la@mail.example', 'Alo?'));
    await post(letter('may@mail.example', 'Away', ['Auto-Submitted: auto-replied']));
    await post(letter('bounce@mail.example', 'Undelivered'), { envelopeFrom: null });
    const forged = ['Authentication-Results: mx.events.example.org; dmarc=fail header.from=mail.example'];
    await post(letter('nan.nhan@mail.example', 'Alo', forged), { authservId: 'mx.events.example.org' });

    const sent = await OutboxMails.find({ kind: 'replies.stranger' }).lean();
    expect(sent.map(({ to }) => to.address)).to.deep.equal(['nguoi.la@mail.example']);
  });

  it('to an earlier time is not applied; the guest gets the entry as it is now', async () => {
    await Guests.updateOne(
      { _id: invited.guest._id },
      { $set: { 'invitation.sequence': 3, 'invitation.timeSequence': 2 } },
    );

    expect(await reason(says('ACCEPTED', { sequence: 1 }))).to.equal('old-date');
    expect(await kind()).to.equal(null);
    expect(await OutboxMails.countDocuments({ kind: 'replies.entry' })).to.equal(1);
    expect(await reason(says('ACCEPTED', { sequence: 2 }))).to.equal('applied');
  });

  it('is compared by its own time: the later one holds, in whatever order they come', async () => {
    expect(await reason(says('DECLINED', { stamp: '20261124T013000Z' }))).to.equal('applied');
    expect(await reason(says('ACCEPTED', { stamp: '20261124T012959Z' }))).to.equal('superseded');
    expect(await kind()).to.equal('declined');
    expect(await reason(says('TENTATIVE', { stamp: '20261124T013001Z' }))).to.equal('applied');
    expect(await kind()).to.equal('tentative');
  });

  it('cannot make itself the last word with a clock that is ahead', async () => {
    await post(says('ACCEPTED', { stamp: '20991231T000000Z' }));
    expect((await reload(invited)).answer?.at).to.deep.equal(start);

    setClock(new Date(start.getTime() + 60_000));
    expect(await reason(says('DECLINED', { stamp: '20261124T020030Z' }))).to.equal('applied');
  });

  it('does not undo what was said on the page later', async () => {
    const at = new Date('2026-11-24T01:45:00Z');
    const answer = { kind: 'declined', channel: 'page', by: 'Khách', at, note: '', substitute: null };
    await Guests.updateOne({ _id: invited.guest._id }, { $set: { answer, standing: 'declined' } });

    expect(await reason(says('ACCEPTED', { stamp: '20261124T013000Z' }))).to.equal('superseded');
    expect(await kind()).to.equal('declined');
  });

  it('takes the place of an answer that was to another date', async () => {
    const at = new Date('2026-11-24T01:45:00Z');
    const answer = {
      kind: 'declined',
      channel: 'page',
      by: 'Khách',
      at,
      note: '',
      substitute: null,
      beforeChange: true,
    };
    await Guests.updateOne({ _id: invited.guest._id }, { $set: { answer, standing: 'declined' } });

    expect(await reason(says('ACCEPTED', { stamp: '20261124T013000Z' }))).to.equal('applied');
  });

  it('that comes too late waits for a person', async () => {
    const event = await makeEvent({ replyBy: new Date('2026-11-20T00:00:00Z') });
    invited = await makeInvited({}, event);
    const row = await post(says('ACCEPTED'));
    expect([row.state, row.decision?.reason, row.decision?.kind]).to.deep.equal([
      'needs-human',
      'late',
      'attending',
    ]);
  });

  it('is read for the invited one where a program names several', async () => {
    const people = { 'boss@mail.example': 'DECLINED', [invited.guest.email]: 'ACCEPTED' };
    expect(await reason(says('', { people }))).to.equal('applied');
    expect(await kind()).to.equal('attending');
  });

  it('of somebody the guest sends instead waits for a person', async () => {
    const people = { 'binh@mail.example': 'ACCEPTED' };
    const parameters = `;DELEGATED-FROM="mailto:${invited.guest.email}"`;
    expect(await reason(says('', { people, parameters, from: 'binh@mail.example' }))).to.equal(
      'delegate-answers',
    );
  });

  it('is one answer, however often it comes and is read', async () => {
    const raw = says('ACCEPTED');
    await post(raw);
    await post(raw);
    await InboundMails.updateMany({}, { $set: { state: 'received', due: start } });
    await readAll(tools);

    const { answer, answers } = await reload(invited);
    expect({ kind: answer?.kind, earlier: answers }).to.deep.equal({ kind: 'attending', earlier: [] });
    expect(await InboundMails.find({}, { state: 1, _id: 0 }).lean()).to.deep.equal([{ state: 'handled' }]);
  });

  it('whose reader died is read by another a minute later', async () => {
    await receiveMail({
      raw: Buffer.from(says('ACCEPTED')),
      recipients: [inbound.address],
      envelopeFrom: invited.guest.email,
      via: 'imap',
    });
    await claimInbound();
    await readAll(tools);
    expect(await kind()).to.equal(null);

    setClock(new Date(start.getTime() + 61_000));
    await readAll(tools);
    expect(await kind()).to.equal('attending');
  });

  it('that asks for the entry gets it once an hour', async () => {
    for (const minutes of [0, 1, 2]) {
      setClock(new Date(start.getTime() + minutes * 60_000));
      await post(says('NEEDS-ACTION', { method: 'REFRESH' }));
    }
    expect(await OutboxMails.countDocuments({ kind: 'replies.entry' })).to.equal(1);
  });

  it('is known by the mail it answers when its address has no tag', async () => {
    const messageId = '<0123456789abcdef0123456789abcdef@events.example.org>';
    await OutboxMails.collection.insertOne({ _id: 'x' as never, messageId, guest: invited.guest._id });

    const row = await post(letter(invited.guest.email, 'Có', [`In-Reply-To: ${messageId}`]));

    expect([row.decision?.reason, await kind()]).to.deep.equal(['applied', 'attending']);
  });

  it('in Outlook’s own format waits for a person', async () => {
    const raw = [
      `From: ${invited.guest.email}`,
      'Message-ID: <tnef@mail.example>',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: application/ms-tnef; name=winmail.dat',
      'Content-Transfer-Encoding: base64',
      '',
      'eJ8+',
      '--b--',
      '',
    ].join('\r\n');
    expect(await reason(raw, { recipient: invited.replyTo })).to.equal('winmail');
  });

  it('that cannot be read waits for a person when its address names a guest', async () => {
    const deep = Array.from(
      { length: 15 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    const row = await post(`From: ${invited.guest.email}\r\n${deep.join('')}`, {
      recipient: invited.replyTo,
    });
    expect([row.state, row.decision?.reason, String(row.guest)]).to.deep.equal([
      'needs-human',
      'unreadable',
      String(invited.guest._id),
    ]);
  });

  it('has to wait its turn when its sender has sent twenty within the hour', async () => {
    for (let mail = 0; mail < 20; mail += 1)
      await post(letter(invited.guest.email, `Alo ${mail}`), { recipient: invited.replyTo });
    const late = await post(letter(invited.guest.email, 'Có'), { recipient: invited.replyTo });
    expect([late.state, await kind()]).to.deep.equal(['received', null]);

    // It is looked at again and again meanwhile, and that is held against nobody.
    for (let minute = 5; minute <= 65; minute += 5) {
      setClock(new Date(start.getTime() + minute * 60_000));
      await readAll(tools);
    }
    expect(await kind()).to.equal('attending');
  });

  it('is not held up by others who write the guest’s address into From', async () => {
    const { email } = invited.guest;
    for (let mail = 0; mail < 20; mail += 1) await post(letter(email, `Alo ${mail}`));
    expect(await reason(letter(email, 'Có'), { recipient: invited.replyTo })).to.equal('applied');

    const authservId = 'mx.events.example.org';
    const proved = [`Authentication-Results: ${authservId}; dmarc=pass header.from=mail.example`];
    for (let mail = 0; mail < 20; mail += 1)
      await post(letter(email, `Alo ${mail}`), { recipient: invited.replyTo, authservId });
    expect(await reason(letter(email, 'Không', proved), { recipient: invited.replyTo, authservId })).to.equal(
      'applied',
    );
  });
});
