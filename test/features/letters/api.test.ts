import { expect } from 'chai';
import { newFormId } from '../../../server/features/letters/new-id.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeApiToken, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

describe('waves for programs', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function eventFor(role: 'editor' | 'viewer') {
    const [event, user] = [await makeEvent(), await makeUser()];
    await makeMembership(user, event, role);
    const token = await makeApiToken(user);
    const call = async (method: string, path: string, body?: object) => {
      const response = await fetch(`${app.url}${paths.api}/events/${event.slug}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    return { event, call };
  }

  it('are reviewed, planned once and read with their progress', async () => {
    const { event, call } = await eventFor('editor');
    await makeGuest({ event: event._id, email: 'khach@example.org' });
    await makeGuest({ event: event._id });

    const review = await call('GET', '/waves/review?kind=invitation');
    expect(review.body).to.deep.equal({ ready: 1, exceptions: [{ why: 'no-email', count: 1 }] });
    expect((await call('POST', '/waves', { kind: 'invitation', expected: 2 })).status).to.equal(409);
    const order = { kind: 'invitation', expected: 1, form: newFormId() };
    const [first, again] = [await call('POST', '/waves', order), await call('POST', '/waves', order)];
    expect(first.body).to.include({ id: order.form, number: 1, kind: 'invitation', who: 'not-invited' });
    expect(again.body['id']).to.equal(order.form);

    const done = await until(async () => {
      const { body } = await call('GET', `/waves/${order.form}`);
      return body['state'] === 'done' ? body : null;
    }, 20_000);
    expect(done).to.include({ written: 1, answered: 0 });
    expect(done['mails']).to.include({ sent: 1, total: 1 });
    const { items } = (await call('GET', '/waves')).body as { items: { number: number }[] };
    expect(items.map(({ number }) => number)).to.deep.equal([1]);
    expect((await call('POST', `/waves/${order.form}/pause`)).status).to.equal(409);
  });

  it('are planned by nobody who may only look', async () => {
    const { call } = await eventFor('viewer');
    expect((await call('POST', '/waves', { kind: 'invitation', expected: 0 })).status).to.equal(403);
    expect((await call('GET', '/waves')).status).to.equal(200);
  });
});
