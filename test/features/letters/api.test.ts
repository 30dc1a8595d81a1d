import { expect } from 'chai';
import { newId } from '../../../server/platform/new-id.ts';
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
    const order = { kind: 'invitation', expected: 1, form: newId() };
    const [first, again] = [await call('POST', '/waves', order), await call('POST', '/waves', order)];
    expect(first.body).to.include({ number: 1, kind: 'invitation', who: 'not-invited' });
    expect(again.body).to.deep.include({ id: first.body['id'], number: 1 });
    const wave = String(first.body['id']);

    const done = await until(async () => {
      const { body } = await call('GET', `/waves/${wave}`);
      return body['state'] === 'done' ? body : null;
    }, 20_000);
    expect(done).to.include({ written: 1, answered: 0 });
    expect(done['mails']).to.include({ sent: 1, total: 1 });
    const { items } = (await call('GET', '/waves')).body as { items: { number: number }[] };
    expect(items.map(({ number }) => number)).to.deep.equal([1]);
    expect((await call('POST', `/waves/${wave}/pause`)).status).to.equal(409);
  });

  it('are refused, not guessed, where a word is mistyped or is none we know', async () => {
    const { event, call } = await eventFor('editor');
    await makeGuest({ event: event._id, email: 'khach@example.org' });
    const order = { kind: 'invitation', expected: 1 };
    for (const mistake of [
      { kind: 'invitations' },
      { kind: undefined },
      { who: 'everyone' },
      { channel: 'post' },
      { wave: 'first' },
      { answered: 'maybe' },
      { guest: [newId()] },
      { how: 'later' },
      { how: 'at' },
      { how: 'at', at: 'tomorrow' },
      { how: 'at', at: '2027-02-31T08:00' },
      { how: 'before', amount: 'two' },
      { how: 'before', amount: 2, unit: 'weeks' },
      { how: 'before', amount: 2, of: 'lunch' },
    ]) {
      const { status, body } = await call('POST', '/waves', { ...order, ...mistake });
      expect(status, `${JSON.stringify(mistake)} ${JSON.stringify(body)}`).to.equal(422);
    }
    expect((await call('GET', '/waves/review?kind=invitations')).status).to.equal(422);
    expect((await call('GET', '/waves/review?kind=invitation&guest=1')).status).to.equal(422);
    expect((await call('GET', '/waves')).body).to.deep.equal({ items: [], next: null });
  });

  it('of one event are not shown by the form of another', async () => {
    const [mine, other] = [await eventFor('editor'), await eventFor('editor')];
    for (const { event } of [mine, other]) await makeGuest({ event: event._id, email: 'khach@example.org' });
    const order = { kind: 'invitation', expected: 1, form: newId() };
    const { body: theirs } = await other.call('POST', '/waves', order);
    const guessed = { ...order, form: String(theirs['id']) };

    const { status, body } = await mine.call('POST', '/waves', guessed);

    expect(status).to.equal(200);
    expect(body['id']).to.not.equal(theirs['id']);
    expect((await mine.call('GET', `/waves/${String(theirs['id'])}`)).status).to.equal(404);
  });

  it('are planned by nobody who may only look', async () => {
    const { call } = await eventFor('viewer');
    expect((await call('POST', '/waves', { kind: 'invitation', expected: 0 })).status).to.equal(403);
    expect((await call('GET', '/waves')).status).to.equal(200);
  });
});
