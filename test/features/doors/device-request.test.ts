import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { Doors } from '../../../models/door.ts';
import { Events } from '../../../models/event.ts';
import { addDoor } from '../../../server/features/doors/add-door.ts';
import { doors } from '../../../server/features/doors/doors.ts';
import { rowsModel } from '../../../server/features/doors/present-doors.ts';
import { revokeDoor } from '../../../server/features/doors/revoke-door.ts';
import { paths } from '../../../server/paths.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { type DeviceAnswer, deviceWith, enrol, makeDeviceKey } from '../../support/door-device.ts';
import { accessAs, makeDoor, makeEvent } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

const NOWHERE = '/door/nowhere';

describe('a device', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  afterEach(() => setClock(null));
  after(() => app.close());

  const said = ({ status, body }: DeviceAnswer): [number, string] => [
    status,
    (body as { code?: string } | null)?.code ?? '',
  ];

  async function added(name = 'Cửa chính') {
    const access = await accessAs('owner');
    return { access, ...(await addDoor(access, { name, profile: '', until: '2099-12-31' })) };
  }

  async function atWork() {
    const event = await makeEvent();
    const { door, key } = await makeDoor(event);
    return { event, door, device: deviceWith(app.url, { id: String(door._id), key }) };
  }

  async function enrolBy(body: object): Promise<[number, string]> {
    const { status, text } = await app
      .as(null)
      .send('POST', paths.enrolDevice, { body: JSON.stringify(body), headers: { 'sec-fetch-site': 'none' } });
    return [status, (JSON.parse(text) as { code?: string }).code ?? ''];
  }

  it('is set up by its secret, and learns who it is and for which event', async () => {
    const { access, door, secret } = await added();
    const { publicKey } = await makeDeviceKey();
    const answer = await app.as(null).send('POST', paths.enrolDevice, {
      body: JSON.stringify({ secret, publicKey, version: '1' }),
      headers: { 'accept-language': 'ru' },
    });
    const { now, ...told } = JSON.parse(answer.text) as { now: number };
    expect(told).to.deep.equal({
      door: { id: String(door._id), name: 'Cửa chính', expires: door.expires.getTime() },
      event: { id: String(access.event._id), slug: access.event.slug, title: access.event.title.ru },
    });
    expect(Math.abs(now - Date.now())).to.be.lessThan(5_000);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    await until(async () => AuditEntries.exists({ action: 'audit.doors.set-up', event: access.event._id }));
  });

  it('is set up once: sent again by the same browser it is the same, another browser is refused', async () => {
    const { secret } = await added();
    const [own, other] = [await makeDeviceKey(), await makeDeviceKey()];
    const codes = [];
    for (const { publicKey } of [own, own, other])
      codes.push(await enrolBy({ secret, publicKey, version: '' }));
    expect(codes).to.deep.equal([
      [200, ''],
      [200, ''],
      [409, 'doors.secret-used'],
    ]);
    const kept = await Doors.findOne({ publicKey: { $ne: '' }, name: 'Cửa chính' })
      .sort({ _id: -1 })
      .lean();
    expect(kept?.publicKey).to.equal(own.publicKey);
  });

  it('is set up by one of two browsers that are there in the same moment', async () => {
    const { secret } = await added();
    const keys = await Promise.all(Array.from({ length: 6 }, makeDeviceKey));
    const codes = await Promise.all(keys.map(({ publicKey }) => enrolBy({ secret, publicKey, version: '' })));
    expect(codes.map(([status]) => status)).to.have.members([200, 409, 409, 409, 409, 409]);
  });

  it('is not set up by a wrong secret, after ten minutes, once revoked, or with anything but a P-256 key', async () => {
    const { access, door, secret } = await added();
    const { publicKey } = await makeDeviceKey();
    const body = { secret, publicKey, version: '' };
    expect(await enrolBy({ ...body, secret: 'door_nothing' })).to.deep.equal([404, 'doors.secret-unknown']);
    expect(await enrolBy({ ...body, publicKey: 'A'.repeat(122) })).to.deep.equal([422, 'errors.invalid']);
    setClock(() => new Date(Date.now() + 10 * 60_000 + 1000));
    expect(await enrolBy(body)).to.deep.equal([409, 'doors.secret-expired']);
    setClock(null);
    await revokeDoor(access, String(door._id));
    expect(await enrolBy(body)).to.deep.equal([409, 'doors.secret-over']);
  });

  it('is believed by its signature alone: over method, path, body and time', async () => {
    const { device } = await atWork();
    const { device: other } = await atWork();
    expect(said(await device.post(NOWHERE, { a: 1 }))).to.deep.equal([404, 'errors.no-such-page']);

    const right = await device.authorization(NOWHERE, '{"a":1}');
    const sent = async (path: string, body: string, authorization: string) => {
      const answer = await app.as(null).send('POST', path, { body, headers: { authorization } });
      return (JSON.parse(answer.text) as { code: string }).code;
    };
    expect(await sent(NOWHERE, '{"a":1}', right)).to.equal('errors.no-such-page');
    expect(await sent(NOWHERE, '{"a":2}', right)).to.equal('doors.unknown');
    expect(await sent(`${NOWHERE}?a=1`, '{"a":1}', right)).to.equal('doors.unknown');
    expect(await sent(NOWHERE, '{"a":1}', right.replace(device.id, other.id))).to.equal('doors.unknown');
    expect(await sent(NOWHERE, '{"a":1}', right.replace(/at="\d+"/, `at="${Date.now() - 5}"`))).to.equal(
      'doors.unknown',
    );
    expect(await sent(NOWHERE, '{"a":1}', 'Door id="1"')).to.equal('doors.unsigned');
    expect(await sent(NOWHERE, '{"a":1}', '')).to.equal('doors.unsigned');
  });

  it('whose clock is wrong is told the time, so that it can sign again', async () => {
    const { device } = await atWork();
    const wrong = [await device.post(NOWHERE, {}, 6 * 60_000), await device.post(NOWHERE, {}, -6 * 60_000)];
    expect(wrong.map(said)).to.deep.equal([
      [401, 'doors.clock'],
      [401, 'doors.clock'],
    ]);
    const { now } = (wrong[0]?.body ?? { now: 0 }) as { now: number };
    expect(Math.abs(now - Date.now())).to.be.lessThan(5_000);
    expect(said(await device.post(NOWHERE, {}, 4 * 60_000))).to.deep.equal([404, 'errors.no-such-page']);
  });

  it('that was revoked, or whose last day is over, is told to forget everything, and says that it has', async () => {
    const { event, door, device } = await atWork();
    await revokeDoor(await accessAs('owner', { event }), String(door._id));
    expect(said(await device.post(NOWHERE, {}))).to.deep.equal([410, 'doors.over']);
    expect(said(await device.post(paths.deviceSync, {}))).to.deep.equal([410, 'doors.over']);

    const wiped = [await device.post(paths.deviceWiped, {}), await device.post(paths.deviceWiped, {})];
    expect(wiped[0]?.headers.get('clear-site-data')).to.equal('"storage"');
    expect(wiped.map(({ status }) => status)).to.deep.equal([204, 204]);
    const kept = await Doors.findById(door._id).orFail().lean();
    expect(kept.wipedAt).to.be.an.instanceOf(Date);
    await until(async () => AuditEntries.exists({ event: event._id, action: 'audit.doors.wiped' }));
    expect(await AuditEntries.countDocuments({ event: event._id, action: 'audit.doors.wiped' })).to.equal(1);

    const old = await makeEvent();
    const { door: expired, key } = await makeDoor(old, { expires: new Date(Date.now() - 1000) });
    const late = deviceWith(app.url, { id: String(expired._id), key });
    expect(said(await late.post(NOWHERE, {}))).to.deep.equal([410, 'doors.over']);
  });

  it('says how many of its records nobody can read any more, and the office sees it', async () => {
    const { event, door, device } = await atWork();
    const access = await accessAs('owner', { event });
    const report = { unsynced: 3, seq: 3, version: 'test', offset: 0, roundTrip: 1, lostData: false };
    await device.post(paths.deviceSync, { cursor: '', report });
    await revokeDoor(access, String(door._id));
    await device.post(paths.deviceWiped, { unreadable: 3 });

    const about = { event: event._id, action: 'audit.doors.wiped-unreadable', 'params.count': 3 };
    await until(async () => AuditEntries.exists(about));
    const { doors: rows } = rowsModel(
      {
        event,
        doors: await doors(access),
        plan: { lists: [], gates: [], profiles: [] },
        can: { manage: true, checkIn: true },
        now: new Date(),
      },
      'en',
    );
    expect(rows[0]?.told.join()).to.contain('3 records on it could not be read and are gone');
  });

  it('loses its live connection the moment it is revoked', async () => {
    const { event, door, device } = await atWork();
    const socket = await device.connect();
    const watching = await socket
      .timeout(2000)
      .emitWithAck('event:watch', { event: event.slug, room: 'screen' });
    expect(watching.ok).to.equal(true);
    const gone = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
    await revokeDoor(await accessAs('owner', { event }), String(door._id));
    await gone;
    const refused = await device.connect().then(
      () => 'let in',
      (error: Error) => error.message,
    );
    expect(refused).to.equal('doors.over');
  });

  it('opens nothing but its own requests: to pages it is nobody', async () => {
    const { event, device } = await atWork();
    for (const path of [paths.doors(event), paths.guests(event), paths.checkIns(event)]) {
      const authorization = await device.authorization(path, '');
      const answer = await app.as(null).get(path, { authorization, accept: 'application/json' });
      expect([401, 404], path).to.include(answer.status);
    }
    expect(await Events.countDocuments({ _id: event._id })).to.equal(1);
  });

  it('whose body is no JSON is told so, and a whole that is too large too', async () => {
    const { device } = await atWork();
    const send = async (body: string) => {
      const authorization = await device.authorization(NOWHERE, body);
      return (await app.as(null).send('POST', NOWHERE, { body, headers: { authorization } })).status;
    };
    expect(await send('{"a":')).to.equal(400);
    expect(await send('"'.padEnd(1_100_000, 'x'))).to.equal(413);
  });

  it('is set up again and again only so often from one network', async () => {
    const { publicKey } = await makeDeviceKey();
    const own = await startTestApp({ TRUST_PROXY: 'loopback' });
    const tries: number[] = [];
    for (let count = 0; count < 25; count += 1) {
      const { status } = await own.as(null).send('POST', paths.enrolDevice, {
        body: JSON.stringify({ secret: `door_${count}`, publicKey, version: '' }),
        headers: { 'x-forwarded-for': '198.51.100.7' },
      });
      tries.push(status);
    }
    await own.close();
    expect(new Set(tries)).to.deep.equal(new Set([404, 429]));
    expect(tries.at(-1)).to.equal(429);
  });

  it('is set up by the helper of the tests as by a page', async () => {
    const { door, secret } = await added();
    const device = await enrol(app.url, secret);
    expect(device.id).to.equal(String(door._id));
    expect(said(await device.post(NOWHERE, {}))).to.deep.equal([404, 'errors.no-such-page']);
  });
});
