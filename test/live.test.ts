import { expect } from 'chai';
import type { Types } from 'mongoose';
import { io, type Socket } from 'socket.io-client';
import { Users } from '../models/user.ts';
import type { ClientToServer, ServerToClient } from '../contract/live/index.ts';
import { rooms } from '../server/features/access/rooms.ts';
import { paths } from '../server/paths.ts';
import { tell } from '../server/platform/live/tell.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { useDatabase } from './support/database.ts';
import { deviceWith } from './support/door-device.ts';
import { until } from './support/until.ts';
import { makeApiToken, makeDoor, makeEvent, makeMembership, makeUser } from './support/factories.ts';

type Client = Socket<ServerToClient, ClientToServer>;

describe('live connections', () => {
  useDatabase();
  let app: TestApp;
  const open: Client[] = [];
  before(async () => (app = await startTestApp()));
  afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
  after(() => app.close());

  function connect(extraHeaders: Record<string, string>, auth: object = {}): Client {
    const socket: Client = io(app.url, {
      transports: ['websocket'],
      extraHeaders,
      auth,
      reconnection: false,
      forceNew: true,
    });
    open.push(socket);
    return socket;
  }

  async function connected(headers: Record<string, string>, auth: object = {}): Promise<Client> {
    const socket = connect(headers, auth);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }

  async function refused(headers: Record<string, string>): Promise<string> {
    return connected(headers).then(
      () => 'let in',
      (error: Error) => error.message,
    );
  }

  async function refusedDevice(auth: object): Promise<string> {
    return connected({}, auth).then(
      () => 'let in',
      (error: Error) => error.message,
    );
  }

  async function atDoor(event: { _id: Types.ObjectId }) {
    const { door, key } = await makeDoor(event);
    return deviceWith(app.url, { id: String(door._id), key });
  }

  const watch = (socket: Client, event: { slug: string }, room: 'desk' | 'stage' | 'screen') =>
    socket.timeout(2000).emitWithAck('event:watch', { event: event.slug, room });

  async function member(role: 'owner' | 'viewer' | 'door' = 'owner') {
    const user = await makeUser();
    const event = await makeEvent();
    await makeMembership(user, event, role);
    return { user, event, cookie: await app.as(user).cookieHeader() };
  }

  it('are for people with a session, tokens and devices, and for nobody else', async () => {
    const { user, event, cookie } = await member();
    const device = await atDoor(event);
    expect(await refused({})).to.equal('errors.sign-in-needed');
    expect(await refused({ cookie: 'rostrum=s%3Aforged.signature' })).to.equal('errors.sign-in-needed');
    expect(await refused({ authorization: 'Bearer rostrum_wrong' })).to.equal('errors.sign-in-needed');
    expect(await refused({ cookie })).to.equal('let in');
    expect(await refused({ authorization: `Bearer ${await makeApiToken(user)}` })).to.equal('let in');
    expect(await refusedDevice(await device.auth())).to.equal('let in');
    expect(await refusedDevice(await device.auth(-6 * 60_000))).to.equal('doors.clock');
    const { sig } = await device.auth();
    expect(await refusedDevice({ ...(await (await atDoor(event)).auth()), sig })).to.equal('doors.unknown');
  });

  it('are refused to pages of another site, whoever is signed in', async () => {
    const { cookie } = await member();
    expect(await refused({ cookie, origin: 'https://evil.example' })).not.to.equal('let in');
    expect(await refused({ cookie, origin: app.url })).to.equal('let in');
  });

  it('watch what their role may see', async () => {
    const { event, cookie } = await member('door');
    const foreign = await makeEvent();
    const socket = await connected({ cookie });
    const codes = await Promise.all(
      [watch(socket, event, 'desk'), watch(socket, event, 'screen'), watch(socket, foreign, 'screen')].map(
        async (asked) => {
          const reply = await asked;
          return reply.ok ? 'watching' : reply.error.code;
        },
      ),
    );
    expect(codes).to.deep.equal(['errors.forbidden', 'watching', 'errors.no-such-event']);
  });

  it('hear what is told to their room, in frames that show a gap', async () => {
    const { event, cookie } = await member();
    const socket = await connected({ cookie });
    const reply = await watch(socket, event, 'desk');
    const heard = new Promise<Parameters<ServerToClient['frame']>[0]>((resolve) =>
      socket.once('frame', resolve),
    );
    tell(rooms.desk(event), 'page:stale', 'guests/list');
    const frame = await heard;
    expect(frame.news).to.deep.equal([['page:stale', 'guests/list']]);
    expect(reply.ok && { epoch: reply.value.epoch, version: reply.value.version }).to.deep.equal({
      epoch: frame.epoch,
      version: frame.from,
    });
  });

  it('survive malformed words, and answer them', async () => {
    const { event, cookie } = await member();
    const socket = await connected({ cookie });
    const raw: Socket = socket;
    raw.emit('event:watch', null, 'not a function');
    raw.emit('event:watch');
    raw.emit('event:watch', { event: { $gt: '' }, room: 'desk' });
    const reply: unknown = await raw
      .timeout(2000)
      .emitWithAck('event:watch', { event: event.slug, room: 'nowhere' });
    expect(reply).to.have.nested.property('error.code', 'errors.invalid');
    expect((await watch(socket, event, 'desk')).ok).to.equal(true);
  });

  it('are ten for one person at the same time; a door has its own', async () => {
    const { event, cookie } = await member();
    for (let count = 0; count < 10; count += 1) await connected({ cookie });
    expect(await refused({ cookie })).to.equal('errors.rate-limited');
    expect(await refusedDevice(await (await atDoor(event)).auth())).to.equal('let in');
    const [first] = open;
    first?.disconnect();
    await until(async () => (await refused({ cookie })) === 'let in');
  });

  it('are cut within two seconds when they flood, whatever they say', async () => {
    const { event, cookie } = await member();
    const quiet = await connected({ cookie });
    for (const word of ['event:watch', 'no-such-word']) {
      const flooding = await connected({ cookie });
      const raw: Socket = flooding;
      const began = performance.now();
      const cut = new Promise<number>((resolve) => {
        flooding.once('disconnect', () => resolve(performance.now() - began));
      });
      const flood = setInterval(() => {
        for (let count = 0; count < 20; count += 1) raw.emit(word, { event: event.slug, room: 'desk' });
      }, 10);
      expect(await cut).to.be.lessThan(2000);
      clearInterval(flood);
    }
    expect((await watch(quiet, event, 'desk')).ok).to.equal(true);
    expect(app.takeErrors()).to.deep.equal([]);
  });

  it('end when the namespace is left, and do not let it be entered again', async () => {
    const { event, cookie } = await member();
    const socket = await connected({ cookie });
    await watch(socket, event, 'desk');
    const ended = new Promise<string>((resolve) => socket.io.engine.once('close', resolve));
    socket.io.engine.write('41');
    setTimeout(() => socket.io.engine.write('40'), 1);
    await ended;
    expect((await watch(await connected({ cookie }), event, 'desk')).ok).to.equal(true);
    expect(app.takeErrors()).to.deep.equal([]);
  });

  it('end with the session, and with the account', async () => {
    const { user, cookie } = await member();
    const bySignOut = app.as(user);
    const socket = await connected({ cookie: await bySignOut.cookieHeader() });
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    await bySignOut.postForm(paths.signOut);
    await gone;

    const other = await connected({ cookie });
    const cut = new Promise((resolve) => other.once('disconnect', resolve));
    await app.as(await makeUser({ role: 'administrator' })).postForm(paths.deactivateUser(user));
    await cut;
    expect(await Users.findById(user._id).orFail().lean()).to.deep.include({ active: false });
    expect(await refused({ cookie })).to.equal('errors.sign-in-needed');
  });
});

describe('live connections of one network', () => {
  useDatabase();

  it('are limited, by the address behind proxies that are trusted', async () => {
    const app = await startTestApp({ TRUST_PROXY: 'loopback', SOCKETS_PER_ADDRESS: '2' });
    const cookie = await app.as(await makeUser()).cookieHeader();
    const open: Client[] = [];
    const from = (address: string) =>
      new Promise<string>((resolve) => {
        const extraHeaders = { cookie, 'x-forwarded-for': address };
        const socket: Client = io(app.url, { transports: ['websocket'], extraHeaders, forceNew: true });
        open.push(socket);
        socket.once('connect', () => resolve('let in'));
        socket.once('connect_error', () => resolve('refused'));
      });
    const outcomes: string[] = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.9, 192.0.2.1']) {
      outcomes.push(await from(address));
    }
    open.forEach((socket) => socket.disconnect());
    await app.close();
    expect(outcomes).to.deep.equal(['let in', 'let in', 'refused', 'let in', 'refused']);
  });
});
