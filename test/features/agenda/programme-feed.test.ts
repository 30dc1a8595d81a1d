import { expect } from 'chai';
import ICAL from 'ical.js';
import { Agendas } from '../../../models/agenda.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeAgenda, makeEvent } from '../../support/factories.ts';

describe('the programme in a calendar', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('has an entry for each item, that keeps its identity while the item moves', async () => {
    const event = await makeEvent({ startsAt: '08:00' });
    await makeAgenda(event, [
      { id: 'a', title: { vi: 'Khai mạc; "chào, mừng"' }, minutes: 15 },
      { id: 'b', title: { vi: 'Báo cáo' }, minutes: 30 },
    ]);
    const nobody = app.as(null);
    const first = await nobody.get(paths.programmeFeed(event));
    expect(first.headers.get('content-type')).to.include('text/calendar');
    expect(first.text).to.include('REFRESH-INTERVAL;VALUE=DURATION:PT1H').and.include('X-PUBLISHED-TTL:PT1H');
    const before = itemsOf(first.text);
    expect(before.map(({ summary, start }) => [summary, start])).to.deep.equal([
      ['Khai mạc; "chào, mừng"', '2026-12-15T01:00:00.000Z'],
      ['Báo cáo', '2026-12-15T01:15:00.000Z'],
    ]);

    await Agendas.updateOne({ _id: event._id }, { $set: { 'items.0.minutes': 45 }, $inc: { rev: 1 } });
    const moved = itemsOf((await nobody.get(paths.programmeFeed(event))).text);
    expect(moved.map(({ uid }) => uid)).to.deep.equal(before.map(({ uid }) => uid));
    expect(moved[1]?.start).to.equal('2026-12-15T01:45:00.000Z');
  });

  it('is sent only when it has changed, is offered on the programme, and does not exist for drafts', async () => {
    const event = await makeEvent({ startsAt: '08:00' });
    await makeAgenda(event);
    const nobody = app.as(null);
    const first = await nobody.get(paths.programmeFeed(event));
    const again = await fetch(app.url + paths.programmeFeed(event), {
      headers: { 'if-none-match': first.headers.get('etag') ?? '', 'accept-language': 'vi' },
    });
    expect([again.status, await again.text()]).to.deep.equal([304, '']);
    const page = await nobody.get(paths.publicProgramme(event));
    expect(page.text).to.include(`webcal://`).and.include(paths.programmeFeed(event));
    const draft = await makeEvent({ state: 'draft' });
    expect((await nobody.get(paths.programmeFeed(draft))).status).to.equal(404);
  });
});

function itemsOf(feed: string): { uid: string; summary: string; start: string }[] {
  const calendar = new ICAL.Component(ICAL.parse(feed));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, startDate } = new ICAL.Event(component);
    return { uid, summary, start: startDate.toJSDate().toISOString() };
  });
}
