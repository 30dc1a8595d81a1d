import { expect } from 'chai';
import ICAL from 'ical.js';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeAgenda, makeEvent, makeGuest } from '../../support/factories.ts';
import { links, visibleText } from '../../support/html.ts';

const palace = {
  name: { vi: 'Khách sạn Palace', en: 'Palace Hotel' },
  room: {},
  address: {},
  city: { vi: 'Vũng Tàu' },
  mapUrl: 'https://maps.example.org/palace',
};

describe('the public page of an event', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());

  it('does not exist before it is published', async () => {
    const event = await makeEvent({ state: 'draft' });
    for (const path of [paths.publicEvent(event), paths.publicCalendar(event)]) {
      expect((await app.as(null).get(path)).status).to.equal(404);
    }
  });

  it('says when and where in the reader’s language, and names no guest', async () => {
    const event = await makeEvent({ venue: palace });
    await makeAgenda(event);
    await makeGuest({ event: event._id, name: { vi: 'Vũ Mai Khanh' }, email: 'khanh@example.org' });

    const answer = await app.as(null).get(`${paths.publicEvent(event)}?lang=en`);
    expect(visibleText(answer.text))
      .to.include('Tuesday')
      .and.include('15 December 2026, 08:00')
      .and.include('GMT+7')
      .and.include('Palace Hotel')
      .and.not.include('Vũ Mai Khanh');
    expect(answer.text).to.not.include('khanh@example.org');
    expect(links(answer.text)).to.include.members([
      'https://maps.example.org/palace',
      paths.publicProgramme(event),
      paths.publicCalendar(event),
    ]);
  });

  it('names the weekdays of the first and the last day', async () => {
    const event = await makeEvent({ days: ['2026-10-03', '2026-10-04'], startsAt: '' });
    const text = visibleText((await app.as(null).get(paths.publicEvent(event))).text);
    expect(text).to.include('Thứ Bảy, 03/10/2026 – Chủ Nhật, 04/10/2026');
  });

  it('gives the event to a calendar, to the minute where times are known', async () => {
    const event = await makeEvent({ venue: palace, startsAt: '08:00', endsAt: '11:30' });
    const answer = await app.as(null).get(paths.publicCalendar(event));
    const entry = new ICAL.Component(ICAL.parse(answer.text)).getFirstSubcomponent('vevent');

    expect(answer.type).to.match(/^text\/calendar/);
    expect(entry?.getFirstPropertyValue('summary')).to.equal(event.title.vi);
    expect(entry?.getFirstPropertyValue('location')).to.equal('Khách sạn Palace, Vũng Tàu');
    expect(String(entry?.getFirstPropertyValue('dtstart'))).to.equal('2026-12-15T01:00:00Z');
    expect(String(entry?.getFirstPropertyValue('dtend'))).to.equal('2026-12-15T04:30:00Z');
  });

  it('gives whole days while the times are open, and nothing while the date is', async () => {
    const days = await makeEvent({ days: ['2026-10-03', '2026-10-04'], startsAt: '' });
    const calendar = (await app.as(null).get(paths.publicCalendar(days))).text;
    expect(calendar).to.include('DTSTART;VALUE=DATE:20261003').and.include('DTEND;VALUE=DATE:20261005');

    const open = await makeEvent({ days: [], startsAt: '' });
    expect((await app.as(null).get(paths.publicCalendar(open))).status).to.equal(409);
    expect(links((await app.as(null).get(paths.publicEvent(open))).text)).to.not.include(
      paths.publicCalendar(open),
    );
  });
});
