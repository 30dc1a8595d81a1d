import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { type DoorPage, openDoorPage } from '../../support/door-page.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

const codes = Array.from({ length: 6 }, (_, n) => `AAAA${n}111BBBB`);
const later = Array.from({ length: 6 }, (_, n) => `CCCC${n}222DDDD`);

describe('a hand scanner that does not wait for the answer', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  let device: DoorPage;
  let page: Page;

  before(async () => {
    app = await startTestApp();
    event = await makeEvent({ state: 'live' });
    for (const code of [...codes, ...later]) await makeGuest({ event: event._id, code });
    device = await openDoorPage(app, event);
    ({ page } = device);
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
  });
  after(async () => {
    await device.context.close();
    await app.close();
  });

  const welcomed = () => page.locator('[data-recent] li', { hasText: 'Mời vào' });
  const admitted = () => CheckIns.countDocuments({ event: event._id, admission: { $ne: null } });

  it('loses no code that is read while those before it are still being judged', async () => {
    await page.keyboard.type(codes.map((code) => `${code}\n`).join(''));
    await until(async () => (await welcomed().count()) === codes.length);
    await until(async () => (await admitted()) === codes.length);
  });

  it('loses none without network either', async () => {
    await device.context.setOffline(true);
    await page.keyboard.type(later.map((code) => `${code}\n`).join(''));
    await until(async () => (await welcomed().count()) === codes.length + later.length);
    await device.context.setOffline(false);
    await until(async () => (await admitted()) === codes.length + later.length);
    expect(await page.locator('#device-q').inputValue()).to.equal('');
  });
});
