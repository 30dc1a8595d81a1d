import { expect } from 'chai';
import { paths } from '../../../server/paths.ts';
import { localTimeIn } from '../../../server/platform/zoned-time.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';

describe('the board of the day and the statement', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('show who came, who is awaited, each unit, and the statement in the language that is asked for', async () => {
    const event = await makeEvent({ state: 'live', days: [today()], startsAt: '00:00' });
    const user = await makeUser();
    await makeMembership(user, event, 'editor');
    const browser = app.as(user);
    const answer = {
      kind: 'attending',
      channel: 'page',
      by: '',
      at: new Date(),
      note: '',
      substitute: null,
    } as const;
    const [here, awaited] = [
      await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' }, answer }),
      await makeGuest({ event: event._id, name: { vi: 'Lê Thị Mai' }, answer }),
    ];
    await browser.postJson(paths.checkIns(event), { scanId: 'scan-of-pages', code: here.code });
    await new Promise((resolve) => setTimeout(resolve, 300));

    const parts = await Promise.all(
      ['arrivals', 'missing', 'breakdown&by=unit', 'figures', 'flow'].map(async (part) =>
        visibleText((await browser.get(`${paths.attendance(event)}?part=${part}`)).text),
      ),
    );
    const whole = visibleText((await browser.get(`${paths.attendance(event)}?by=unit`)).text);
    const statement = await browser.get(`${paths.statement(event)}?text=ru`);
    const sheet = await browser.get(paths.statementSheet(event));

    expect(parts[0]).to.contain('Đặng Đình Công').and.not.contain('Lê Thị Mai');
    expect(parts[1]).to.contain('Lê Thị Mai').and.not.contain('Đặng Đình Công');
    expect(parts[2]).to.contain('Viện Nghiên cứu 1 / 2 50%');
    expect(parts[3]).to.contain('Có mặt 1');
    expect(parts[4]).to.contain('Còn chờ 1 người');
    for (const part of parts) expect(whole).to.contain(part);
    expect(statement.text).to.contain('<p lang="ru">').and.contain('Приглашены 2 участника.');
    expect(visibleText(sheet.text)).to.contain('Tổng số đại biểu được mời: 2.');
    expect(awaited.standing).to.equal('attending');
  });

  it('wait for those who accepted, however many came without having said so', async () => {
    const event = await makeEvent({ state: 'live', days: [today()], startsAt: '00:00' });
    const user = await makeUser();
    await makeMembership(user, event, 'editor');
    const browser = app.as(user);
    const answer = {
      kind: 'attending',
      channel: 'page',
      by: '',
      at: new Date(),
      note: '',
      substitute: null,
    } as const;
    await makeGuest({ event: event._id, answer });
    const silent = await makeGuest({ event: event._id });
    await browser.postJson(paths.checkIns(event), { scanId: 'scan-of-silent', code: silent.code });
    await new Promise((resolve) => setTimeout(resolve, 300));

    const flow = visibleText((await browser.get(`${paths.attendance(event)}?part=flow`)).text);
    expect(flow).to.contain('Còn chờ 1 người').and.not.contain('đều đã có mặt');
  });
});

/** In the zone of the event. */
function today(): string {
  return localTimeIn('Asia/Ho_Chi_Minh', new Date()).slice(0, 10);
}
