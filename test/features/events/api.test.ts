import { expect } from 'chai';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Answer } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { makeApiToken, makeEvent, makeMembership, makeUser } from '../../support/factories.ts';

describe('events for programs', () => {
  useDatabase();
  let app: TestApp;
  let send: (method: string, path: string, body?: unknown) => Promise<Answer>;
  before(async () => {
    app = await startTestApp();
    const user = await makeUser();
    const headers = {
      authorization: `Bearer ${await makeApiToken(user)}`,
      'content-type': 'application/json',
    };
    send = (method, path, body) =>
      app.as(null).send(method, `${paths.api}${path}`, {
        headers: { accept: 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    await makeMembership(user, await makeEvent({ slug: 'known' }));
    await makeMembership(user, await makeEvent({ slug: 'bare', state: 'draft', days: [] }));
  });
  after(() => app.close());

  it('are created with everything their type brings', async () => {
    const answer = await send('POST', '/events', {
      type: 'work-review',
      title: { en: 'Review of external services' },
      host: { name: { en: 'IT Centre' } },
      firstDay: '2027-01-22',
    });
    expect(answer.status).to.equal(201);
    expect(answer.json()).to.deep.include({
      slug: 'review-of-external-services',
      state: 'draft',
      days: ['2027-01-22'],
      rev: 1,
    });
  });

  it('are changed on the revision that was read, and only on that', async () => {
    const body = {
      rev: 1,
      title: { vi: 'Tên mới' },
      host: { name: { vi: 'Trung tâm' } },
      venue: {},
      contact: { name: 'Ban Tổ chức', phone: '0254' },
      inviter: {},
      defaultLocale: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
      capacity: 120,
    };
    expect((await send('PUT', '/events/known', body)).json()).to.deep.include({ rev: 2, capacity: 120 });
    const late = await send('PUT', '/events/known', { ...body, capacity: 90 });
    expect(late.json()).to.deep.include({ status: 409, code: 'errors.conflict-rev' });
  });

  it('say as a problem, field by field, what keeps them from being published', async () => {
    const answer = await send('POST', '/events/bare/state', { to: 'published' });
    const { errors } = answer.json() as { errors: { path: string }[] };
    expect([answer.status, errors.map(({ path }) => path)]).to.deep.equal([
      422,
      ['date', 'contact', 'agenda'],
    ]);
  });
});
