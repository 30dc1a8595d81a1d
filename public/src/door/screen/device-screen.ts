import { part } from '../../lib/dom.ts';
import type { DeviceScreen } from '../screen.ts';

export function deviceScreen(body: HTMLElement): DeviceScreen {
  const main = part(body, '[data-app]');
  const say = (text: string): void => {
    main.textContent = text;
  };
  return {
    notSetUp: () => say('not set up'),
    alreadySetUp: () => say('already'),
    open: (desk) => say(`open ${desk.list.setting().event.title}`),
    changed: (desk) => say(`${desk.uplink.isUp() ? 'online' : 'offline'} ${desk.queue.waiting().length}`),
    over: () => say('over'),
    failed: (error) => say(String(error)),
  };
}
