import type { Desk } from '../desk.ts';
import { refreshPage } from '../keep-page.ts';

const EVERY_MS = 10 * 60_000;

/** Fetches a new version of the page for the next opening, while nobody is being let in and nothing waits. */
export function keepFresh({ queue, uplink }: Desk, isBusy: () => boolean): () => void {
  const timer = setInterval(() => {
    if (uplink.isUp() && queue.waiting().length === 0 && !isBusy()) void refreshPage();
  }, EVERY_MS);
  return () => clearInterval(timer);
}
