import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { CheckIns } from '../../../models/check-in.ts';
import { Guests } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { watchFirst } from '../../../server/features/arrivals/watch-guests.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { undoCheckIn } from '../../../server/features/attendance/undo-check-in.ts';
import { readHappenings } from '../../../server/features/attendance/upload-input.ts';
import { uploadScans } from '../../../server/features/attendance/upload-scans.ts';
import { badgeFacts } from '../../../server/features/badges/badge-facts.ts';
import { badgeGuests } from '../../../server/features/badges/badge-guests.ts';
import { loadBadges } from '../../../server/features/badges/load-badges.ts';
import { makeBadges } from '../../../server/features/badges/present-badges.ts';
import { headcount } from '../../../server/features/guests/headcount.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';

const site = { url: 'https://rostrum.example', secret: () => 'only for tests' };

describe('somebody who comes in place of a guest, as the door was told', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('is the name on the badge', async () => {
    const { device } = await substituted();
    const { event } = device;
    const guests = await badgeGuests(device, { who: 'all', guests: [] });
    const facts = await badgeFacts(site, { event, badges: await loadBadges(event) }, guests);
    expect((await makeBadges(facts, guests)).map(({ name }) => name)).to.deep.equal(['Lê Văn Thay']);
  });

  it('is named by the pages that say who is here', async () => {
    const { device, guest, desk } = await substituted();
    const { event } = device;
    await until(async () => (await Guests.exists({ _id: guest._id, arrivedAt: { $ne: null } })) !== null);
    await watchFirst(await accessAs('editor', { event }), 1);
    const text = async (path: string) => visibleText((await desk.get(path)).text);
    const page = await text(paths.guest(event, guest));
    expect(page).to.contain('Lê Văn Thay dự thay, có mặt lúc').and.contain('(Lê Văn Thay dự thay)');
    expect(await text(paths.guests(event))).to.contain('Lê Văn Thay dự thay');
    expect(await text(paths.radar(event))).to.contain('Lê Văn Thay, dự thay Nguyễn Văn Vắng');
    const list = await text(paths.substitutes(event));
    expect(list).to.contain('ghi nhận tại cửa').and.contain('Lê Văn Thay');
  });

  it('is counted with whoever comes along, and named on the page of the guest', async () => {
    const { device, guest, desk } = await substituted();
    const { event } = device;
    const along = [0, 1].map((place) => companion(String(guest._id), place));
    await uploadScans(device, readHappenings(along));
    expect(await headcount(event)).to.include({ present: 1, companions: 2 });
    const page = visibleText((await desk.get(paths.guest(event, guest))).text);
    expect(page).to.contain('2 người đi cùng').and.contain('Người đi cùng vào cửa');
    expect(visibleText((await desk.get(paths.attendance(event))).text)).to.contain('+ 2 người đi cùng');
    expect(visibleText((await desk.get(paths.door(event))).text)).to.contain('+ 2 người đi cùng');
  });

  it('is taken back together with whoever came along, once', async () => {
    const { device, guest, scanId } = await substituted();
    const { event } = device;
    await uploadScans(device, readHappenings([0, 1].map((place) => companion(String(guest._id), place))));
    const undo = { guest: String(guest._id), scanId, undoId: randomUUID() };
    for (let time = 0; time < 2; time += 1) await undoCheckIn(device, undo);
    const checkIn = await CheckIns.findOne({ guest: guest._id }).lean();
    expect([checkIn?.admission, checkIn?.companions, checkIn?.passages.length]).to.deep.equal([null, [], 6]);
    expect(await headcount(event)).to.include({ present: 0, companions: 0 });
  });

  async function substituted() {
    const event = await makeEvent({ state: 'live' });
    const user = await makeUser();
    await makeMembership(user, event);
    const guest = await makeGuest({ event: event._id, name: { vi: 'Nguyễn Văn Vắng' } });
    const device: Access = await accessAs('device', { event });
    const scanId = randomUUID();
    const input = { scanId, guest: String(guest._id), method: 'search' as const };
    await checkIn(device, { ...input, substitute: 'Lê Văn Thay' });
    return { device, guest, scanId, desk: app.as(user) };
  }
});

function companion(guest: string, place: number) {
  return { kind: 'companion', id: randomUUID(), guest, place, at: Date.now(), seq: place + 1, list: '' };
}
