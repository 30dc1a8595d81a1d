import { expect } from 'chai';
import { Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';
import { elements, fieldValue, links, visibleText } from '../../support/html.ts';
import { answer, invite, reload } from './inviting.ts';

const email = 'khach@example.org';

describe('the invitation page', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function invited(given: Parameters<typeof makeEvent>[0] = {}) {
    const event = await makeEvent(given);
    const guest = await makeGuest({ event: event._id, email });
    return { event, guest, token: await invite(event, guest) };
  }

  async function opened(token: string) {
    const browser = app.as(null);
    await browser.get(paths.answerLink(token));
    return browser;
  }

  it('hides the secret in a cookie of this host and keeps it out of caches, indexes and addresses', async () => {
    const { token } = await invited();
    const { status, location, headers } = await app.as(null).get(paths.answerLink(token));

    expect([status, location]).to.deep.equal([303, paths.answer]);
    expect(headers.get('set-cookie')).to.match(/^rostrum-guest=g_\w+; .*HttpOnly; SameSite=Lax/);
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(headers.get('referrer-policy')).to.equal('no-referrer');
    expect(headers.get('x-robots-tag')).to.equal('noindex');
  });

  it('says when an event of sessions begins, by the first of them', async () => {
    const session = (id: string, startsAt: string) => ({
      id,
      title: { vi: 'Phiên họp' },
      day: '2099-10-03',
      startsAt,
      endsAt: '',
      room: '',
    });
    const sessions = [session('b', '13:30'), session('a', '08:15')];
    const { token } = await invited({ days: ['2099-10-03'], startsAt: '', endsAt: '', sessions });
    const page = await (await opened(token)).get(paths.answer);

    expect(visibleText(page.text)).to.include('08:15').and.not.include('13:30');
  });

  it('changes nothing for scanners that open every link, follow redirects and press no button', async () => {
    const { guest, token } = await invited();
    const before = await reload(guest);
    const scanner = await opened(token);

    for (const method of ['HEAD', 'GET']) {
      for (const kind of ['attending', 'declined', 'substitute', 'constructor']) {
        await scanner.send(method, `${paths.answerLink(token)}?a=${kind}`);
        await scanner.send(method, `${paths.answer}?a=${kind}`);
      }
      await scanner.send(method, paths.answerConfirm);
      await scanner.send(method, paths.answer, { headers: { purpose: 'prefetch' } });
    }
    const page = await scanner.get(paths.answer);
    for (const href of links(page.text).filter((each) => each.startsWith('/'))) await scanner.get(href);

    const after = await reload(guest);
    expect([after.rev, after.answer, after.standing]).to.deep.equal([before.rev, null, 'no-answer']);
  });

  it('refuses a confirmation that another site sends, or that comes without a form', async () => {
    const { guest, token } = await invited();
    const browser = await opened(token);
    const form = await browser.get(`${paths.answer}?a=declined`);
    const fields = { kind: 'declined', nonce: fieldValue(form.text, 'nonce') ?? '' };

    const foreign = await browser.postForm(paths.answerConfirm, fields, { 'sec-fetch-site': 'cross-site' });
    const bare = await browser.postForm(paths.answerConfirm, { kind: 'declined' });

    expect([foreign.status, bare.status]).to.deep.equal([403, 409]);
    expect((await reload(guest)).answer).to.equal(null);
  });

  it('asks again for the name of a colleague and keeps what was typed', async () => {
    const { token } = await invited();
    const browser = await opened(token);
    const form = await browser.get(`${paths.answer}?a=substitute`);
    const nonce = fieldValue(form.text, 'nonce') ?? '';

    const again = await browser.postForm(paths.answerConfirm, {
      nonce,
      kind: 'substitute',
      'substitute[position]': 'Phó phòng',
      note: 'Xin chỗ gần cửa',
    });

    expect(again.status).to.equal(422);
    expect(visibleText(again.text)).to.include('Vui lòng nhập thông tin này.');
    expect(fieldValue(again.text, 'substitute[position]')).to.equal('Phó phòng');
    expect(fieldValue(again.text, 'note')).to.equal('Xin chỗ gần cửa');
  });

  it('does not answer for one guest from the page of another that is still open', async () => {
    const [first, second] = [await invited(), await invited()];
    const browser = await opened(first.token);
    const form = await browser.get(`${paths.answer}?a=declined`);
    await browser.get(paths.answerLink(second.token));

    const fields = { kind: 'declined', nonce: fieldValue(form.text, 'nonce') ?? '' };
    const refused = await browser.postForm(paths.answerConfirm, fields);

    expect(refused.status).to.equal(409);
    expect([(await reload(first.guest)).answer, (await reload(second.guest)).answer]).to.deep.equal([
      null,
      null,
    ]);
  });

  it('leads back to what was recorded, with the pass, until it is changed', async () => {
    const { event, guest, token } = await invited();
    await answer(token, { kind: 'attending' });
    const browser = await opened(token);

    expect((await browser.get(`${paths.answer}?a=attending`)).location).to.equal(paths.answerDone);
    const done = await browser.get(paths.answerDone);
    const image = elements(done.text, 'img')[0]?.attributes['src'] ?? '';
    expect(image).to.match(/^data:image\/svg\+xml;base64,/);
    expect(visibleText(done.text)).to.include(guest.code.replace(/(.{4})(?=.)/g, '$1-'));
    expect((await browser.get(paths.passImage)).type).to.equal('image/png');
    const calendar = await browser.get(paths.answerCalendar);
    expect(calendar.text).to.include('METHOD:PUBLISH').and.include(paths.publicEvent(event));
    expect(calendar.text).to.not.include(token).and.not.include(guest.code);
    const change = await browser.get(`${paths.answer}?change=1`);
    expect(visibleText(change.text)).to.include('Câu trả lời hiện tại: Đã ghi nhận: tham dự');
  });

  it('shows what holds, and no buttons, when answers are closed', async () => {
    const late = await invited({ replyBy: new Date(Date.now() - 60_000) });
    const page = await (await opened(late.token)).get(`${paths.answer}?a=attending`);
    expect(visibleText(page.text)).to.include('Đã quá hạn trả lời');
    expect(links(page.text).filter((href) => /[?]a=\w+&change/.test(href))).to.deep.equal([]);

    const cancelled = await invited();
    await answer(cancelled.token, { kind: 'attending' });
    await Guests.updateOne({ _id: cancelled.guest._id }, { $set: { state: 'cancelled' } });
    const done = await (await opened(cancelled.token)).get(paths.answerDone);
    expect(visibleText(done.text)).to.include('Lời mời này không còn hiệu lực');
    expect(elements(done.text, 'img')).to.deep.equal([]);
  });

  it('opens nothing with a link that is unknown, replaced or a week past the event', async () => {
    const { event, guest, token } = await invited();
    await Guests.updateOne({ _id: guest._id }, { $set: { 'invitation.linkHash': 'replaced' } });
    const past = await invited();
    await Events.updateOne({ _id: past.event._id }, { $set: { days: ['2020-01-01'] } });

    for (const each of [token, past.token, 'g_00000000000000000000000000000000', String(event._id), '%00']) {
      const { status, text } = await app.as(null).get(paths.answerLink(each));
      expect(status, each).to.equal(404);
      expect(visibleText(text)).to.include('Không mở được thư mời');
    }
    expect((await app.as(null).get(paths.answerDone)).status).to.equal(404);
  });

  it('sends the link again to those who are invited, and tells everybody the same', async () => {
    const { guest } = await invited();
    await Guests.updateOne({ _id: guest._id }, { $set: { email: 'lost@example.org' } });
    const browser = app.as(null);

    const known = await browser.postForm(paths.requestGuestLink, { email: 'Lost@example.org ' });
    const unknown = await browser.postForm(paths.requestGuestLink, { email: 'nobody@example.org' });

    expect(visibleText(known.text)).to.equal(visibleText(unknown.text));
    const mails = await OutboxMails.find({ kind: 'invitations.link' }).lean();
    expect(mails.map(({ to }) => to.address)).to.deep.equal(['lost@example.org']);
  });

  it('speaks the language of the guest until the reader chooses another', async () => {
    const { guest, token } = await invited();
    await Guests.updateOne({ _id: guest._id }, { $set: { locale: 'ru' } });
    const browser = await opened(token);

    const russian = await browser.get(paths.answer, { 'accept-language': 'en' });
    const english = await browser.get(`${paths.answer}?lang=en`);
    const strange = await (await opened(token)).get(`${paths.answer}?lang=xx`);

    expect(elements(russian.text, 'html')[0]?.attributes['lang']).to.equal('ru');
    expect(elements(english.text, 'html')[0]?.attributes['lang']).to.equal('en');
    expect(elements(strange.text, 'html')[0]?.attributes['lang']).to.equal('ru');
  });
});
