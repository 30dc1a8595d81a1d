import { expect } from 'chai';
import { letOut, takeBack } from '../../../public/src/door/deeds.ts';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { deviceWith } from '../../support/door-device.ts';
import { makeDoor, makeEvent, makeGuest } from '../../support/factories.ts';
import { openTablet, type Tablet } from '../../support/tablet.ts';

const profile = {
  id: 'hall',
  name: 'Hội trường',
  gate: '',
  lists: ['hall'],
  direction: 'both' as const,
  pace: 'fast' as const,
  rank: 'steward' as const,
  sounds: true,
  badge: 'none' as const,
  companions: true,
  kiosk: false,
  pin: null,
};

/** The server can be asked, but has not heard yet of what was done here last. */
describe('a device that is ahead of the server', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function tabletAt(event: Conference, of = ''): Promise<Tablet> {
    const { door, key } = await makeDoor(event, { profile: of });
    const tablet = await openTablet(deviceWith(app.url, { id: String(door._id), key }));
    await tablet.sync();
    return tablet;
  }

  async function scene(): Promise<{ event: Conference; guest: string; code: string; tablet: Tablet }> {
    const event = await makeEvent({ state: 'live' });
    const code = 'AAAA1111BBBB';
    const guest = String((await makeGuest({ event: event._id, code }))._id);
    return { event, guest, code, tablet: await tabletAt(event) };
  }

  it('lets in again, by name and by code, whom it has just taken back', async () => {
    const { guest, code, tablet } = await scene();
    const chosen = { guest, method: 'search' as const };
    const first = await tablet.admit(chosen);
    await takeBack(tablet.desk, first);
    const second = await tablet.admit(chosen);
    await takeBack(tablet.desk, second);
    const third = await tablet.admit({ text: code, method: 'typed' });
    expect([first, second, third].map(({ verdict }) => verdict)).to.deep.equal(Array(3).fill('welcome'));
    await tablet.sync();
    expect(tablet.desk.list.inside(tablet.desk.current().id).guests.size).to.equal(1);
  });

  it('lets in again whom it has just let out', async () => {
    const { event, guest } = await scene();
    const list: Omit<CheckInList, 'timeZone'> = {
      id: 'hall',
      name: { vi: 'Hội trường' },
      kind: 'meal',
      rule: 'in-out',
      times: 1,
      dayStartsAt: 4,
      opensAt: null,
      closesAt: null,
      categories: [],
      requires: '',
    };
    await DoorPlans.create({ _id: event._id, lists: [list], gates: [], profiles: [profile] });
    const tablet = await tabletAt(event, profile.id);
    const chosen = { guest, method: 'search' as const };
    const inside = await tablet.admit(chosen);
    const row = tablet.desk.list.guest(guest);
    if (!row) throw new Error('The guest is not on the list');
    const out = await letOut(tablet.desk, row, 'search');
    const again = await tablet.admit(chosen);
    expect([inside, out, again].map(({ verdict }) => verdict)).to.deep.equal([
      'welcome',
      'goodbye',
      'welcome',
    ]);
  });

  it('waits when it is told to because of wrong codes, and does not decide by itself instead', async () => {
    const { code, tablet } = await scene();
    for (let tried = 0; tried < 5; tried += 1)
      await tablet.admit({ text: `ZZZZ000${tried}ZZZZ`, method: 'typed' });
    const told = await tablet.admit({ text: code, method: 'typed' });
    expect([told.verdict, told.admitted]).to.deep.equal(['not-recorded', false]);
    expect(told.reason).to.contain('Đã nhập sai mã quá nhiều lần');
    expect(tablet.desk.uplink.isUp()).to.equal(true);
  });
});
