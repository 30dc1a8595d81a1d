import { expect } from 'chai';
import { z } from 'zod';
import { endpoints } from '../server/api.ts';
import { paths } from '../server/paths.ts';
import { openApiDocument } from '../server/platform/http/openapi.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { useDatabase } from './support/database.ts';
import { makeApiToken, makeEvent, makeGuest, makeMembership, makeUser } from './support/factories.ts';
import { visibleText } from './support/html.ts';

const Problem = z.strictObject({
  type: z.string().startsWith('urn:rostrum:problem:'),
  title: z.string().min(1),
  status: z.int(),
  code: z.string(),
  detail: z.string().min(1),
  errors: z
    .array(z.strictObject({ path: z.string(), code: z.string(), message: z.string().min(1) }))
    .optional(),
});

describe('api', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  const anywhere = (path: string): string => paths.api + path.replaceAll(/:\w+/g, 'x');

  async function caller() {
    const user = await makeUser();
    const headers = { authorization: `Bearer ${await makeApiToken(user)}`, accept: 'application/json' };
    const send = (method: string, path: string, body?: unknown, more = {}) =>
      app.as(null).send(method, `${paths.api}${path}`, {
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...more,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    return { user, send };
  }

  it('answers nobody without a token, and not by the cookie of a session', async () => {
    const browser = app.as(await makeUser());
    for (const { method, path } of endpoints()) {
      for (const client of [app.as(null), browser]) {
        const answer = await client.send(method.toUpperCase(), anywhere(path));
        expect(answer.status, `${method} ${path}`).to.equal(401);
        expect(Problem.parse(answer.json()).code).to.equal('errors.token-needed');
        expect(answer.headers.get('www-authenticate')).to.match(/^Bearer/);
      }
    }
  });

  it('refuses a token that is wrong', async () => {
    const headers = { authorization: 'Bearer rostrum_wrong', 'accept-language': 'en' };
    const answer = await app.as(null).get(`${paths.api}/me`, headers);
    expect(Problem.parse(answer.json())).to.deep.include({
      status: 401,
      code: 'errors.bad-token',
      title: 'Sign-in needed',
    });
  });

  it('tells the caller who they are', async () => {
    const { user, send } = await caller();
    const { _id, name, email, role, locale } = user;
    expect((await send('GET', '/me')).json()).to.deep.equal({ id: String(_id), name, email, role, locale });
  });

  it('shows the own events, and of others not even that they exist', async () => {
    const { user, send } = await caller();
    const event = await makeEvent({ replyBy: new Date('2026-12-01T00:00:00Z') });
    await makeMembership(user, event, 'viewer');
    await makeGuest({ event: event._id });
    const foreign = await makeEvent();

    const list = z.object({ items: z.array(z.record(z.string(), z.unknown())), next: z.null() });
    const { items } = list.parse((await send('GET', '/events')).json());
    expect(items.map(({ slug }) => slug)).to.deep.equal([event.slug]);
    expect(items[0]).not.to.have.any.keys('_id', 'effects', 'words');

    const shown = (await send('GET', `/events/${event.slug}`)).json();
    expect(shown).to.deep.include({ slug: event.slug, replyBy: '2026-12-01T00:00:00.000Z' });
    const hidden = await send('GET', `/events/${foreign.slug}`);
    expect(Problem.parse(hidden.json())).to.deep.include({ status: 404, code: 'errors.no-such-event' });
  });

  it('says as a problem what is wrong with a call', async () => {
    const { send } = await caller();
    const answers = {
      404: await send('GET', '/nothing'),
      405: await send('DELETE', '/me'),
      400: await send('POST', '/me', '{"broken":'),
      413: await send('POST', '/me', { text: 'x'.repeat(1_100_000) }),
      422: await send('GET', '/events?tab=sideways'),
    };
    for (const [status, answer] of Object.entries(answers)) {
      expect([answer.status, answer.type.split(';')[0]]).to.deep.equal([
        Number(status),
        'application/problem+json',
      ]);
      expect(Problem.parse(answer.json()).status).to.equal(Number(status));
    }
    expect(answers[405].headers.get('allow')).to.equal('GET');
    expect(Problem.parse(answers[422].json()).errors).to.have.length(1);
  });

  it('describes itself: every operation, in three languages, with every reference resolved', async () => {
    const { headers, ...answer } = await app.as(null).get(paths.openapi);
    expect(headers.get('content-type')).to.contain('application/json');
    const Described = z.object({
      openapi: z.literal('3.1.0'),
      info: z.object({ title: z.string(), version: z.string() }),
      servers: z.tuple([z.object({ url: z.literal(`${app.url}${paths.api}`) })]),
      paths: z.record(z.string().regex(/^\/[\w/{}-]*$/), z.record(z.string(), Operation)),
      components: z.object({ schemas: z.object({ Problem: z.object({ type: z.literal('object') }) }) }),
    });
    const document = Described.parse(answer.json());

    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.toSorted()).to.deep.equal(
      endpoints()
        .map(({ method, path }) => `${method} ${path}`)
        .toSorted(),
    );
    const ids = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map((each) => each.operationId),
    );
    expect(new Set(ids).size).to.equal(ids.length);
    for (const [path, operations] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(operations)) {
        expect(parameters.filter((each) => each.in === 'path').map((each) => each.name)).to.deep.equal(named);
      }
    }
    for (const locale of ['vi', 'en', 'ru'] as const) {
      const text = JSON.stringify(
        openApiDocument(locale, { endpoints: endpoints(), server: '', version: '1' }),
      );
      expect(text).not.to.contain('⟦');
    }
  });

  it('has a page that leads a person in', async () => {
    const page = await app.as(null).get(paths.apiGuide);
    expect(page.status).to.equal(200);
    expect(visibleText(page.text))
      .to.contain('Authorization: Bearer')
      .and.contain(`${paths.api}/events/:event`);
  });
});

const Operation = z.object({
  operationId: z.string().regex(/^[\w-]+$/),
  summary: z.string().min(1),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']), schema: z.object({}) })),
  responses: z.record(z.string(), z.object({})).refine((responses) => 'default' in responses),
});
