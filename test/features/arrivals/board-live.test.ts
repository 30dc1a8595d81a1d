import { randomUUID } from 'node:crypto';
import { ensureAssets } from '../../../scripts/assets/ensure-assets.ts';
import { reportStatus } from '../../../server/features/arrivals/report-status.ts';
import { watchGuest } from '../../../server/features/arrivals/watch-guests.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { setQuorum } from '../../../server/features/statements/set-quorum.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { openContext, openPage, whenAlive } from '../../support/browser.ts';
import { cookiesOf } from '../../support/cookies.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';

describe('the board and the lectern, in a browser', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    await ensureAssets();
    app = await startTestApp();
  });
  after(() => app.close());

  it('show by themselves who came in, that the hall can decide, and where somebody is', async () => {
    const event = await makeEvent({ state: 'live' });
    const owner = await makeUser();
    await makeMembership(owner, event);
    const access = await accessAs('editor', { event });
    const guest = await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' } });
    const context = await openContext();
    await context.addCookies(cookiesOf(await app.as(owner).cookieHeader(), app.url));
    const [board, lectern] = [await openPage({ context }), await openPage({ context })];
    await board.goto(app.url + paths.attendance(event));
    await lectern.goto(app.url + paths.console(event));
    await Promise.all([whenAlive(board), whenAlive(lectern)]);

    await setQuorum(access, { rule: 'majority', value: 0, of: [] });
    await board.getByText('Chưa đủ điều kiện tiến hành').waitFor();
    await lectern.getByText('Chưa đủ điều kiện tiến hành').waitFor();
    await watchGuest(access, String(guest._id));
    const said = { id: randomUUID(), guest: String(guest._id), status: 'at-the-gate', note: '' } as const;
    await reportStatus({ access, escort: null }, said);
    await board.locator('#board-radar').getByText('Đã tới cổng').waitFor();
    await lectern.locator('#stage-hall').getByText('Đã tới cổng').waitFor();

    await checkIn(access, { scanId: randomUUID(), guest: String(guest._id), method: 'search' });
    await board.locator('#board-figures').getByText('Đủ điều kiện tiến hành').waitFor();
    await board.locator('#board-radar').getByText('Trong hội trường').waitFor();
    await lectern.locator('#stage-hall').getByText('Trong hội trường').waitFor();
    await board.locator('#board-latest').getByText('Đặng Đình Công').waitFor();
    await context.close();
  });
});
