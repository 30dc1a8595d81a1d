import { expect } from 'chai';
import { sortIntoBoard } from '../../../server/features/home/my-board.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { elements, links, visibleText } from '../../support/html.ts';

describe('home', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  beforeEach(emptyDatabase);
  after(() => app.close());

  it('tells a visitor what is coming, and nothing of drafts and of what is over', async () => {
    await makeUser();
    const coming = await makeEvent({ days: ['2099-05-01'], title: { vi: 'Sắp đến' } });
    await makeEvent({ days: ['2099-05-01'], title: { vi: 'Còn là nháp' }, state: 'draft' });
    await makeEvent({ days: ['2001-05-01'], title: { vi: 'Đã qua' } });

    const { text } = await app.as(null).get(paths.home);

    expect(elements(text, 'h3').map((heading) => heading.text)).to.deep.equal(['Sắp đến']);
    expect(links(text)).to.include(paths.publicEvent(coming)).and.include(paths.signIn);
  });

  it('tells who has just installed it where to find the first link', async () => {
    const { text } = await app.as(null).get(paths.home);
    expect(visibleText(text)).to.contain('Hệ thống chưa được thiết lập.');
    expect(links(text)).not.to.include(paths.signIn);
  });

  it('leads a newcomer to their first event', async () => {
    const { text } = await app.as(await makeUser()).get(paths.home);
    expect(visibleText(text)).to.contain('Hãy bắt đầu với hội nghị đầu tiên');
    expect(links(text)).to.include(paths.newEvent).and.include(paths.importEvent);
  });

  it('shows only the own events, with what waits in them', async () => {
    const user = await makeUser();
    const mine = await makeEvent({ days: ['2099-05-01'], title: { vi: 'Của tôi' } });
    await makeMembership(user, mine);
    await makeGuest({ event: mine._id });
    await makeEvent({ days: ['2099-05-01'], title: { vi: 'Của người khác' } });

    const { text } = await app.as(user).get(paths.home);

    expect(visibleText(text)).to.contain('Của tôi').and.contain('1 khách').and.not.contain('Của người khác');
    expect(links(text)).to.include(paths.guests(mine));
  });

  it('bothers nobody with what they cannot change', async () => {
    const user = await makeUser();
    const event = await makeEvent({ days: ['2099-05-01'] });
    await makeMembership(user, event, 'viewer');
    await makeGuest({ event: event._id });
    const { text } = await app.as(user).get(paths.home);
    expect(visibleText(text)).to.contain('1 khách').and.not.contain('Cần bạn xử lý');
  });

  it('counts an event as running on its day in its own zone', async () => {
    const facts = { state: 'published' as const, days: ['2026-12-15'], timeZone: 'Asia/Ho_Chi_Minh' };
    const event = { ...(await makeEvent(facts)), role: 'owner' as const };
    const groups = ['2026-12-14T16:59:00Z', '2026-12-14T17:00:00Z', '2026-12-15T17:00:00Z'].map((at) => {
      const board = sortIntoBoard([event], new Date(at));
      return board.running.length === 1 ? 'running' : 'not running';
    });
    expect(groups).to.deep.equal(['not running', 'running', 'not running']);
  });
});
