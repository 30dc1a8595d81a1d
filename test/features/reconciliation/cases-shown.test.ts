import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Guest } from '../../../models/guest.ts';
import { StrayScans } from '../../../models/stray-scan.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { readHappenings } from '../../../server/features/attendance/upload-input.ts';
import { uploadScans } from '../../../server/features/attendance/upload-scans.ts';
import { displayName } from '../../../server/features/directory/person-name.ts';
import { doubles } from '../../../server/features/reconciliation/doubles.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';

const start = Date.parse('2026-11-20T01:00:00Z');

describe('the cases of the reconciliation, as they are shown', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('tells what happened with one guest in the order it happened, and the guest who was last before others', async () => {
    const event = await makeEvent({ state: 'live' });
    const [guest, later] = [await makeGuest({ event: event._id }), await makeGuest({ event: event._id })];
    const [one, two] = [await accessAs('device', { event }), await accessAs('device', { event })];
    const third = await accessAs('device', { event });
    const at = async (device: Access, whom: Guest, minutes: number) =>
      uploadScans(device, readHappenings([entry(whom, minutes)]));
    await at(one, guest, 0);
    await at(two, guest, 5);
    await at(third, guest, 20);
    await at(one, later, 1);
    await at(two, later, 10);
    const found = (await doubles(await accessAs('editor', { event }))).map(({ guest: { _id }, second }) => [
      String(_id) === String(guest._id),
      (second.at.getTime() - start) / 60_000,
    ]);
    expect(found).to.deep.equal([
      [true, 5],
      [true, 20],
      [false, 10],
    ]);
  });

  it('names the guest whom a revoked device meant, and leads to them', async () => {
    const event = await makeEvent({ state: 'live' });
    const owner = await makeUser();
    await makeMembership(owner, event);
    const guest = await makeGuest({ event: event._id });
    await StrayScans.create({
      _id: `${String(event._id)}:${randomUUID()}`,
      event: event._id,
      door: { id: 'x', name: 'x' },
      receivedAt: new Date(start),
      content: JSON.stringify(entry(guest, 0)),
    });
    const html = (await app.as(owner).get(paths.reconciliation(event))).text;
    const head = html.match(/<h3><a href="([^"]+)">([^<]+)<\/a><\/h3>\s*<p[^>]*>([^<]+)</);
    expect(head?.slice(1, 3)).to.deep.equal([paths.guest(event, guest), displayName(guest.name, 'vi')]);
    expect(head?.[3]).to.match(/^Không khớp với khách nào/);
  });
});

function entry(guest: Guest, minutes: number) {
  const at = start + minutes * 60_000;
  return { id: randomUUID(), kind: 'entry', guest: String(guest._id), at, seq: 1 };
}
