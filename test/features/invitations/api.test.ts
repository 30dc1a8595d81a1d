import { expect } from 'chai';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeApiToken, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { invite } from './inviting.ts';

describe('invitations for programs', () => {
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
    return { event, call: callerFor(event, await makeApiToken(user)) };
  }

  function callerFor(event: Conference, token: string) {
    return async (method: string, path: string, body?: object) => {
      const response = await fetch(`${app.url}${paths.api}/events/${event.slug}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
  }

  it('record and take back as the pages do', async () => {
    const { event, call } = await eventFor('editor');
    const guest = await makeGuest({ event: event._id, email: 'khach@example.org' });

    await invite(event, guest);
    const at = `/guests/${String(guest._id)}/answer`;
    const recorded = await call('PUT', at, { kind: 'declined', note: 'Đi công tác' });
    expect(recorded.body).to.deep.include({ standing: 'declined' });
    expect(recorded.body['answer']).to.include({ channel: 'api', note: 'Đi công tác' });

    const { items } = (await call('GET', '/answers')).body as { items: { guest: string }[] };
    expect(items.map((each) => each.guest)).to.deep.equal([String(guest._id)]);
    expect((await call('DELETE', at)).body).to.deep.include({ standing: 'no-answer', answer: null });
    expect((await call('GET', '/invitations')).body['tally']).to.include({ invited: 1, silent: 1 });
  });

  it('name the field that is wrong, and refuse those who may only look', async () => {
    const { event, call } = await eventFor('viewer');
    const guest = await makeGuest({ event: event._id });

    const answer = { kind: 'declined' };
    expect((await call('PUT', `/guests/${String(guest._id)}/answer`, answer)).status).to.equal(403);
    expect((await call('GET', '/invitations')).status).to.equal(200);
    const wrong = await (
      await eventFor('editor')
    ).call('PUT', `/guests/${String(guest._id)}/answer`, {
      kind: 'substitute',
    });
    expect(wrong.status).to.equal(422);
    expect(JSON.stringify(wrong.body)).to.include('substitute.name');
  });
});
