import type { BrowserContext, Page } from 'playwright-core';
import type { DoorProfile } from '../../contract/door/plan.ts';
import { DoorPlans } from '../../models/door-plan.ts';
import type { Conference } from '../../models/event.ts';
import { addDoor } from '../../server/features/doors/add-door.ts';
import { paths } from '../../server/paths.ts';
import type { TestApp } from './app.ts';
import { openContext, type Viewer } from './browser.ts';
import { accessAs } from './factories.ts';

export interface DoorPage {
  page: Page;
  context: BrowserContext;
}

const usual: DoorProfile = {
  id: 'usual',
  name: 'Cửa chính',
  gate: '',
  lists: [],
  direction: 'both',
  pace: 'careful',
  rank: 'supervisor',
  sounds: true,
  badge: 'none',
  companions: true,
  kiosk: false,
  pin: null,
};

let number = 0;

/** A browser that has been set up as a device of this event and has heard of the server. */
export async function openDoorPage(
  app: TestApp,
  event: Conference,
  { profile = {}, ...viewer }: Viewer & { profile?: Partial<DoorProfile> } = {},
): Promise<DoorPage> {
  number += 1;
  const id = `profile-${number}`;
  await DoorPlans.updateOne(
    { _id: event._id },
    { $push: { profiles: { ...usual, ...profile, id } } },
    { upsert: true },
  );
  const input = { name: `Cửa ${number}`, profile: id, until: '2099-12-16' };
  const { secret } = await addDoor(await accessAs('owner', { event }), input);
  const context = await openContext({ width: 360, height: 740, theme: 'dark', ...viewer });
  const page = await context.newPage();
  await page.goto(app.url + paths.doorLink(secret));
  await page.locator('.device-desk, .device-kiosk, .device-station').waitFor();
  return { page, context };
}

/** Types or reads a code on this page. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.locator('#device-q').fill(code);
  await page.locator('#device-q').press('Enter');
}
