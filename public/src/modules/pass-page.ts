import type { KeepPass } from '../../../contract/pass/keep-pass.ts';
import { datum, part } from '../lib/dom.ts';
import { scriptUrl } from '../lib/trusted.ts';

/** The pass at the door: the screen stays lit, and the page opens again without network. */
export function passPage(root: HTMLElement): void {
  void stayLit();
  document.addEventListener('visibilitychange', () => void stayLit());
  // Everything the page is drawn with has been asked for by then.
  if (document.readyState === 'complete') void keepPage(root);
  else globalThis.addEventListener('load', () => void keepPage(root), { once: true });
}

/** The system takes the lock away with the page out of sight, and refuses it when the battery is low. */
async function stayLit(): Promise<void> {
  if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
  await navigator.wakeLock.request('screen').catch(() => undefined);
}

async function keepPage(root: HTMLElement): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const scope = datum(root, 'scope');
  await navigator.serviceWorker.register(scriptUrl(datum(root, 'worker')), { scope });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => (part(root, '[data-kept]').hidden = false), { once: true });
  port1.start();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  active?.postMessage({ assets: drawnWith() } satisfies KeepPass, [port2]);
}

/** Styles, scripts, fonts and pictures under `/build`, whose names change with what is in them. */
function drawnWith(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const linked = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href);
  return [
    ...new Set(
      [...loaded, ...linked].map((address) => new URL(address, location.href).href.split('#')[0] ?? ''),
    ),
  ].filter((address) => new URL(address).pathname.startsWith('/build/'));
}
