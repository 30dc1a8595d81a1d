import { serverNow } from '../lib/clock.ts';

/** The time of day in `data-zone`, by the server's clock; `data-seconds` shows seconds too. */
export function liveClock(root: HTMLElement): void {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
    ...(root.dataset['seconds'] === undefined ? {} : { second: '2-digit' }),
    hourCycle: 'h23',
    timeZone: root.dataset['zone'],
  });

  function tick(): void {
    const now = serverNow();
    const text = format.format(now);
    if (root.textContent !== text) root.textContent = text;
    if (root.isConnected) setTimeout(tick, 1000 - (now % 1000));
  }
  tick();
}
