import { part } from '../../lib/dom.ts';
import { setIcon } from '../../lib/template.ts';
import type { Desk } from '../desk.ts';
import { ago, span } from './time-words.ts';
import { say } from './words.ts';

const MINUTE_MS = 60_000;
const OLD_MS = 5 * MINUTE_MS;
const STALE_MS = 60 * MINUTE_MS;
/** So long the first contact may take before the device calls itself offline. */
const FIRST_MS = 5_000;
/** What waits longer than this although the server is there does not get through. */
const STUCK_MS = 15_000;

interface State {
  tone: 'good' | 'busy' | 'bad';
  icon: string;
  text: string;
}

/** The line that never lies: green only when the server was heard and nothing waits. And how old the list is. */
export function stateLine(root: HTMLElement, desk: Desk, retry: () => void): { draw: () => void } {
  const line = part(root, '[data-state-line]');
  const fresh = part(root, '[data-fresh]');
  const opened = Date.now();
  let sendingSince = Infinity;

  function draw(): void {
    const isSending = desk.uplink.isUp() && desk.queue.waiting().length > 0;
    sendingSince = isSending ? Math.min(sendingSince, Date.now()) : Infinity;
    const { tone, icon, text } = stateOf(desk, { opened, sendingSince });
    line.dataset['tone'] = tone;
    setIcon(line, icon);
    write(part(line, '[data-part="state"]'), text);
    const age = desk.clock.now() - desk.list.toldAt();
    fresh.hidden = age < OLD_MS;
    fresh.dataset['tone'] = age < STALE_MS ? 'waiting' : 'refused';
    if (!fresh.hidden)
      write(
        part(fresh, '[data-part="fresh"]'),
        say(age < STALE_MS ? 'door-app.fresh.old' : 'door-app.fresh.stale', { age: span(age) }),
      );
  }

  line.addEventListener('click', retry);
  const timer = setInterval(() => (line.isConnected ? draw() : clearInterval(timer)), 1000);
  return { draw };
}

/** A live region speaks at every change, so nothing is written that stands there already. */
function write(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

function stateOf(desk: Desk, { opened, sendingSince }: { opened: number; sendingSince: number }): State {
  const { uplink, queue } = desk;
  const count = queue.waiting().length;
  const heardAt = uplink.heardAt();
  if (!uplink.isUp()) {
    const isOpening = heardAt === null && Date.now() - opened < FIRST_MS;
    return isOpening
      ? { tone: 'busy', icon: 'refresh-cw', text: say('door-app.state.connecting') }
      : offline(count);
  }
  if (uplink.refusal() !== null)
    return { tone: 'bad', icon: 'triangle-alert', text: say('door-app.state.refused', { count }) };
  if (count === 0) {
    const text = say('door-app.state.online', { ago: ago(Date.now() - (heardAt ?? Date.now())) });
    return { tone: 'good', icon: 'wifi', text };
  }
  return Date.now() - sendingSince > STUCK_MS
    ? { tone: 'bad', icon: 'triangle-alert', text: say('door-app.state.stuck', { count }) }
    : { tone: 'busy', icon: 'upload', text: say('door-app.state.sending', { count }) };
}

function offline(count: number): State {
  return count > 0
    ? { tone: 'bad', icon: 'wifi-off', text: say('door-app.state.offline-waiting', { count }) }
    : { tone: 'busy', icon: 'wifi-off', text: say('door-app.state.offline') };
}
