import type { Headcount } from '../../../contract/live/attendance.ts';
import { parts } from '../lib/dom.ts';
import * as live from '../lib/live.ts';

/** Puts the numbers of the count into the elements marked `data-count="present"`, `expected` or `listed`, and into a bar. */
export function headcount(root: HTMLElement): void {
  const stop = live.on('attendance:counted', (count) => (root.isConnected ? show(root, count) : stop()));
}

function show(root: HTMLElement, count: Headcount): void {
  for (const place of parts(root, '[data-count]')) {
    const text = String(numberOf(count, place.dataset['count']));
    if (place.textContent !== text) place.textContent = text;
  }
  for (const bar of parts(root, '[data-count-bar]', HTMLProgressElement)) {
    bar.max = Math.max(1, count.present, count.expected);
    bar.value = count.present;
  }
}

function numberOf(count: Headcount, wanted: string | undefined): number {
  if (wanted === 'expected') return count.expected;
  return wanted === 'listed' ? count.listed : count.present;
}
