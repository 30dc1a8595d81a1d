import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { locales } from '../../../contract/locales.ts';
import type { DoorProfile } from '../../../contract/door/plan.ts';
import type { Conference } from '../../../models/event.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { listenToComplaints } from '../../support/browser.ts';
import { useDatabase } from '../../support/database.ts';
import { openDoorPage } from '../../support/door-page.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';

interface Shape {
  name: string;
  profile: Partial<DoorProfile>;
  /** What stands there when the page is ready. */
  ready: string;
}

const shapes: readonly Shape[] = [
  { name: 'a door', profile: {}, ready: '.device-desk' },
  { name: 'a kiosk', profile: { kiosk: true }, ready: '.device-kiosk' },
  { name: 'a printer of badges', profile: { badge: 'serves' }, ready: '.device-station' },
];

const themes = ['light', 'dark'] as const;

describe('the page of a device, as', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  before(async () => {
    app = await startTestApp();
    event = await makeEvent({ state: 'live' });
    await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' } });
  });
  after(() => app.close());

  for (const { name, profile, ready } of shapes)
    for (const theme of themes)
      it(`${name}, can be used by everybody, in every language, at every width (${theme})`, async () => {
        const { page, context } = await openDoorPage(app, event, { profile, theme });
        const complaints = listenToComplaints(page);
        for (const locale of locales) {
          await speak(page, locale);
          await page.locator(ready).waitFor();
          expect(await axeViolations(page), locale).to.deep.equal([]);
          expect(await widthsThatScroll(page), locale).to.deep.equal([]);
        }
        expect(complaints.take()).to.deep.equal([]);
        await context.close();
      });
});

async function speak(page: Page, locale: string): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('rostrum-door-language', chosen), locale);
  await page.reload();
  await page.locator(`html[lang="${locale}"]`).waitFor();
}

/** Widths at which one has to scroll sideways. */
async function widthsThatScroll(page: Page): Promise<number[]> {
  const found: number[] = [];
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 740 });
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(width);
  }
  return found;
}
