import { expect } from 'chai';
import type { EventRole } from '../../../contract/roles.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeContact, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';
import type { TestClient } from '../../support/client.ts';

describe('the pages of the guest list', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  let owner: TestClient;

  before(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    event = await makeEvent();
    owner = await member('owner');
  });
  after(async () => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('show the list, a tab of it, and what the search finds', async () => {
    await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' } });
    await makeGuest({ event: event._id, name: { vi: 'Lê Tử Dương' }, state: 'cancelled' });

    expect(await rowsOf(paths.guests(event))).to.deep.equal(['Đặng Đình Công']);
    expect(await rowsOf(`${paths.guests(event)}?tab=cancelled`)).to.deep.equal(['Lê Tử Dương']);
    expect(await rowsOf(`${paths.guests(event)}?q=dinh+cong`)).to.deep.equal(['Đặng Đình Công']);
    expect(await rowsOf(`${paths.guests(event)}?tab=nonsense&page=x&guest=y&q=qqq`)).to.deep.equal([]);
  });

  it('give the list alone to a page that is already open', async () => {
    await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' } });
    const { text } = await owner.get(`${paths.guests(event)}?part=list&tab=not-invited`);
    expect(text).to.not.contain('<html');
    expect(visibleText(text)).to.contain('Đặng Đình Công');
    expect(
      elements(text, 'a')
        .map(({ attributes }) => attributes['href'] ?? '')
        .join(),
    ).to.not.contain('part=list');
  });

  it('keep addresses and telephones from those who only look on', async () => {
    const secret = { email: 'cong@example.org', phone: '0909 123 456', note: 'Ăn chay', code: 'SECRETCODE' };
    const guest = await makeGuest({ event: event._id, ...secret });
    const shown = (page: string) =>
      Object.values({ ...secret, code: 'SECR-ETCO-DE' }).filter((text) => page.includes(text));
    const viewer = await member('viewer');

    for (const path of [
      paths.guest(event, guest),
      `${paths.guest(event, guest)}?part=panel`,
      `${paths.guests(event)}?guest=${String(guest._id)}`,
    ]) {
      expect(shown((await owner.get(path)).text), path).to.have.length(4);
      expect(shown((await viewer.get(path)).text), path).to.deep.equal([]);
    }
    expect((await viewer.get(paths.guests(event))).text).to.not.contain('data-row');
  });

  it('let only organisers change anything, and strangers see nothing', async () => {
    const guest = await makeGuest({ event: event._id });
    const attempts = [
      paths.guests(event),
      paths.cancelGuest(event, guest),
      paths.liftGuest(event, guest),
      paths.seatGuest(event, guest),
      paths.guestsBulk(event),
      paths.editGuest(event, guest),
      paths.guestsFromDirectory(event),
    ];
    const [viewer, stranger] = [await member('viewer'), app.as(await makeUser())];
    for (const path of attempts) {
      expect((await viewer.postForm(path, { seat: 'A1' })).status, path).to.equal(403);
      expect((await stranger.postForm(path, { seat: 'A1' })).status, path).to.equal(404);
    }
    expect((await stranger.get(paths.guest(event, guest))).status).to.equal(404);
    expect((await owner.get(paths.guest(await makeEvent(), guest))).status).to.equal(404);
    expect((await Guests.findById(guest._id).lean<Guest>())?.rev).to.equal(1);
  });

  it('keep everything that was typed when something is missing', async () => {
    const typed = {
      'position[vi]': 'Giám đốc',
      email: 'not an address',
      'name[ru][given]': 'Виктор',
      tiers: 'director',
      seniority: 'many',
    };
    const { status, text } = await owner.postForm(paths.guests(event), typed);
    expect(status).to.equal(422);
    for (const field of ['position[vi]', 'email', 'name[ru][given]', 'seniority'] as const) {
      expect(fieldValue(text, field), field).to.equal(typed[field]);
    }
    expect(
      elements(text, 'input')
        .filter(({ attributes }) => attributes['aria-invalid'])
        .map(({ attributes }) => attributes['name']),
    ).to.deep.equal(['name[ru][family]', 'email', 'seniority']);
    expect(
      elements(text, 'input').find(({ attributes }) => attributes['value'] === 'director')?.attributes,
    ).to.have.property('checked');
    expect(await Guests.countDocuments({ event: event._id })).to.equal(0);
  });

  it('add a guest and say so', async () => {
    const form = await owner.get(paths.newGuest(event));
    const typed = {
      id: fieldValue(form.text, 'id') ?? '',
      'name[vi]': 'Trần Thị Hồng',
      addressForm: 'dong-chi',
      locale: 'vi',
      side: 'guest',
    };
    const answers = [
      await owner.postForm(paths.guests(event), typed),
      await owner.postForm(paths.guests(event), typed),
    ];
    expect(answers.map(({ status, location }) => [status, location])).to.deep.equal([
      [303, paths.guests(event)],
      [303, paths.guests(event)],
    ]);
    expect(visibleText((await owner.get(paths.guests(event))).text)).to.contain(
      'Đã thêm Trần Thị Hồng vào danh sách.',
    );
    expect(await Guests.countDocuments({ event: event._id })).to.equal(1);
  });

  it('offer to save again on what is there now, after somebody else was quicker', async () => {
    const guest = await makeGuest({ event: event._id, name: { vi: 'Trần Thị Hồng' } });
    await owner.postForm(paths.seatGuest(event, guest), { seat: 'Hàng A' });
    const typed = {
      rev: '1',
      'name[vi]': 'Trần Thị Hồng Nhung',
      addressForm: 'dong-chi',
      locale: 'vi',
      side: 'guest',
    };

    const late = await owner.postForm(paths.editGuest(event, guest), typed);
    expect([late.status, fieldValue(late.text, 'name[vi]'), fieldValue(late.text, 'rev')]).to.deep.equal([
      409,
      'Trần Thị Hồng Nhung',
      '2',
    ]);
    const again = await owner.postForm(paths.editGuest(event, guest), { ...typed, rev: '2' });
    expect([again.status, again.location]).to.deep.equal([303, paths.guest(event, guest)]);
  });

  it('change the chosen ones and come back to the list as it was', async () => {
    const guests = [
      await makeGuest({ event: event._id }),
      await makeGuest({ event: event._id, state: 'cancelled' }),
    ];
    const chosen = { guests: guests.map(({ _id }) => String(_id)), back: 'q=tran&tab=all' };

    const answer = await owner.postForm(paths.guestsBulk(event), { ...chosen, action: 'cancel' });
    expect([answer.status, answer.location]).to.deep.equal([303, `${paths.guests(event)}?q=tran&tab=all`]);
    expect(visibleText((await owner.get(paths.guests(event))).text)).to.contain(
      'Đã hủy lời mời của 1 khách, 1 lời mời đã bị hủy từ trước.',
    );

    for (const wrong of [
      { action: 'cancel' },
      { ...chosen, action: 'delegate' },
      { ...chosen, action: 'explode' },
    ]) {
      expect(await owner.postForm(paths.guestsBulk(event), wrong)).to.include({ status: 303 });
      expect((await owner.get(paths.guests(event))).text).to.contain('data-tone="bad"');
    }
  });

  it('explain a lift in the panel, and refuse one without a reason', async () => {
    const guest = await makeGuest({ event: event._id });
    const lift = { places: '2', reason: 'Khách danh dự', back: '' };
    await owner.postForm(paths.liftGuest(event, guest), lift);
    expect(visibleText((await owner.get(paths.guest(event, guest))).text)).to.contain(
      'Được xếp lên 2 bậc: Khách danh dự',
    );
    await owner.postForm(paths.liftGuest(event, guest), { places: '3', reason: ' ' });
    expect(visibleText((await owner.get(paths.guest(event, guest))).text)).to.contain('Hãy ghi lý do');
    expect((await Guests.findById(guest._id).lean<Guest>())?.lift?.places).to.equal(2);
  });

  it('add people from the directory and say how many were there already', async () => {
    const [known, fresh] = [
      await makeContact({ name: { vi: 'Người Đã Có' } }),
      await makeContact({ name: { vi: 'Người Mới Đến' } }),
    ];
    await makeGuest({ event: event._id, contact: known._id });
    const { text } = await owner.get(`${paths.guestsFromDirectory(event)}?q=nguoi`);
    const boxes = elements(text, 'input').filter(({ attributes }) => 'data-row' in attributes);
    const disabled = boxes.map(({ attributes }) => [attributes['value'], 'disabled' in attributes]);
    expect(disabled).to.deep.include.members([
      [String(known._id), true],
      [String(fresh._id), false],
    ]);

    await owner.postForm(paths.guestsFromDirectory(event), {
      contacts: [String(known._id), String(fresh._id)],
    });
    expect(visibleText((await owner.get(paths.guests(event))).text)).to.contain(
      'Đã thêm 1 khách, bỏ qua 1 người đã có trong danh sách.',
    );
  });

  it('speak every language', async () => {
    const guest = await makeGuest({ event: event._id, headOfDelegation: true });
    const pages = [
      paths.guests(event),
      paths.guest(event, guest),
      paths.newGuest(event),
      paths.editGuest(event, guest),
      paths.guestsFromDirectory(event),
      paths.delegations(event),
    ];
    for (const path of pages) {
      for (const locale of ['vi', 'en', 'ru']) {
        const { status, text } = await owner.get(`${path}?lang=${locale}`);
        expect([status, text.includes('⟦')], `${path} ${locale}`).to.deep.equal([200, false]);
      }
    }
  });

  async function member(role: EventRole): Promise<TestClient> {
    const user = await makeUser();
    await makeMembership(user, event, role);
    return app.as(user);
  }

  async function rowsOf(path: string): Promise<string[]> {
    const { status, text } = await owner.get(path);
    expect(status).to.equal(200);
    const links = elements(text, 'a').filter(({ attributes }) => 'data-panel-link' in attributes);
    return links.map((link) => link.text);
  }
});
