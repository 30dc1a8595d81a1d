import { expect } from 'chai';
import type { EventRole } from '../../../contract/roles.ts';
import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { searchAtDoor } from '../../../server/features/attendance/door-search.ts';
import { addGuest } from '../../../server/features/guests/add-guest.ts';
import { guestList } from '../../../server/features/guests/guest-list.ts';
import { GuestInput, ListQuery } from '../../../server/features/guests/input.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import {
  accessAs,
  makeApiToken,
  makeEvent,
  makeGuest,
  makeMembership,
  makeUser,
} from '../../support/factories.ts';

const substitute = {
  name: 'Vũ Thị Thay',
  position: 'Phó phòng',
  phone: '0903 111 222',
  email: 'thay@example.org',
};

describe('what only the organisers read', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  let guest: Guest;

  before(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    event = await makeEvent();
    const answer = { channel: 'page', by: 'guest', at: new Date(), note: 'Đi viện', substitute } as const;
    guest = await makeGuest({
      event: event._id,
      answer: { ...answer, kind: 'substitute' },
      note: 'Ăn chay',
      name: { vi: 'Lê Văn Chính' },
    });
  });
  after(async () => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('of an answer: its note, and how to reach the substitute, on the pages and for programs', async () => {
    const told = async (role: EventRole) => {
      const user = await makeUser();
      await makeMembership(user, event, role);
      const authorization = `Bearer ${await makeApiToken(user)}`;
      const pages = [
        await app.as(user).get(paths.guest(event, guest)),
        await app.as(user).get(paths.invitations(event)),
        await app.as(null).get(`${paths.api}/events/${event.slug}/answers`, { authorization }),
      ];
      expect(pages.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
      return pages.map(({ text }) =>
        ['Đi viện', substitute.phone, substitute.email].filter((each) => text.includes(each)),
      );
    };

    expect(await told('editor')).to.deep.equal([
      ['Đi viện'],
      ['Đi viện'],
      ['Đi viện', substitute.phone, substitute.email],
    ]);
    expect(await told('viewer')).to.deep.equal([[], [], []]);
    expect(await told('mc')).to.deep.equal([[], [], []]);
  });

  it('of a guest: the note, of which the door learns only that there is one', async () => {
    const scanId = 'scan-of-a-noted-guest';
    await checkIn(await accessAs('device', { event }), { scanId, code: guest.code, method: 'scan' });
    expect(await CheckIns.countDocuments({ guest: guest._id })).to.equal(1);
    const attendance = async (role: EventRole) => {
      const user = await makeUser();
      await makeMembership(user, event, role);
      const answers = [paths.attendance(event), `${paths.attendance(event)}?part=arrivals`];
      return Promise.all(
        answers.map(async (path) => (await app.as(user).get(path)).text.includes('Ăn chay')),
      );
    };
    expect(await attendance('editor')).to.deep.equal([true, true]);
    expect(await attendance('viewer')).to.deep.equal([false, false]);
    expect(await attendance('door')).to.deep.equal([false, false]);

    const staff = await makeUser();
    await makeMembership(staff, event, 'door');
    const found = await app.as(staff).get(`${paths.doorSearch(event)}?q=le+chinh`);
    expect(found.text).to.include('Mời gặp ban tổ chức').and.not.include('Ăn chay');
  });

  it('of address and telephone: neither searching nor the filter tells others anything about them', async () => {
    const owner = await accessAs('owner', { event });
    const given = { name: { vi: 'Đặng Đình Công' }, email: 'cong@bureau.example', phone: '0903 555 777' };
    await addGuest(owner, GuestInput.parse(given));
    const found = async (role: EventRole, query: object) => {
      const { rows } = await guestList(await accessAs(role, { event }), ListQuery.parse(query));
      return rows.map(({ name }) => name.vi);
    };
    for (const q of ['bureau', '0903555', 'cong 0903']) {
      expect(await found('editor', { q }), q).to.deep.equal(['Đặng Đình Công']);
      expect(await found('viewer', { q }), q).to.deep.equal([]);
      expect(await searchAtDoor(await accessAs('device', { event }), q), q).to.deep.equal([]);
    }
    expect(await found('viewer', { q: 'dinh cong' })).to.deep.equal(['Đặng Đình Công']);
    expect(await found('editor', { 'no-email': 'true' })).to.deep.equal(['Lê Văn Chính']);
    expect(await found('viewer', { 'no-email': 'true' })).to.have.length(2);
  });
});
