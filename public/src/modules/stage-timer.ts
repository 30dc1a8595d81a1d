import { serverNow } from '../lib/clock.ts';
import { datum } from '../lib/dom.ts';

const SOON_MS = 120_000;

/** Counts down to `data-ends` by the server's clock, and up again when the time is over. Says so with a sign too. */
export function stageTimer(root: HTMLElement): void {
  function tick(): void {
    const left = Date.parse(datum(root, 'ends')) - serverNow();
    const text = clock(left);
    if (root.textContent !== text) root.textContent = text;
    root.dataset['pace'] = left < 0 ? 'over' : left < SOON_MS ? 'soon' : 'calm';
    if (root.isConnected) setTimeout(tick, 250);
  }
  tick();
}

function clock(left: number): string {
  const seconds = Math.floor(Math.abs(left) / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return left < 0 ? `+${text}` : text;
}
