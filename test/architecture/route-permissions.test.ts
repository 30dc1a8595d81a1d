import { expect } from 'chai';
import { type OfficeRole } from '../../contract/roles.ts';
import { endpoints } from '../../server/api.ts';
import { type Entrance, entrances } from '../../server/features/access/enter.ts';
import {
  type Action,
  allows,
  type OfficeAction,
  officeAllows,
  officePermissions,
  type Role,
} from '../../server/features/access/permissions.ts';
import { paths } from '../../server/paths.ts';
import { routes } from '../../server/routes.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Answer, TestClient } from '../support/client.ts';
import { useDatabase } from '../support/database.ts';
import { makeApiToken, makeEvent, makeMembership, makeUser } from '../support/factories.ts';
import { listRoutes, type RegisteredRoute } from '../support/routes.ts';
import { publicRoutes } from './public-routes.ts';

/** Somebody who tries every route of one event. */
interface Walker {
  called: string;
  /** Role in the event; null for a stranger, for whom it does not exist. */
  role: Role | null;
  /** Null for whoever has no account. */
  office: OfficeRole | null;
  client: TestClient;
  headers: Record<string, string>;
}

type Asked = Entrance['action'];

const NOBODYS_ID = '0123456789abcdef01234567';

describe('every route', () => {
  useDatabase();
  let app: TestApp;
  const asked = new Map<string, Asked[]>();
  const hear = (message: unknown): void => {
    const { req, action } = message as Entrance;
    const step = req.get('x-step');
    if (step) asked.set(step, [...(asked.get(step) ?? []), action]);
  };

  before(async () => {
    entrances.subscribe(hear);
    app = await startTestApp();
  });
  after(async () => {
    entrances.unsubscribe(hear);
    await app.close();
  });

  const all = listRoutes(routes());
  const nameOf = ({ method, path }: RegisteredRoute): string => `${method} ${path}`;
  const guarded = all.filter((route) => publicRoutes[nameOf(route)] === undefined);

  /** What the route answers this walker, and with which rights it wanted to be entered. */
  async function take(walker: Walker, route: RegisteredRoute, event: { slug: string }) {
    const step = `${walker.called}: ${nameOf(route)}`;
    const path = route.path.replace(':event', event.slug).replaceAll(/:\w+/g, NOBODYS_ID);
    const headers = { accept: 'application/json', 'x-step': step, ...walker.headers };
    const answer = await send(walker.client, route.method, path, headers);
    return { step, status: answer.status, actions: asked.get(step) ?? [] };
  }

  /** Everything that is not as the table of permissions says. */
  async function walk(walker: Walker, event: { slug: string }): Promise<string[]> {
    const found: string[] = [];
    for (const route of guarded) {
      const { step, status, actions } = await take(walker, route, event);
      if (actions.length === 0) found.push(`${step} asks for no right and is not listed as public`);
      else if (!fits(walker, actions, status)) found.push(`${step} (${actions.join()}) answers ${status}`);
    }
    return found;
  }

  it('answers each role by the table of permissions', async function walkAll() {
    this.timeout(120_000);
    const event = await makeEvent({ state: 'live' });
    const walkers = await Promise.all([
      ...(['owner', 'editor', 'mc', 'door', 'viewer'] as const).map(async (role) => {
        const user = await makeUser();
        await makeMembership(user, event, role);
        return person(role, role, 'member', app.as(user));
      }),
      makeUser({ role: 'administrator' }).then((user) =>
        person('administrator', 'owner', 'administrator', app.as(user)),
      ),
      makeStranger().then((user) => person('stranger', null, 'member', app.as(user))),
    ]);
    const found = await Promise.all(walkers.map((walker) => walk(walker, event)));
    expect(found.flat().join('\n')).to.equal('');
  });

  it('turns away whoever is nobody, and a guest whose link opens only the invitation', async function walkAll() {
    const event = await makeEvent({ state: 'live' });
    const guest = { cookie: 'rostrum-guest=guest_0123456789' };
    const nobody = { called: 'nobody', role: null, office: null, client: app.as(null), headers: {} };
    for (const walker of [nobody, { ...nobody, called: 'guest', headers: guest }]) {
      for (const route of guarded) {
        const { step, status } = await take(walker, route, event);
        expect(status, step).to.equal(401);
      }
    }
  });

  it('that is listed as public exists, and asks nobody for a right', async () => {
    const names = all.map(nameOf);
    expect(Object.keys(publicRoutes).filter((route) => !names.includes(route))).to.deep.equal([]);
    const walker = { called: 'visitor', role: null, office: null, client: app.as(null), headers: {} };
    for (const route of all.filter((each) => publicRoutes[nameOf(each)] !== undefined)) {
      const { step, status, actions } = await take(walker, route, await makeEvent());
      expect(actions, step).to.deep.equal([]);
      expect(status, step).to.be.below(500);
    }
  });

  it('of the API asks for a right too', async () => {
    const event = await makeEvent();
    const authorization = `Bearer ${await makeApiToken(await makeStranger())}`;
    const found: string[] = [];
    for (const { method, path } of endpoints()) {
      const step = `api: ${method} ${path}`;
      const address = paths.api + path.replace(':event', event.slug).replaceAll(/:\w+/g, NOBODYS_ID);
      const { status } = await app
        .as(null)
        .send(method.toUpperCase(), address, { headers: { authorization, 'x-step': step } });
      const actions = asked.get(step) ?? [];
      const walker = person('stranger', null, 'member', app.as(null));
      // A wrong body may be answered before; then there was nothing to see either.
      if (status !== 422 && (actions.length === 0 || !fits(walker, actions, status)))
        found.push(`${step} answers ${status}`);
    }
    expect(found.join('\n')).to.equal('');
  });

  async function makeStranger() {
    const user = await makeUser();
    await makeMembership(user, await makeEvent(), 'owner');
    return user;
  }

  function person(called: string, role: Role | null, office: OfficeRole, client: TestClient): Walker {
    return { called, role, office, client, headers: {} };
  }
});

function send(
  client: TestClient,
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<Answer> {
  return method === 'POST' ? client.postForm(path, {}, headers) : client.send(method, path, { headers });
}

/** The first right that is missing says how the walker is turned away. */
function fits(walker: Walker, actions: readonly Asked[], status: number): boolean {
  const refusal = actions.map((action) => refusalOf(walker, action)).find((expected) => expected !== null);
  return refusal ? status === refusal : isAnswered(status);
}

function refusalOf({ role, office }: Walker, action: Asked): 403 | 404 | null {
  if (action === 'own') return office ? null : 403;
  if (isOfficeAction(action)) return office && officeAllows(office, action) ? null : 403;
  if (role === null) return 404;
  return allows(role, action) ? null : 403;
}

/** Let in. What comes then is the route's affair: the records named in the walk do not exist. */
function isAnswered(status: number): boolean {
  return status < 500 && status !== 401 && status !== 403;
}

function isOfficeAction(action: Action | OfficeAction): action is OfficeAction {
  return action in officePermissions;
}
