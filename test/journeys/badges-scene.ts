import type { Page } from 'playwright-core';
import { Events } from '../../models/event.ts';
import { PrintJobs } from '../../models/print-job.ts';
import { paths } from '../../server/paths.ts';
import type { Visit } from './all-pages.ts';

/** The pages of badges, and the way to them. */
export function badgePages(event: { slug: string }): Record<string, Visit[]> {
  const office = (go: Visit['go']): Visit => ({ as: 'organiser', go });
  return {
    'badges/index': [office(paths.badges(event))],
    'badges/print': [office(paths.badgesToPrint(event)), office(`${paths.badgesToPrint(event)}?who=guests`)],
    'badges/sheet': [
      office(async (page, open) => {
        await open(paths.badgesToPrint(event));
        await press(page, paths.badgesSheet(event));
      }),
    ],
    'badges/station': [
      office(paths.printStation(event)),
      office(async (page, open) => {
        await open(paths.badgesToPrint(event));
        await press(page, paths.badgesToStation(event));
      }),
    ],
    'badges/job': [
      office(async (page, open) => {
        await open(paths.badgesToPrint(event));
        await press(page, paths.badgesToStation(event));
        const { _id } = await Events.findOne({ slug: event.slug }, { _id: 1 }).orFail().lean();
        const job = await PrintJobs.findOne({ event: _id }).orFail().lean();
        await open(paths.badgeOfJob(event, job._id));
      }),
    ],
  };
}

/** In this window, where a reader would get another one. */
async function press(page: Page, action: string): Promise<void> {
  const button = page.locator(`button[formaction="${action}"]`).first();
  await button.evaluate((element) => element.removeAttribute('formtarget'));
  const answered = page.waitForEvent('domcontentloaded');
  await button.click();
  await answered;
}
