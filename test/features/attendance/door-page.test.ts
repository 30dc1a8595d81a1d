import { expect } from 'chai';
import { CheckIns } from '../../../models/check-in.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';

describe('the page at a door, without script', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  /** The browser of somebody who stands at a door of this event. */
  async function atDoor(event: Awaited<ReturnType<typeof makeEvent>>): Promise<{ door: TestClient }> {
    const staff = await makeUser();
    await makeMembership(staff, event, 'door');
    return { door: app.as(staff) };
  }

  it('may compile the reader of codes, and nothing else', async () => {
    const { door } = await atDoor(await makeEvent({ slug: 'with-a-reader' }));
    const page = await door.get(paths.door({ slug: 'with-a-reader' }));
    expect(page.status).to.equal(200);
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

  it('does one thing for one event: whoever stands at a door sees nothing of the office and nothing of other events', async () => {
    const event = await makeEvent();
    const other = await makeEvent();
    const { door } = await atDoor(event);

    const own = [paths.guests, paths.guestImports, paths.invitations, paths.history, paths.console];
    const inside = await Promise.all(own.map(async (path) => (await door.get(path(event))).status));
    const foreign = await Promise.all([
      door.get(paths.door(other)),
      door.get(`${paths.doorSearch(other)}?q=an`),
      door.postJson(paths.checkIns(other), { scanId: 'scan-foreign', code: 'AAAAAAAAAAAA' }),
    ]);

    expect(inside.filter((status) => status !== 403 && status !== 404)).to.deep.equal([]);
    expect(foreign.map(({ status }) => status)).to.deep.equal([404, 404, 404]);
  });

  it('records in the name of whoever stands there', async () => {
    const event = await makeEvent();
    const staff = await makeUser({ name: 'Phạm Thị Cửa' });
    await makeMembership(staff, event, 'door');
    const guest = await makeGuest({ event: event._id });

    await app.as(staff).postJson(paths.checkIns(event), { scanId: 'scan-staff', code: guest.code });

    const kept = await CheckIns.findOne({ event: event._id }).lean();
    expect(kept?.passages.map(({ door, by }) => [door.name, by])).to.deep.equal([['', 'Phạm Thị Cửa']]);
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
