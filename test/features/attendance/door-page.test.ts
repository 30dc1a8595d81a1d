import { expect } from 'chai';
import { CheckIns } from '../../../models/check-in.ts';
import { Doors } from '../../../models/door.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { makeDoor, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';

describe('the page at a door, without script', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  /** A browser that has opened the link of a door. */
  async function atDoor(
    event: Awaited<ReturnType<typeof makeEvent>>,
  ): Promise<{ door: TestClient; name: string }> {
    const { door, token } = await makeDoor(event);
    const client = app.as(null);
    const answer = await client.get(paths.doorLink(token));
    expect([answer.status, answer.location]).to.deep.equal([303, paths.door(event)]);
    return { door: client, name: door.name };
  }

  it('opens by its link, remembers the device, and leaves the token out of the address', async () => {
    const event = await makeEvent();
    const { token } = await makeDoor(event, { name: 'Cửa chính' });
    const phone = app.as(null);

    const opened = await phone.get(paths.doorLink(token));

    expect(opened.headers.get('set-cookie')).to.match(
      /^rostrum-door=d[a-z]*_\w+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(opened.headers.get('referrer-policy')).to.equal('no-referrer');
    const page = await phone.get(opened.location);
    expect(page.status).to.equal(200);
    expect(visibleText(page.text)).to.contain('Cửa chính');
    expect(page.headers.get('content-security-policy')).to.contain("script-src 'self' 'wasm-unsafe-eval'");
  });

  it('finds a guest without accents, lets them in by a form, and shows the answer and the undo', async () => {
    const event = await makeEvent();
    const guest = await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' }, seat: 'A-12' });
    const { door } = await atDoor(event);

    const found = await door.get(`${paths.door(event)}?q=dang+co`);
    expect(visibleText(found.text)).to.contain('Đặng Đình Công').and.contain('A-12').and.not.contain('Ghế');
    const posted = await door.postForm(paths.checkIns(event), {
      guest: String(guest._id),
      scanId: fieldValue(found.text, 'scanId') ?? '',
    });
    expect(posted.status).to.equal(303);
    const answer = await door.get(posted.location);

    expect(/data-verdict="(\w+)"/.exec(answer.text)?.[1]).to.equal('welcome');
    expect(visibleText(answer.text)).to.contain('Mời vào Đặng Đình Công');

    const again = await door.get(paths.door(event));
    const undone = await door.postForm(paths.undoCheckIn(event), {
      guest: fieldValue(again.text, 'guest') ?? '',
      scanId: fieldValue(again.text, 'scanId') ?? '',
      undoId: fieldValue(again.text, 'undoId') ?? '',
    });
    expect(undone.location).to.equal(paths.door(event));
    const left = await CheckIns.findOne({ guest: guest._id }).lean();
    expect([left?.admission, left?.passages.map(({ kind }) => kind)]).to.deep.equal([
      null,
      ['entry', 'undo'],
    ]);
  });

  it('takes a typed pass for the search of one guest, and changes nothing by looking', async () => {
    const event = await makeEvent();
    const guest = await makeGuest({ event: event._id, code: 'K7Q2MX4P9RTA' });
    const { door } = await atDoor(event);

    const found = await door.get(`${paths.door(event)}?q=k7q2-mx4p-9rta`);

    expect(elements(found.text, 'article').map(({ attributes }) => attributes['id'])).to.deep.equal([
      `guest-${String(guest._id)}`,
    ]);
    expect(await CheckIns.countDocuments({ guest: guest._id })).to.equal(0);
  });

  it('finds a substitute by their own name', async () => {
    const event = await makeEvent();
    const substitute = { name: 'Vũ Thị Thay', position: 'Phó phòng', phone: '', email: '' };
    await makeGuest({
      event: event._id,
      name: { vi: 'Lê Văn Chính' },
      answer: { kind: 'substitute', channel: 'page', by: 'guest', at: new Date(), note: '', substitute },
    });
    const { door } = await atDoor(event);

    const found = await door.get(`${paths.doorSearch(event)}?q=vu+thay`);

    expect(visibleText(found.text)).to.contain('Vũ Thị Thay dự thay Lê Văn Chính');
  });

  it('ends at once for a door that is revoked or whose time is over, page and scan alike', async () => {
    const event = await makeEvent();
    const guest = await makeGuest({ event: event._id });
    const ends: Record<string, object> = { revokedAt: new Date(), expires: new Date(Date.now() - 1000) };
    for (const [field, value] of Object.entries(ends)) {
      const { door, name } = await atDoor(event);
      await Doors.updateOne({ event: event._id, name }, { [field]: value });

      const page = await door.get(paths.door(event));
      const scan = { scanId: `scan-over-${field}`, code: guest.code };
      const sent = await door.postJson(paths.checkIns(event), scan);

      expect([page.status, sent.status]).to.deep.equal([410, 401]);
      expect(visibleText(page.text)).to.contain('bị thu hồi hoặc hết hạn');
    }
    expect(await CheckIns.countDocuments({ guest: guest._id })).to.equal(0);
  });

  it('refuses a wrong link with a page that says what to do', async () => {
    const answer = await app.as(null).get(paths.doorLink('d_nothing'));
    expect(answer.status).to.equal(410);
    expect(visibleText(answer.text)).to.contain('Hãy báo người tổ chức');
  });

  it('does one thing for one event: a door sees nothing of the office and nothing of other events', async () => {
    const event = await makeEvent();
    const other = await makeEvent();
    const { door } = await atDoor(event);

    const own = [paths.event, paths.guests, paths.doors, paths.attendance, paths.statement, paths.console];
    const inside = await Promise.all(own.map(async (path) => (await door.get(path(event))).status));
    const foreign = await Promise.all([
      door.get(paths.door(other)),
      door.get(`${paths.doorSearch(other)}?q=an`),
      door.postJson(paths.checkIns(other), { scanId: 'scan-foreign', code: 'AAAAAAAAAAAA' }),
    ]);

    expect(inside.filter((status) => status !== 403 && status !== 404)).to.deep.equal([]);
    expect(foreign.map(({ status }) => status)).to.deep.equal([404, 404, 404]);
  });

  it('stays the door in a browser in which somebody is signed in, and lets door staff work with their account', async () => {
    const event = await makeEvent();
    const { door, token } = await makeDoor(event);
    const [stranger, staff] = [await makeUser(), await makeUser({ name: 'Phạm Thị Cửa' })];
    await makeMembership(staff, event, 'door');
    const guests = [await makeGuest({ event: event._id }), await makeGuest({ event: event._id })];

    const phone = app.as(stranger);
    await phone.get(paths.doorLink(token));
    await phone.postJson(paths.checkIns(event), { scanId: 'scan-stranger', code: guests[0]?.code });
    await app.as(staff).postJson(paths.checkIns(event), { scanId: 'scan-staff', code: guests[1]?.code });

    const checkIns = await CheckIns.find({ event: event._id }).sort({ _id: 1 }).lean();
    expect(checkIns.map(({ passages: [entry] }) => [entry?.door.name, entry?.by])).to.deep.equal([
      [door.name, door.name],
      ['', 'Phạm Thị Cửa'],
    ]);
  });

  it('keeps viewers and MCs from letting anybody in', async () => {
    const event = await makeEvent();
    const guest = await makeGuest({ event: event._id });
    for (const role of ['viewer', 'mc'] as const) {
      const user = await makeUser();
      await makeMembership(user, event, role);
      const sent = await app
        .as(user)
        .postJson(paths.checkIns(event), { scanId: `scan-${role}-1`, code: guest.code });
      expect(sent.status).to.equal(403);
    }
    expect(await CheckIns.countDocuments({ event: event._id })).to.equal(0);
  });
});
