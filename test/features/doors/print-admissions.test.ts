import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Conference } from '../../../models/event.ts';
import { PrintJobs } from '../../../models/print-job.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { enterCode, openDoorPage } from '../../support/door-page.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';
import { wait } from '../../../public/src/lib/timing.ts';
import { until } from '../../support/until.ts';

/** However somebody comes in, they get a badge where the profile has badges printed. */
describe('badges of those who are let in by a device', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('are asked for at a kiosk', async () => {
    const event = await hall();
    const { page, context } = await openDoorPage(app, event, { profile: { badge: 'station', kiosk: true } });
    await online(page);
    await page.keyboard.type('AAAA1111BBBB');
    await page.keyboard.press('Enter');
    await until(async () => (await waiting(event)) === 1);
    await page.getByText('Thẻ đeo của bạn đang được in.').waitFor();
    await context.close();
  });

  it('are asked for those of a delegation who are let in along with one of them', async () => {
    const event = await hall();
    const { page, context } = await openDoorPage(app, event, { profile: { badge: 'station' } });
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
    await enterCode(page, 'AAAA1111BBBB');
    await page.getByRole('button', { name: /Phan Văn Khải/ }).click();
    await until(async () => (await waiting(event)) === 2);
    await context.close();
  });

  it('are asked for somebody who was written down, once the server has heard of them', async () => {
    const event = await hall();
    const { page, context } = await openDoorPage(app, event, { profile: { badge: 'station' } });
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
    await page.route('**/door/upload', async (route) => {
      await wait(400);
      await route.continue();
    });
    await page.getByRole('button', { name: 'Thêm khách' }).click();
    await page.locator('#walk-in-name').fill('Bùi Vãng Lai');
    await page.getByRole('button', { name: 'Ghi tên và cho vào' }).click();
    await page.locator('[data-message]').getByText('sẽ tự vào hàng chờ in').waitFor();
    await until(async () => (await waiting(event)) === 1);
    await context.close();
  });

  it('are asked for those who came in without network, even when the page was opened anew meanwhile', async () => {
    const event = await hall();
    const { page, context } = await openDoorPage(app, event, { profile: { badge: 'station' } });
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
    await page.route(/\/door\/(sync|scan|upload|badge)$/, (route) => route.abort());
    await page.routeWebSocket(/socket\.io/, (socket) => void socket.close());
    await page.reload();
    await page.getByText('Ngoại tuyến').waitFor();
    await enterCode(page, 'AAAA1111BBBB');
    await page.locator('[data-message]').getByText('sẽ tự vào hàng chờ in').waitFor();
    await page.reload();
    await page.getByText('Ngoại tuyến').waitFor();
    expect(await waiting(event)).to.equal(0);

    await page.unrouteAll();
    await page.locator('[data-state-line]').click();
    await until(async () => (await waiting(event)) === 1);
    await context.close();
  });

  async function hall(): Promise<Conference> {
    const event = await makeEvent({ state: 'live' });
    const given = { event: event._id, delegation: 'hue' };
    await makeGuest({ ...given, code: 'AAAA1111BBBB', name: { vi: 'Hoàng Thị Đông' } });
    await makeGuest({ ...given, code: 'CCCC1111DDDD', name: { vi: 'Phan Văn Khải' } });
    return event;
  }
});

async function waiting({ _id }: Conference): Promise<number> {
  return PrintJobs.countDocuments({ event: _id, state: 'waiting' });
}

/** A kiosk shows no state: it has heard of the server soon after an answer came. */
async function online(page: Page): Promise<void> {
  await page.locator('.device-kiosk').waitFor();
  await page.waitForResponse('**/door/sync');
  await wait(200);
}
