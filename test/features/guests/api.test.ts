import { expect } from 'chai';
import type { EventRole } from '../../../contract/roles.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import {
  makeApiToken,
  makeEvent,
  makeGuest,
  makeMembership,
  makeOrganisation,
  makeUser,
} from '../../support/factories.ts';

interface Reply {
  status: number;
  body: Record<string, unknown>;
}

describe('guests for programs', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  let token: string;

  before(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    event = await makeEvent();
    token = await tokenOf('owner');
  });
  after(async () => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('are listed page by page', async () => {
    for (let index = 0; index < 55; index += 1) await makeGuest({ event: event._id });
    const first = await call('GET', '');
    const second = await call('GET', `?after=${String(first.body['next'])}`);
    const items = [first, second].map(({ body }) => body['items']);
    expect(items.map((rows) => (Array.isArray(rows) ? rows.length : 0))).to.deep.equal([50, 5]);
    expect(second.body['next']).to.equal(null);
  });

  it('are added, changed in part, lifted, cancelled and restored', async () => {
    const unit = await makeOrganisation({ name: { vi: 'Viện Dầu khí' }, tier: 2 });
    const added = await call('POST', '', {
      name: { vi: 'Trần Thị Hồng' },
      position: { vi: 'Giám đốc' },
      seat: 'A1',
    });
    expect(added).to.deep.include({ status: 201 });
    const one = `/${String(added.body['id'])}`;

    const changed = await call('PATCH', one, { rev: 1, organisation: String(unit._id) });
    expect(changed.body).to.deep.include({
      rev: 2,
      seat: 'A1',
      position: { vi: 'Giám đốc' },
      tiers: ['director'],
      organisationName: { vi: 'Viện Dầu khí' },
      organisationTier: 2,
    });
    const lifted = await call('PUT', `${one}/lift`, { places: 0, reason: 'Khách danh dự' });
    expect(lifted.body['lift']).to.deep.equal({ places: 0, reason: 'Khách danh dự' });
    expect((await call('POST', `${one}/cancel`)).body).to.include({ standing: 'cancelled' });
    expect(await call('POST', `${one}/cancel`)).to.nested.include({
      status: 409,
      'body.code': 'guests.already-cancelled',
    });
    expect((await call('POST', `${one}/restore`)).body).to.include({ standing: 'not-invited', rev: 5 });
  });

  it('say which field is wrong, and which revision is old', async () => {
    const guest = await makeGuest({ event: event._id });
    const wrong = await call('POST', '', { name: {}, email: 'nobody' });
    expect(wrong.status).to.equal(422);
    expect(JSON.stringify(wrong.body['errors']))
      .to.contain('"path":"name.vi"')
      .and.to.contain('"path":"email"');
    const late = await call('PATCH', `/${String(guest._id)}`, { rev: 7, seat: 'A1' });
    expect(late).to.nested.include({ status: 409, 'body.code': 'errors.conflict-rev' });
    expect(await Guests.countDocuments({ event: event._id })).to.equal(1);
  });

  it('show contact details to organisers only, and nothing to strangers', async () => {
    const guest = await makeGuest({ event: event._id, email: 'cong@example.org' });
    const one = `/${String(guest._id)}`;
    expect((await call('GET', one)).body['contact']).to.include({ email: 'cong@example.org' });

    token = await tokenOf('viewer');
    expect((await call('GET', one)).body['contact']).to.equal(null);
    expect(await call('PATCH', one, { rev: 1, seat: 'A1' })).to.include({ status: 403 });
    token = await makeApiToken(await makeUser());
    expect(await call('GET', one)).to.include({ status: 404 });
  });

  async function tokenOf(role: EventRole): Promise<string> {
    const user = await makeUser();
    await makeMembership(user, event, role);
    return makeApiToken(user);
  }

  async function call(method: string, path: string, value?: object): Promise<Reply> {
    const response = await fetch(`${app.url}${paths.api}/events/${event.slug}/guests${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(value ? { 'content-type': 'application/json' } : {}),
      },
      ...(value ? { body: JSON.stringify(value) } : {}),
    });
    const body: unknown = await response.json();
    return { status: response.status, body: Object.fromEntries(Object.entries(body ?? {})) };
  }
});
