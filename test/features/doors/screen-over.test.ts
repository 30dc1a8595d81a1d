import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { Doors } from '../../../models/door.ts';
import type { Conference } from '../../../models/event.ts';
import { revokeDoor } from '../../../server/features/doors/revoke-door.ts';
import { pinLock } from '../../../server/features/door-plan/pin-lock.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { useDatabase } from '../../support/database.ts';
import { countOf, spoil } from '../../support/door-disk.ts';
import { type DoorPage, enterCode, openDoorPage } from '../../support/door-page.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

describe('what a device keeps', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  before(async () => (app = await startTestApp()));
  after(() => app.close());
  beforeEach(async () => {
    event = await makeEvent({ state: 'live' });
    await makeGuest({ event: event._id, code: 'AAAA1111BBBB', name: { vi: 'Đặng Đình Công' } });
  });

  const online = ({ page }: DoorPage) => page.locator('[data-state-line][data-tone="good"]').waitFor();
  const isOver = ({ page }: DoorPage) =>
    page.getByRole('heading', { name: 'Thiết bị này không còn dùng được' }).waitFor();

  it('forgets the list at once when it is over, and its work and key only once the server has them', async () => {
    const device = await openDoorPage(app, event);
    const { page, context } = device;
    await online(device);
    await spoil(page, 'queue');
    await page.reload();
    await online(device);
    await page.route('**/door/upload', (route) =>
      route.fulfill({ status: 413, json: { code: 'errors.too-large', detail: 'Quá lớn.' } }),
    );
    await context.setOffline(true);
    await enterCode(page, 'AAAA1111BBBB');
    await page.locator('[data-verdict="welcome"]').waitFor();
    const door = await Doors.findOne({ event: event._id }).orFail().lean();
    await revokeDoor(await accessAs('owner', { event }), String(door._id));
    await context.setOffline(false);

    await isOver(device);
    await page.getByText('Còn 1 lượt chưa gửi được').waitFor();
    expect(await axeViolations(page)).to.deep.equal([]);
    expect([await countOf(page, 'list'), await countOf(page, 'identity')]).to.deep.equal([0, 1]);
    await page.reload();
    await isOver(device);
    expect(await countOf(page, 'queue')).to.equal(2);

    await page.unroute('**/door/upload');
    await page.reload();
    await until(async () => (await Doors.findById(door._id).orFail().lean()).wipedAt !== null);
    await until(async () => (await countOf(page, 'identity')) + (await countOf(page, 'queue')) === 0);
    await until(async () =>
      AuditEntries.exists({
        event: event._id,
        action: 'audit.doors.wiped-unreadable',
        'params.count': 1,
      }),
    );
    await context.close();
  });

  it('writes its list only when something is new in it', async () => {
    const device = await openDoorPage(app, event);
    const { page, context } = device;
    for (let time = 0; time < 4; time += 1) {
      const told = page.waitForResponse('**/door/sync');
      await page.locator('[data-state-line]').click();
      await told;
    }
    await online(device);
    expect(await countOf(page, 'list')).to.equal(1);

    await enterCode(page, 'AAAA1111BBBB');
    await until(async () => (await CheckIns.countDocuments({ event: event._id })) === 1);
    await until(async () => (await countOf(page, 'list')) === 2);
    await context.close();
  });

  it('counts wrong PINs on, however often the page is opened anew', async () => {
    const profile = { kiosk: true, pin: await pinLock('2468') };
    const device = await openDoorPage(app, event, { profile, width: 768, height: 1024 });
    const { page, context } = device;
    const ask = async (pin: string): Promise<void> => {
      await page.locator('#device-pin').fill(pin);
      await page.locator('#device-pin').press('Enter');
    };
    await page.locator('[data-staff]').click();
    for (const pin of ['1111', '2222', '3333']) {
      await ask(pin);
      await until(async () => (await page.locator('#device-pin').inputValue()) === '');
      await page.getByText('Mã PIN không đúng.').waitFor();
    }
    await page.reload();
    await page.locator('[data-staff]').click();
    await ask('4444');
    await page.getByText('Mã PIN không đúng.').waitFor();
    await ask('5555');
    await page.getByText('Sai nhiều lần').waitFor();
    await page.reload();
    await page.locator('[data-staff]').click();
    await ask('2468');
    await page.getByText('Sai nhiều lần').waitFor();
    await context.close();
  });
});
