import { expect } from 'chai';
import { letterKinds } from '../../../contract/letters.ts';
import { eventTypes } from '../../../contract/states.ts';
import { locales } from '../../../contract/locales.ts';
import { Events } from '../../../models/event.ts';
import { MessageTemplates } from '../../../models/message-template.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { unknownFields } from '../../../server/features/letters/merge-fields.ts';
import { usualTexts } from '../../../server/features/letters/usual-texts.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { fieldValue, visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';

describe('the text of a letter', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function editing() {
    const [event, user] = [await makeEvent(), await makeUser()];
    await makeMembership(user, event, 'editor');
    return { event, user, desk: app.as(user) };
  }

  const empty = {
    vi: { subject: '', body: '' },
    en: { subject: '', body: '' },
    ru: { subject: '', body: '' },
  };

  function form(page: string, typed: Record<string, string>): Record<string, string> {
    const kept = locales.flatMap((locale) =>
      [`texts[${locale}][subject]`, `texts[${locale}][body]`, `seen[${locale}]`].map((name) => [
        name,
        name.endsWith('[body]') ? written(page, name) : (fieldValue(page, name) ?? ''),
      ]),
    );
    return { ...(Object.fromEntries(kept) as Record<string, string>), ...typed };
  }

  it('is there for every kind, type of event and language, and names only fields that exist', () => {
    for (const type of eventTypes)
      for (const kind of letterKinds) {
        const texts = usualTexts(type, kind);
        for (const locale of locales) {
          const { subject, body } = texts[locale];
          expect(subject, `${type} ${kind} ${locale}`).to.not.equal('');
          expect(body.length, `${type} ${kind} ${locale}`).to.be.greaterThan(60);
          expect(unknownFields(subject + body), `${type} ${kind} ${locale}`).to.deep.equal([]);
        }
      }
  });

  it('is the usual one until somebody writes another, and again when they want it back', async () => {
    const { event, desk } = await editing();
    const at = paths.letter(event, 'reminder');
    const first = await desk.get(at);
    expect(fieldValue(first.text, 'texts[vi][subject]')).to.equal('Xin xác nhận tham dự {event}');
    expect(await MessageTemplates.countDocuments()).to.equal(0);

    const saved = await desk.postForm(at, form(first.text, { 'texts[vi][subject]': 'Nhắc: {event}' }));
    expect(saved.status).to.equal(303);
    expect(fieldValue((await desk.get(at)).text, 'texts[vi][subject]')).to.equal('Nhắc: {event}');
    await desk.postForm(paths.forgetLetter(event, 'reminder'), {});
    expect(fieldValue((await desk.get(at)).text, 'texts[vi][subject]')).to.equal(
      'Xin xác nhận tham dự {event}',
    );
  });

  it('of the invitation stays in the event, where the event file expects it', async () => {
    const { event, desk } = await editing();
    const at = paths.letter(event, 'invitation');
    const typed = { 'texts[vi][subject]': 'Mời {event}', 'texts[vi][body]': 'Kính gửi {name}' };
    await desk.postForm(at, form((await desk.get(at)).text, typed));
    const stored = await Events.findById(event._id).lean();
    expect(stored?.letter.vi).to.deep.equal({ subject: 'Mời {event}', body: 'Kính gửi {name}' });
    expect(await MessageTemplates.countDocuments({ event: event._id })).to.equal(0);
  });

  it('says of each part what happens when it is left empty, and calls none of them optional', async () => {
    const { event, desk } = await editing();
    const page = visibleText((await desk.get(paths.letter(event, 'invitation'))).text);
    expect(page)
      .to.include('Để trống thì tiêu đề là tên sự kiện.')
      .and.include('Để trống thì họ nhận thư bằng ngôn ngữ khác đã soạn.')
      .and.not.include('không bắt buộc');
  });

  it('names a field that does not exist, and keeps what was typed', async () => {
    const { event, desk } = await editing();
    const at = paths.letter(event, 'update');
    const wrong = await desk.postForm(
      at,
      form((await desk.get(at)).text, { 'texts[vi][body]': 'Kính gửi {nam}' }),
    );
    expect(wrong.status).to.equal(422);
    expect(visibleText(wrong.text)).to.include('Không có mục “nam”');
    expect(fieldValue(wrong.text, 'texts[vi][body]')).to.equal('Kính gửi {nam}');
  });

  it('lets two people write in two languages, and shows both versions where they wrote in the same', async () => {
    const { event, desk } = await editing();
    const at = paths.letter(event, 'pass');
    const opened = (await desk.get(at)).text;

    expect((await desk.postForm(at, form(opened, { 'texts[en][body]': 'Theirs' }))).status).to.equal(303);
    expect((await desk.postForm(at, form(opened, { 'texts[vi][body]': 'Của tôi' }))).status).to.equal(303);
    const both = await desk.get(at);
    expect(fieldValue(both.text, 'texts[en][body]')).to.equal('Theirs');
    expect(fieldValue(both.text, 'texts[vi][body]')).to.equal('Của tôi');

    const late = await desk.postForm(at, form(opened, { 'texts[en][body]': 'Mine' }));
    expect(late.status).to.equal(409);
    expect(fieldValue(late.text, 'texts[en][body]')).to.equal('Mine');
    expect(visibleText(late.text)).to.include('Bản vừa được người khác lưu').and.include('Theirs');
    const again = await desk.postForm(at, form(late.text, { 'texts[en][body]': 'Agreed' }));
    expect(again.status).to.equal(303);
  });

  it('is shown as it is typed to a guest found by a few letters, and saves nothing', async () => {
    const { event, desk } = await editing();
    const name = { vi: 'Lê <b>Bình</b>' };
    const guest = await makeGuest({ event: event._id, name, addressForm: 'ong' });
    const stranger = await makeGuest({ event: (await makeEvent())._id, name: { vi: 'Người lạ' } });
    const found = await desk.get(`${paths.letterGuests(event)}?q=binh`);
    expect(fieldValue(found.text, 'guest')).to.equal(String(guest._id));
    const show = (who: { _id: unknown }) =>
      desk.postForm(
        paths.letterPreview(event, 'reminder'),
        {
          guest: String(who._id),
          language: 'vi',
          'texts[vi][subject]': 'S',
          'texts[vi][body]': 'Gửi {name}',
        },
        { 'x-requested-with': 'fetch' },
      );

    expect((await show(guest)).text).to.include('Gửi ông Lê &lt;b&gt;Bình&lt;/b&gt;');
    expect((await show(stranger)).text).to.not.include('Người lạ');
    expect(await MessageTemplates.countDocuments({ event: event._id })).to.equal(0);
  });

  it('can be tried on oneself: what is typed, to the one who types, and to no guest', async () => {
    const { event, user, desk } = await editing();
    await makeGuest({ event: event._id, email: 'khach@example.org' });
    const at = paths.letter(event, 'invitation');
    const page = (await desk.get(at)).text;
    const typed = { ...form(page, { 'texts[vi][body]': 'Chỉ là thử' }), language: 'vi' };
    const answer = await desk.postForm(paths.testLetter(event, 'invitation'), typed);
    expect(visibleText(answer.text)).to.include(`Đã gửi thư thử tới ${user.email}`);
    expect(fieldValue(answer.text, 'texts[vi][body]')).to.equal('Chỉ là thử');

    const mail = await until(() => OutboxMails.findOne({ event: event._id, state: 'sent' }).lean());
    expect(mail.to.address).to.equal(user.email);
    expect(mail.subject).to.match(/^\[Thư thử\]/);
    expect(await OutboxMails.countDocuments({ event: event._id })).to.equal(1);
    expect((await Events.findById(event._id).lean())?.letter).to.deep.equal({ ...empty, ...event.letter });
  });

  it('of an announcement has to be written before it is sent', async () => {
    const { event, desk } = await editing();
    await makeGuest({ event: event._id, email: 'khach@example.org' });
    const review = await desk.get(`${paths.newWave(event)}?kind=announcement&who=everybody`);
    const fields = ['form', 'kind', 'channel', 'who', 'expected', 'confirmation'];
    const sent = await desk.postForm(
      paths.newWave(event),
      Object.fromEntries(fields.map((name) => [name, fieldValue(review.text, name) ?? ''])),
    );
    expect(sent.status).to.equal(409);
    expect(visibleText(sent.text)).to.include('Thông báo chung chưa có nội dung');
  });
});

/** What stands in a text area, with its line breaks. */
function written(page: string, name: string): string {
  const at = page.indexOf(`name="${name}"`);
  const [, text = ''] = />\n?([\s\S]*?)<\/textarea>/.exec(page.slice(at)) ?? [];
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
