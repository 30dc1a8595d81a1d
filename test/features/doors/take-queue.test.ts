import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { deviceWith } from '../../support/door-device.ts';
import { makeDoor, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';

describe('the file of a device that finds no network', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function scene() {
    const event = await makeEvent({ state: 'live' });
    const [guest, user, { door, key }] = await Promise.all([
      makeGuest({ event: event._id }),
      makeUser(),
      makeDoor(event),
    ]);
    await makeMembership(user, event);
    const entry = {
      kind: 'entry',
      id: randomUUID(),
      seq: 1,
      at: Date.now(),
      list: String(event._id),
      guest: String(guest._id),
    };
    const file = { device: String(door._id), name: door.name, happenings: [entry] };
    return { event, guest, door, entry, file, office: app.as(user), key };
  }

  it('is recorded as if the device had sent it, once, and is in the history', async () => {
    const { event, guest, door, entry, file, office, key } = await scene();

    const taken = await send(office, event, JSON.stringify(file));

    expect([taken.status, taken.location]).to.deep.equal([303, paths.doors(event)]);
    expect(visibleText((await office.get(paths.doors(event))).text)).to.contain('đã ghi 1 lượt');
    const { passages } = await CheckIns.findOne({ guest: guest._id }).orFail().lean();
    expect(passages.map(({ id, door: at }) => [id, at.name])).to.deep.equal([[entry.id, door.name]]);
    await until(async () => AuditEntries.exists({ event: event._id, action: 'audit.doors.queue-taken' }));

    const device = deviceWith(app.url, { id: String(door._id), key });
    await device.post(paths.deviceUpload, { happenings: [entry] });
    await send(office, event, JSON.stringify(file));
    expect(visibleText((await office.get(paths.doors(event))).text)).to.contain('1 lượt đã có từ trước');
    expect((await CheckIns.findOne({ guest: guest._id }).orFail().lean()).passages).to.have.length(1);
  });

  it('says how many of its records the device could not read, and keeps that in the history', async () => {
    const { event, file, office } = await scene();
    const unreadable = [{ iv: 'AAAA', data: 'AAAA' }, 'nothing'];

    await send(office, event, JSON.stringify({ ...file, unreadable }));

    const text = visibleText((await office.get(paths.doors(event))).text);
    expect(text).to.contain('đã ghi 1 lượt').and.to.contain('2 bản ghi không đọc được');
    const lost = { event: event._id, action: 'audit.doors.queue-unreadable', 'params.count': 2 };
    await until(async () => AuditEntries.exists(lost));
  });

  it('is refused in words when no device of this event has written it', async () => {
    const { event, file, office } = await scene();
    const other = await scene();
    const wrong = await send(office, event, 'a letter');
    expect([wrong.status, visibleText(wrong.text).includes('không phải tệp do thiết bị lưu')]).to.deep.equal([
      409,
      true,
    ]);
    expect((await send(office, event, JSON.stringify(other.file))).status).to.equal(404);
    const stranger = app.as(await makeUser());
    expect((await send(stranger, event, JSON.stringify(file))).status).to.equal(404);
    expect(await CheckIns.countDocuments({ event: event._id })).to.equal(0);
  });
});

async function send(office: TestClient, event: Conference, content: string) {
  const page = await office.get(paths.profile);
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const boundary = 'a-boundary';
  const part = (head: string, body: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  return office.send('POST', paths.doorQueue(event), {
    body: `${part('name="csrf"', csrf)}${part('name="queue"; filename="queue.json"', content)}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
}
