import { expect } from 'chai';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { PutOffs } from '../../../models/put-off.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { elements, visibleText } from '../../support/html.ts';

describe('the page of what needs somebody', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function desk() {
    const [event, user] = [await makeEvent(), await makeUser({ name: 'Lê Thị Trực' })];
    await makeMembership(user, event, 'editor');
    const guest = await makeGuest({ event: event._id, name: { vi: 'Ngô Văn Thư' }, email: 'cu@example.org' });
    const to = { name: '', address: 'cu@example.org' };
    const order = { kind: 'nobody.writes-it', locale: 'vi' as const, to, from: to, event: event._id };
    const later = new Date(Date.now() + 86_400_000);
    await enqueueMail({ ...order, id: `lost-${String(guest._id)}`, guest: guest._id, due: later });
    await OutboxMails.updateOne({ guest: guest._id }, { $set: { state: 'bounced', due: null } });
    return { event, guest, browser: app.as(user) };
  }

  it('says who, what and since when, leads to where it is mended, and stands on the dashboard as a number', async () => {
    const { event, guest, browser } = await desk();
    const { text } = await browser.get(paths.attention(event));
    expect(visibleText(text)).to.include('Ngô Văn Thư').and.include('Thư gửi cu@example.org bị trả lại.');
    const act = elements(text, 'a').find(({ text: label }) => label === 'Sửa địa chỉ');
    expect(act?.attributes['href']).to.equal(paths.editGuest(event, guest));

    const dashboard = await browser.get(paths.event(event));
    expect(visibleText(dashboard.text)).to.include('1 khách chưa nhận được thư');
    expect(dashboard.text).to.include(`${paths.attention(event)}#unreached`);
    const part = await browser.get(`${paths.event(event)}?part=attention`);
    expect(part.text)
      .to.include(`${paths.attention(event)}#unreached`)
      .and.not.include('<html');
  });

  it('hides what is put off from the list and the dashboard, keeps who did it, and shows it again when asked', async () => {
    const { event, browser } = await desk();
    const { text } = await browser.get(paths.attention(event));
    const hidden = Object.fromEntries(
      elements(text, 'input').map(({ attributes }) => [attributes['name'], attributes['value'] ?? '']),
    );
    const row = { kind: hidden['kind'] ?? '', key: hidden['key'] ?? '', mark: hidden['mark'] ?? '' };
    expect((await browser.postForm(paths.putOffConcern(event), row)).status).to.equal(303);

    const left = visibleText((await browser.get(paths.attention(event))).text);
    expect(left)
      .to.include('Không có việc gì đang chờ')
      .and.include('1 việc để sau')
      .and.include('Lê Thị Trực để sau');
    expect(visibleText((await browser.get(paths.event(event))).text)).to.not.include('chưa nhận được thư');
    await browser.postForm(paths.putOffConcern(event), { ...row, again: 'true' });
    expect(await PutOffs.countDocuments({ event: event._id })).to.equal(0);
    const nonsense = await browser.postForm(paths.putOffConcern(event), { ...row, kind: 'constructor' });
    expect(nonsense.status).to.equal(422);
  });
});
