import { part } from '../../lib/dom.ts';
import type { Desk } from '../desk.ts';
import { say } from './words.ts';

/** What keeps a device from its full work, and what to do about it. It goes on letting people in. */
export function troubleLine(root: HTMLElement, desk: Desk): { draw: () => void } {
  const line = part(root, '[data-trouble]');
  const place = part(line, '[data-part="trouble"]');

  function draw(): void {
    const text = troublesOf(desk).join(' ');
    line.hidden = text === '';
    if (place.textContent !== text) place.textContent = text;
  }

  return { draw };
}

function troublesOf({ uplink, queue, isFull }: Desk): string[] {
  const reason = uplink.refusal();
  const count = queue.unreadable.length;
  return [
    reason === null ? '' : say('door-app.trouble.refused', { reason }),
    isFull() ? say('door-app.trouble.full') : '',
    count > 0 ? say('door-app.trouble.unreadable', { count }) : '',
  ].filter(Boolean);
}
