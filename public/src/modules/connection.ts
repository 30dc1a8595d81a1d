import { part, datum } from '../lib/dom.ts';
import { lastHeard, onState } from '../lib/live.ts';
import type { LinkState } from '../lib/live.ts';

/** The line that never lies: how the connection is, and how old what one sees is when it is gone. */
export function connection(root: HTMLElement): void {
  const label = part(root, '[data-label]');
  const age = part(root, '[data-age]');

  function show(state: LinkState): void {
    root.dataset['state'] = state;
    label.textContent = datum(root, state);
    showAge();
  }

  function showAge(): void {
    const seconds = Math.round((Date.now() - lastHeard()) / 1000);
    age.textContent = root.dataset['state'] === 'online' || seconds < 5 ? '' : ago(seconds);
  }

  const stop = onState(show);
  const timer = setInterval(() => {
    if (root.isConnected) return showAge();
    clearInterval(timer);
    stop();
  }, 1000);
}

function ago(seconds: number): string {
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang, {
    style: 'narrow',
    numeric: 'always',
  });
  if (seconds < 60) return format.format(-seconds, 'second');
  return seconds < 3600
    ? format.format(-Math.round(seconds / 60), 'minute')
    : format.format(-Math.round(seconds / 3600), 'hour');
}
