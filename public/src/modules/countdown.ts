import { serverNow } from '../lib/clock.ts';
import { announce, datum } from '../lib/dom.ts';

/** Counts down to `data-ends` (milliseconds of the server's clock) in `[data-left]`, then says `data-over` instead. */
export function countdown(root: HTMLElement): void {
  const ends = Number(datum(root, 'ends'));

  function tick(): void {
    const shown = root.querySelector('[data-left]');
    if (!root.isConnected || !shown) return;
    const left = Math.ceil((ends - serverNow()) / 1000);
    if (left <= 0) {
      root.textContent = datum(root, 'over');
      announce(datum(root, 'over'));
      return;
    }
    shown.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    setTimeout(tick, 1000);
  }
  tick();
}
