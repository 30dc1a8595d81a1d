import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import { Doors } from '../../../models/door.ts';
import { usualLastDay } from '../../../server/features/doors/present-doors.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { enrol } from '../../support/door-device.ts';
import { makeDoor, makeEvent, makeMembership, makeUser } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';

describe('the devices of an event', () => {
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

  const form = { name: 'Cửa chính', until: '2099-12-16' };
  const secretIn = (html: string): string => /value="[^"]*\/door\/#([^"]+)"/.exec(html)?.[1] ?? '';

  it('are added with a code that is shown once, kept as a hash, and end with their last day', async () => {
    const { event, browser } = await organiser();
    const added = await browser.postForm(paths.doors(event), form);

    expect(added.status).to.equal(201);
    expect(added.headers.get('cache-control')).to.equal('no-store');
    const secret = secretIn(added.text);
    expect(elements(added.text, 'img')[0]?.attributes['src']).to.match(/^data:image\/svg\+xml;base64,/);
    const kept = await Doors.findOne({ event: event._id }).orFail().lean();
    expect([kept.name, kept.expires.toISOString()]).to.deep.equal(['Cửa chính', '2099-12-16T16:59:00.000Z']);
    expect(JSON.stringify(kept)).not.to.contain(secret);
    const list = await browser.get(paths.doors(event));
    expect(list.text).not.to.contain(secret);
    expect(visibleText(list.text)).to.contain('Cửa chính').and.contain('Chờ cài đặt');

    await enrol(app.url, secret);
    expect(visibleText((await browser.get(`${paths.doors(event)}?part=list`)).text)).to.contain('Đang dùng');
  });

  it('get another code while they are not set up, and the earlier one is worthless', async () => {
    const { event, browser } = await organiser();
    const first = secretIn((await browser.postForm(paths.doors(event), form)).text);
    const { _id } = await Doors.findOne({ event: event._id }).orFail().lean();

    const renewed = await browser.postForm(paths.renewDoorSecret(event, _id));

    const failure = await enrol(app.url, first).catch((error: Error) => error.message);
    expect(failure).to.contain('doors.secret-unknown');
    const device = await enrol(app.url, secretIn(renewed.text));
    expect(device.id).to.equal(String(_id));
    const late = await browser.postForm(
      paths.renewDoorSecret(event, _id),
      {},
      { accept: 'application/json' },
    );
    expect([late.status, late.text.includes('doors.set-up-already')]).to.deep.equal([409, true]);
  });

  it('say what they may do without a profile, and may be given a usual one that nobody has planned', async () => {
    const { event, browser } = await organiser();
    const page = visibleText((await browser.get(paths.doors(event))).text);
    expect(page).to.contain('Quét mã, tra tên, cho vào ngoại lệ').and.contain('Cửa khách quý');

    const added = await browser.postForm(paths.doors(event), { ...form, profile: 'usual-vip' });

    expect(added.status).to.equal(201);
    const { profiles } = await DoorPlans.findById(event._id).orFail().lean();
    expect(profiles.map(({ id, pace, rank }) => [id, pace, rank])).to.deep.equal([
      ['usual-vip', 'careful', 'supervisor'],
    ]);
    const then = await browser.get(paths.doors(event));
    expect(then.text.split('value="usual-vip"')).to.have.length(3);
    const refused = await browser.postForm(paths.doors(event), {
      ...form,
      name: 'Cửa 2',
      profile: 'unknown',
    });
    expect(refused.status).to.equal(422);
  });

  it('keep their names apart, so that a form sent twice makes one device', async () => {
    const { event, browser } = await organiser();
    await browser.postForm(paths.doors(event), form);

    const again = await browser.postForm(paths.doors(event), form);

    expect(again.status).to.equal(422);
    expect(visibleText(again.text)).to.contain('Đã có thiết bị đang dùng tên này');
    expect(fieldValue(again.text, 'name')).to.equal('Cửa chính');
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
    const { door } = await makeDoor(event, { name: 'Cửa chính' });

    await browser.postForm(paths.revokeDoor(event, door));
    await browser.postForm(paths.revokeDoor(event, door));

    expect((await browser.postForm(paths.doors(event), form)).status).to.equal(201);
    await until(async () => (await AuditEntries.countDocuments({ event: event._id })) === 2);
    const entries = await AuditEntries.find({ event: event._id }).lean();
    expect(entries.map(({ action }) => action)).to.have.members(['audit.doors.revoked', 'audit.doors.added']);
  });

  it('of another event are not found, and viewers may look but not touch', async () => {
    const { event, browser } = await organiser();
    const other = await makeEvent();
    const { door } = await makeDoor(other);
    expect((await browser.postForm(paths.revokeDoor(event, door))).status).to.equal(404);
    expect((await browser.postForm(paths.renewDoorSecret(event, door))).status).to.equal(404);

    const viewer = await makeUser();
    await makeMembership(viewer, event, 'viewer');
    const list = await app.as(viewer).get(paths.doors(event));
    const tried = await app.as(viewer).postForm(paths.doors(event), form);
    expect([list.status, tried.status]).to.deep.equal([200, 403]);
    expect(list.text).not.to.contain('name="until"');
  });

  it('work by a profile of the plan, which can be changed, and say in words what is wrong with them', async () => {
    const { event, browser } = await organiser();
    const profile = { id: 'vip', name: 'Khách quý', gate: 'g', lists: [], pin: null };
    const choices = { direction: 'entry', pace: 'careful', rank: 'steward', badge: 'none' } as const;
    const flags = { sounds: true, companions: true, kiosk: false };
    await DoorPlans.create({
      _id: event._id,
      gates: [{ id: 'g', name: 'Cửa A', categories: [] }],
      profiles: [{ ...profile, ...choices, ...flags }],
    });
    const unknown = await browser.postForm(paths.doors(event), { ...form, profile: 'nothing' });
    expect(unknown.status).to.equal(422);
    const at = new Date(Date.now() - 11 * 60_000);
    const contact = { at, version: '1.2', unsynced: 3, seq: 9, offset: 7000, lostData: true };
    const { door } = await makeDoor(event, { lastSeenAt: at, contact });

    const changed = await browser.postForm(paths.changeDoorProfile(event, door), { profile: 'vip' });

    expect(changed.status).to.equal(303);
    const shown = visibleText((await browser.get(paths.doors(event))).text);
    expect(shown).to.contain('Khách quý · Cửa A').and.contain('phiên bản 1.2');
    expect(shown)
      .to.contain('Im lặng hơn 10 phút, còn 3 lượt quét chưa gửi.')
      .and.contain('lần liên lạc cuối: còn 3 lượt quét chưa gửi')
      .and.contain('Đồng hồ chạy nhanh 7 giây.')
      .and.contain('Trình duyệt đã xóa dữ liệu của thiết bị này.');
  });

  it('may be this very browser', async () => {
    const { event, browser } = await organiser();
    const sent = await browser.postForm(paths.doors(event), { ...form, here: 'true' });
    expect(sent.status).to.equal(303);
    expect(sent.location).to.match(/^\/door\/#door_\w+$/);
    await enrol(app.url, sent.location.split('#')[1] ?? '');
  });

  it('show on the page of their code that they have been set up', async () => {
    const { event, browser } = await organiser();
    const added = await browser.postForm(paths.doors(event), form);
    const { _id } = await Doors.findOne({ event: event._id }).orFail().lean();
    const source = `${paths.doors(event)}?part=one&door=${String(_id)}`;
    expect(visibleText((await browser.get(source)).text)).to.contain('Mã dùng được đến');
    await enrol(app.url, secretIn(added.text));
    expect(visibleText((await browser.get(source)).text)).to.contain('đã được cài đặt và sẵn sàng');
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
