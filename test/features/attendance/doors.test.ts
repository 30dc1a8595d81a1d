import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { Doors } from '../../../models/door.ts';
import { usualLastDay } from '../../../server/features/attendance/present-doors.ts';
import { recogniseDoor } from '../../../server/features/attendance/recognise-door.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeDoor, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';

describe('the doors of an event', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function organiser() {
    const event = await makeEvent({ timeZone: 'Asia/Ho_Chi_Minh' });
    const user = await makeUser();
    await makeMembership(user, event);
    return { event, browser: app.as(user) };
  }

  it('are added with a link and a QR that are shown once, kept as a hash, and end with their last day', async () => {
    const { event, browser } = await organiser();
    const added = await browser.postForm(paths.doors(event), { name: 'Cửa chính', until: '2099-12-16' });

    expect(added.status).to.equal(201);
    expect(added.headers.get('cache-control')).to.equal('no-store');
    const link = fieldValue(added.text, 'link') ?? /value="([^"]*\/d\/[^"]+)"/.exec(added.text)?.[1] ?? '';
    expect(elements(added.text, 'img')[0]?.attributes['src']).to.match(/^data:image\/svg\+xml;base64,/);
    const door = await recogniseDoor(link.split('/d/')[1] ?? '');
    expect([door?.name, door?.expires.toISOString()]).to.deep.equal([
      'Cửa chính',
      '2099-12-16T16:59:00.000Z',
    ]);
    const list = await browser.get(paths.doors(event));
    expect(list.text).not.to.contain('/d/d_');
    expect(visibleText(list.text)).to.contain('Cửa chính').and.contain('Đang dùng');
  });

  it('keep their names apart, so that a form sent twice makes one door', async () => {
    const { event, browser } = await organiser();
    const form = { name: 'Cửa phụ', until: '2099-12-16' };
    await browser.postForm(paths.doors(event), form);

    const again = await browser.postForm(paths.doors(event), form);

    expect(again.status).to.equal(422);
    expect(visibleText(again.text)).to.contain('Đã có cửa đang dùng tên này');
    expect(fieldValue(again.text, 'name')).to.equal('Cửa phụ');
    expect(await Doors.countDocuments({ event: event._id })).to.equal(1);
  });

  it('say which field is wrong and keep what was typed', async () => {
    const { event, browser } = await organiser();
    const past = await browser.postForm(paths.doors(event), { name: 'Cửa A', until: '2020-01-01' });
    const nameless = await browser.postForm(paths.doors(event), { name: ' ', until: 'mai' });

    expect(visibleText(past.text)).to.contain('Ngày này đã qua.');
    expect(fieldValue(past.text, 'name')).to.equal('Cửa A');
    expect(visibleText(nameless.text))
      .to.contain('Ngày không hợp lệ.')
      .and.contain('Vui lòng nhập thông tin này.');
    expect(await Doors.countDocuments({ event: event._id })).to.equal(0);
  });

  it('are revoked once, with one entry in the history, and their name is free again', async () => {
    const { event, browser } = await organiser();
    const { door, token } = await makeDoor(event, { name: 'Cửa chính' });

    await browser.postForm(paths.revokeDoor(event, door));
    await browser.postForm(paths.revokeDoor(event, door));

    expect(await recogniseDoor(token)).to.equal(null);
    expect(
      (await browser.postForm(paths.doors(event), { name: 'Cửa chính', until: '2099-12-16' })).status,
    ).to.equal(201);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const entries = await AuditEntries.find({ event: event._id }).sort({ at: 1 }).lean();
    expect(entries.map(({ action }) => action)).to.deep.equal([
      'audit.attendance.door-revoked',
      'audit.attendance.door-added',
    ]);
  });

  it('of another event are not found, and viewers may look but not touch', async () => {
    const { event, browser } = await organiser();
    const other = await makeEvent();
    const { door } = await makeDoor(other);
    expect((await browser.postForm(paths.revokeDoor(event, door))).status).to.equal(404);

    const viewer = await makeUser();
    await makeMembership(viewer, event, 'viewer');
    const list = await app.as(viewer).get(paths.doors(event));
    const tried = await app.as(viewer).postForm(paths.doors(event), { name: 'Cửa X', until: '2099-12-16' });
    expect([list.status, tried.status]).to.deep.equal([200, 403]);
    expect(list.text).not.to.contain('name="until"');
  });

  it('usually work until the day after the event, and never only in the past', () => {
    const now = new Date('2026-12-14T20:00:00Z');
    const timeZone = 'Asia/Ho_Chi_Minh';
    const days = [[], ['2026-12-20', '2026-12-21'], ['2026-12-01']];
    expect(days.map((each) => usualLastDay({ days: each, timeZone }, now))).to.deep.equal([
      '2026-12-16',
      '2026-12-22',
      '2026-12-16',
    ]);
  });
});

describe('the pages of attendance', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('show who came, who is awaited, each unit, and the statement in the language that is asked for', async () => {
    const event = await makeEvent({ state: 'live' });
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
      ['arrivals', 'missing', 'units', 'figures'].map(async (part) =>
        visibleText((await browser.get(`${paths.attendance(event)}?part=${part}`)).text),
      ),
    );
    const whole = visibleText((await browser.get(paths.attendance(event))).text);
    const statement = await browser.get(`${paths.statement(event)}?text=ru`);
    const sheet = await browser.get(paths.statementSheet(event));

    expect(parts[0]).to.contain('Đặng Đình Công').and.not.contain('Lê Thị Mai');
    expect(parts[1]).to.contain('Lê Thị Mai').and.not.contain('Đặng Đình Công');
    expect(parts[2]).to.match(/Viện Nghiên cứu 2 1 0 0 1 50%/);
    expect(parts[3]).to.contain('Có mặt 1');
    for (const part of parts) expect(whole).to.contain(part);
    expect(statement.text).to.contain('<p lang="ru">').and.contain('Приглашены 2 участника.');
    expect(visibleText(sheet.text)).to.contain('Tổng số đại biểu được mời: 2.');
    expect(awaited.standing).to.equal('attending');
  });
});
