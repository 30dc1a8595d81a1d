import type { NewsName } from '../../../contract/live/index.ts';
import { datum } from '../lib/dom.ts';
import { refresher } from '../lib/fragment.ts';
import { Problem } from '../lib/http.ts';
import * as live from '../lib/live.ts';

/** News may come four times a second; nobody reads that fast. What costs the server more asks for more: `data-calm`. */
const usualCalm = 120;

/**
 * Fetches itself again from `data-source` when one of the news in `data-on` comes ("attendance:counted,stage:changed"),
 * when `page:stale` names its `data-part` (or any part, if it has none), and after a reconnect; with `data-every` (in
 * ms) also by itself, for what changes by nothing happening; with `data-at-once` it comes empty and begins by asking.
 */
export function liveFragment(root: HTMLElement): void {
  const refresh = refresher(root, () => datum(root, 'source'), calmOf(root));
  const stops = [live.onRefresh(renew), live.on('page:stale', (stale) => concerns(root, stale) && renew())];
  for (const name of newsOf(root)) stops.push(live.on(name, renew));
  if ('atOnce' in root.dataset) renew();
  const every = Number(root.dataset['every'] ?? 0);
  if (every > 0) stops.push(againAndAgain(renew, every));

  function renew(): void {
    if (root.isConnected) refresh().catch(tryAgain);
    else for (const stop of stops) stop();
  }

  /** What this part shows is old now: as long as the server is away, keep asking. */
  function tryAgain(error: unknown): void {
    if (error instanceof Problem && error.status < 500) throw error;
    setTimeout(renew, 3000);
  }
}

function againAndAgain(run: () => void, pause: number): () => void {
  const timer = setInterval(run, pause);
  return () => clearInterval(timer);
}

function calmOf(root: HTMLElement): number {
  return Number(root.dataset['calm'] ?? usualCalm);
}

function concerns(root: HTMLElement, stale: string): boolean {
  const own = root.dataset['part'];
  return own === undefined || own === stale || own.startsWith(`${stale}/`);
}

function newsOf(root: HTMLElement): NewsName[] {
  const words = (root.dataset['on'] ?? '').split(/[\s,]+/).filter((word) => word !== '');
  // A word that is not the name of any news is never heard, which is harmless.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return words as NewsName[];
}
