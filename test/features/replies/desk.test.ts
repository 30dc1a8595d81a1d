import { expect } from 'chai';
import type { AnswerDetails } from '../../../models/fields/answer-details.ts';
import { Guests } from '../../../models/guest.ts';
import { InboundMails } from '../../../models/inbound-mail.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import type { User } from '../../../models/user.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeEvent, makeMembership, makeUser } from '../../support/factories.ts';
import { inbound, type Invited, makeInvited, reload } from './invited.ts';
import { letter, post } from './post.ts';

describe('the list of replies', () => {
  useDatabase();
  let app: TestApp;
  let user: User;
  let invited: Invited;

  before(async function open() {
    app = await startTestApp({ INBOUND_ADDRESS: inbound.address, LMTP_LISTEN: '127.0.0.1:0' });
  });
  after(() => app.close());
  beforeEach(async () => {
    await emptyDatabase();
    user = await makeUser();
    invited = await makeInvited();
    await makeMembership(user, invited.event);
  });

  const ask = async (from: string, text: string): Promise<string> => {
    const row = await post(letter(from, text), { recipient: invited.replyTo });
    return String(row._id);
  };

  it('shows what somebody else wrote for a guest, as text, with the answer we read in it', async () => {
    await ask('Thư ký <thuky@mail.example>', 'Có\n<script>alert(1)</script>\n\n> thư cũ');

    const { text } = await app.as(user).get(paths.replies(invited.event));

    expect(text).to.include('thuky@mail.example');
    expect(text).to.include('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.to.include('<script>alert(1)');
    expect(text).to.include('Ghi nhận: Sẽ tham dự');
    expect((await reload(invited)).answer).to.equal(null);
  });

  it('records the proposed answer with one tap, once', async () => {
    const id = await ask('thuky@mail.example', 'Có');
    const client = app.as(user);

    const first = await client.postForm(paths.acceptReply(invited.event, id), { kind: 'attending' });
    const second = await client.postForm(paths.acceptReply(invited.event, id), { kind: 'declined' });

    expect([first.status, second.status]).to.deep.equal([303, 409]);
    const { answer, answers } = await reload(invited);
    expect({ kind: answer?.kind, trust: answer?.trust, by: answer?.by, note: answer?.note }).to.deep.equal({
      kind: 'attending',
      trust: 'C',
      by: user.name,
      note: 'Có',
    });
    expect(answers).to.deep.equal([]);
    expect(await InboundMails.findById(id).lean()).to.deep.include({ state: 'handled' });
  });

  it('keeps who comes along and what they eat when a yes is recorded', async () => {
    const details = await saidBefore(invited);
    const id = await ask('thuky@mail.example', 'Có');

    await app.as(user).postForm(paths.acceptReply(invited.event, id), { kind: 'attending' });

    const { answer } = await reload(invited);
    expect([answer?.by, answer?.details]).to.deep.equal([user.name, details]);
  });

  it('answers with the link, to the invited address and nobody else', async () => {
    const id = await ask('thuky@mail.example', 'Cho tôi xin lại thư mời với');

    await app.as(user).postForm(paths.sendReplyLink(invited.event, id));

    const mails = await OutboxMails.find({ kind: 'invitations.link' }).lean();
    expect(mails.map(({ to }) => to.address)).to.deep.equal([invited.guest.email]);
    expect((await InboundMails.findById(id).lean())?.decision?.reason).to.equal('link-sent');
  });

  it('marks in the guest’s history an answer that nobody vouched for', async () => {
    await post(letter(invited.guest.email, 'Có'), { recipient: invited.replyTo });

    const { text } = await app.as(user).get(paths.guest(invited.event, invited.guest));

    expect(text).to.include('(chưa xác thực người gửi)');
  });

  it('lets a person put a reply aside', async () => {
    const id = await ask('thuky@mail.example', 'Cảm ơn');

    await app.as(user).postForm(paths.dismissReply(invited.event, id));

    const waiting = await app.as(user).get(paths.replies(invited.event));
    const settled = await app.as(user).get(`${paths.replies(invited.event)}?tab=done`);
    expect(waiting.text).to.include('Không có thư nào chờ xem');
    expect(settled.text).to.include('Đã bỏ qua.');
  });

  it('shows nothing of another event, and changes nothing there', async () => {
    const id = await ask('thuky@mail.example', 'Có');
    const other = await makeEvent();
    await makeMembership(user, other);

    const list = await app.as(user).get(paths.replies(other));
    const tap = await app.as(user).postForm(paths.acceptReply(other, id), { kind: 'attending' });

    expect(list.text).not.to.include('thuky@mail.example');
    expect(tap.status).to.equal(404);
    expect((await reload(invited)).answer).to.equal(null);
  });
});

/** The guest comes with somebody, and eats no meat. */
async function saidBefore({ guest }: Invited): Promise<AnswerDetails> {
  const details = {
    companions: [{ name: 'Trần Thị Hoa', position: '' }],
    dietary: 'Ăn chay',
    access: '',
    transport: '',
    photo: null,
    questions: [],
  };
  const answer = { kind: 'attending', channel: 'page', by: 'Khách', at: new Date(), note: '', details };
  await Guests.updateOne({ _id: guest._id }, { $set: { answer, standing: 'attending' } });
  return details;
}
