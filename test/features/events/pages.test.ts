import { expect } from 'chai';
import { locales } from '../../../contract/locales.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { type Conference, Events } from '../../../models/event.ts';
import type { User } from '../../../models/user.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeAgenda, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { fieldValue, links, visibleText } from '../../support/html.ts';

describe('the pages of an event', () => {
  useDatabase();
  let app: TestApp;
  let user: User;
  before(async () => {
    app = await startTestApp();
    user = await makeUser();
  });
  after(() => app.close());

  async function mine(given: Partial<Conference> = {}): Promise<Conference> {
    const event = await makeEvent(given);
    await makeMembership(user, event);
    return event;
  }

  it('lead from the choice of a type to the new event’s own page, with its agenda', async () => {
    const answer = await app.as(user).postForm(paths.events, {
      type: 'year-end-review',
      'title[vi]': 'Hội nghị tổng kết năm 2026',
      'host[name][vi]': 'Trung tâm Công nghệ thông tin',
      firstDay: '2026-12-26',
    });
    expect(answer.status).to.equal(303);
    const text = visibleText((await app.as(user).get(answer.location)).text);
    expect(text).to.include('Thứ Bảy, 26/12/2026').and.include('Đã có 13 mục.');
    expect(app.takeErrors()).to.deep.equal([]);
  });

  it('list what is wrong with a form in the order of its fields', async () => {
    const event = await mine();
    const answer = await app.as(user).postForm(paths.editEvent(event), {
      rev: '1',
      'title[vi]': '',
      'host[name][vi]': '',
      timeZone: 'Nowhere',
      'contact[email]': 'nobody',
    });
    const [, summary = ''] =
      /<ul>([\s\S]*?)<\/ul>/.exec(answer.text.slice(answer.text.indexOf('role="alert"'))) ?? [];
    const wanted = ['#f-title-vi', '#f-host-name-vi', '#f-timeZone', '#f-contact-email'];
    expect(links(summary).filter((link) => wanted.includes(link))).to.deep.equal(wanted);
  });

  it('say the weekdays of several days', async () => {
    const event = await mine({ days: ['2026-12-15', '2026-12-16'], startsAt: '' });
    const text = visibleText((await app.as(user).get(paths.event(event))).text);
    expect(text.replaceAll('\u00A0', ' ')).to.include('Thứ Ba, 15/12/2026').and.include('Thứ Tư, 16/12/2026');
  });

  it('keep everything typed when the new event is not accepted', async () => {
    const answer = await app.as(user).postForm(paths.events, {
      type: 'work-review',
      'title[vi]': 'Hội nghị tổng kết',
      'host[name][vi]': '',
      firstDay: '2027-01-22',
      lastDay: '2027-01-20',
    });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.match(/value="work-review" required checked/);
    expect(fieldValue(answer.text, 'title[vi]')).to.equal('Hội nghị tổng kết');
    expect(fieldValue(answer.text, 'lastDay')).to.equal('2027-01-20');
    expect(visibleText(answer.text)).to.include('Ngày cuối không thể trước ngày đầu.');
  });

  it('list only the events one has a role in, by phase, and find them without accents', async () => {
    const client = app.as(await makeUser());
    expect(visibleText((await client.get(paths.events)).text)).to.include('Chưa có hội nghị nào');

    await mine({ title: { vi: 'Đại hội Công đoàn' }, state: 'draft' });
    await mine({ title: { vi: 'Hội nghị đã xong' }, state: 'closed' });
    const current = visibleText((await app.as(user).get(`${paths.events}?q=dai hoi cong`)).text);
    expect(current).to.include('Đại hội Công đoàn').and.not.include('Hội nghị đã xong');
    const past = visibleText((await app.as(user).get(`${paths.events}?tab=past`)).text);
    expect(past).to.include('Hội nghị đã xong').and.not.include('Đại hội Công đoàn');
  });

  it('show a later version beside what was typed on an earlier one', async () => {
    const event = await mine({ capacity: 180 });
    await Events.updateOne({ _id: event._id }, { $set: { capacity: 220 }, $inc: { rev: 1 } });
    const answer = await app.as(user).postForm(paths.editEvent(event), {
      rev: event.rev,
      'title[vi]': 'Tên tôi vừa gõ',
      'host[name][vi]': 'Trung tâm Khoa học',
      defaultLocale: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
      capacity: '90',
      'venue[mapUrl]': '',
      'contact[name]': '',
      'inviter[name]': '',
    });
    expect(answer.status).to.equal(409);
    expect(fieldValue(answer.text, 'capacity')).to.equal('90');
    expect(fieldValue(answer.text, 'title[vi]')).to.equal('Tên tôi vừa gõ');
    expect(fieldValue(answer.text, 'rev')).to.equal(String(event.rev + 1));
    expect(visibleText(answer.text)).to.include('Sức chứa 220');
  });

  it('say what is missing when a draft is published too early, with the way there', async () => {
    const event = await mine({ state: 'draft', days: [] });
    const answer = await app.as(user).postForm(paths.eventState(event), { to: 'published' });
    expect(answer.status).to.equal(422);
    expect(visibleText(answer.text)).to.include('Chưa ấn định ngày.').and.include('Chương trình còn trống.');
    expect(links(answer.text)).to.include.members([
      `${paths.editEvent(event)}#f-firstDay`,
      paths.agenda(event),
    ]);
  });

  it('turn into a live board while the event is running', async () => {
    const event = await mine({ state: 'live' });
    await makeAgenda(event, [{ title: { vi: 'Báo cáo tổng kết' } }]);
    const arrivedAt = new Date('2026-12-15T00:55:00Z');
    const guest = await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' }, arrivedAt });
    await CheckIns.create({
      _id: `${String(event._id)}:${String(guest._id)}`,
      event: event._id,
      list: String(event._id),
      guest: guest._id,
      passages: [],
      admission: { scanId: 'x', at: arrivedAt, substitute: '' },
      changedAt: arrivedAt,
    });

    const board = await app.as(user).get(`${paths.event(event)}?part=board`);
    expect(visibleText(board.text))
      .to.include('07:55 Đặng Đình Công')
      .and.include('Tiếp theo Báo cáo tổng kết');
  });

  it('say in every language that date and place are not known', async () => {
    const event = await mine({ state: 'draft', days: [], startsAt: '', venue: null });
    const unknown = { vi: 'Chưa ấn định ngày', en: 'Date to be announced', ru: 'Дата уточняется' };
    for (const locale of locales) {
      const { text } = await app.as(user).get(`${paths.event(event)}?lang=${locale}`);
      expect(visibleText(text)).to.include(unknown[locale]).and.not.include('⟦');
    }
  });

  it('offer sessions and categories in every language', async () => {
    const session = {
      id: 's1',
      title: { vi: 'Ngày thứ nhất' },
      day: '2026-12-15',
      startsAt: '08:00',
      endsAt: '',
      room: '',
    };
    const event = await mine({ sessions: [session] });
    for (const locale of locales) {
      for (const path of [paths.eventSessions(event), paths.eventCategories(event), paths.editEvent(event)]) {
        const answer = await app.as(user).get(`${path}?lang=${locale}`);
        expect(answer.status).to.equal(200);
        expect(visibleText(answer.text)).to.not.include('⟦');
      }
    }
  });

  it('do not exist for a stranger', async () => {
    const event = await makeEvent();
    const stranger = app.as(await makeUser());
    for (const path of [paths.event(event), paths.editEvent(event), paths.eventSessions(event)]) {
      expect((await stranger.get(path)).status).to.equal(404);
    }
  });
});
