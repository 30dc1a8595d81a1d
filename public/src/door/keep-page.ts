import { scriptUrl } from '../lib/trusted.ts';

/** Lets this page open without network from now on. Where browsers forbid it (plain http), it works with network. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(scriptUrl('/door/worker.js'), { scope: '/door/' });
}

/** Fetches a new version of the page for the next opening; only while nothing waits to be sent. */
export async function refreshPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  (await navigator.serviceWorker.ready).active?.postMessage('refresh');
}
