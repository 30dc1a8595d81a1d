import { inLocale } from '../../../contract/localised.ts';
import { isLocale, type Locale } from '../../../contract/locales.ts';
import type { Arrival } from '../../../contract/live/attendance.ts';
import { part } from '../lib/dom.ts';
import * as live from '../lib/live.ts';
import { wait } from '../lib/timing.ts';

const SHOWN_MS = 4000;
/** In a rush the wall would still greet people who sat down long ago; the oldest are left out. */
const LONGEST_QUEUE = 5;

/** Welcomes whoever comes in by name, one after the other. */
export function greeting(root: HTMLElement): void {
  const queue: Arrival[] = [];
  let busy = false;
  live.on('attendance:arrived', (arrival) => {
    queue.push(arrival);
    queue.splice(0, Math.max(0, queue.length - LONGEST_QUEUE));
    if (!busy) void greet();
  });

  async function greet(): Promise<void> {
    busy = true;
    for (let arrival = queue.shift(); arrival; arrival = queue.shift()) {
      show(root, arrival);
      await wait(SHOWN_MS);
    }
    root.hidden = true;
    busy = false;
  }
}

function show(root: HTMLElement, arrival: Arrival): void {
  const locale = pageLocale();
  const unit = [inLocale(arrival.position, locale), inLocale(arrival.organisation, locale)].filter(Boolean);
  part(root, '[data-name]').textContent = inLocale(arrival.name, locale);
  part(root, '[data-detail]').textContent = arrival.substituteFor ? '' : unit.join(' · ');
  root.hidden = false;
}

function pageLocale(): Locale {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : 'vi';
}
