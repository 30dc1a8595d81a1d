import { expect } from 'chai';
import { Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { readMail } from '../../../server/features/mail/read-mail.ts';
import { toldOf } from '../../../server/features/events/event-calendar.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { deliverByLmtp } from '../../support/lmtp.ts';
import { until } from '../../support/until.ts';
import { entryMail } from './entry.ts';
import { inbound, type Invited, makeInvited, reload } from './invited.ts';
import { letter } from './post.ts';

describe('the mails that follow from replies', () => {
  useDatabase();
  let app: TestApp;
  let invited: Invited;

  before(async function open() {
    app = await startTestApp({ INBOUND_ADDRESS: inbound.address, LMTP_LISTEN: '127.0.0.1:0' });
  });
  after(() => app.close());
  beforeEach(async () => {
    await emptyDatabase();
    invited = await makeInvited();
  });

  const bring = (raw: string, to = invited.replyTo): Promise<number> =>
    deliverByLmtp(app.lmtpPort ?? 0, { from: invited.guest.email, to: [to], raw });
  const written = async (kind: string) => {
    const mail = await until(async () => OutboxMails.findOne({ kind, state: 'sent' }).lean());
    if (!mail.raw) throw new Error('The mail has no bytes');
    return readMail(Buffer.from(mail.raw.buffer));
  };

  it('tell the guest that an answer was turned round, and where to turn it back', async () => {
    await bring(letter(invited.guest.email, 'Có'));
    await until(async () => (await reload(invited)).answer?.kind === 'attending');
    await bring(letter(invited.guest.email, 'Không'));

    const { text, html } = await written('replies.changed');

    expect(text).to.include('không dự được');
    expect(text).to.match(/http:\/\/\S+\/i\/g_/);
    expect(html).to.include('Xem và sửa câu trả lời');
  });

  it('bring the entry as it is now to whoever answered an earlier one', async () => {
    const event = await Events.findById(invited.event._id).orFail().lean();
    await Guests.updateOne(
      { _id: invited.guest._id },
      {
        $set: {
          'invitation.sequence': 2,
          'invitation.timeSequence': 2,
          'invitation.told': toldOf(event),
        },
      },
    );
    const { guest, uid } = invited;
    await bring(
      entryMail({ from: guest.email, uid, people: { [guest.email]: 'ACCEPTED' }, sequence: 0 }),
      inbound.address,
    );

    await written('replies.entry');
    const mail = await OutboxMails.findOne({ kind: 'replies.entry' }).orFail().lean();
    const source = String(mail.raw?.toString())
      .replace(/=\r\n/g, '')
      .replaceAll('=3D', '=')
      .replace(/\r\n /g, '');
    expect(source).to.include('method=REQUEST');
    expect(source).to.include(`rsvp+${invited.tag}@events.example.org`);
    expect(source).to.match(/^SEQUENCE:2\r$/m);
    expect(source).to.match(/PARTSTAT=NEEDS-ACTION/);
    expect(source).to.match(/RSVP=TRUE/);
  });

  it('begin with the line above which to answer, and an answer above it is read', async () => {
    await bring(letter(invited.guest.email, 'Có'));
    const { text } = await written('invitations.answered');
    expect(text.startsWith('##- ')).to.equal(true);

    await bring(letter(invited.guest.email, `Không\n\n${text}`));
    await until(async () => (await reload(invited)).answer?.kind === 'declined');
  });

  it('tell a stranger where to ask, and nothing about anybody', async () => {
    await bring(letter('nguoi.la@mail.example', 'Tôi sẽ đến'), inbound.address);
    const { text } = await written('replies.stranger');
    expect(text).to.include('/invitation');
    expect(text).not.to.include(invited.guest.name.vi ?? '');
    expect(text).not.to.include('/i/g_');
  });
});
