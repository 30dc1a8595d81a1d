import { part } from '../../lib/dom.ts';
import type { Desk } from '../desk.ts';
import { forgetDevice } from '../identity.ts';
import { refreshPage } from '../keep-page.ts';
import { openStore } from '../store.ts';
import { VERSION } from '../version.ts';
import { exportQueue } from './export-queue.ts';
import { installButton } from './install.ts';
import { languageChoice } from './language-choice.ts';
import { withPin } from './pin-sheet.ts';
import { openSheet } from './sheet.ts';
import { day } from './time-words.ts';
import { onLanguage, say } from './words.ts';

export interface MenuNeeds {
  /** An answer stands on the page. */
  isResultOpen: () => boolean;
  /** Where guests scan for themselves; null elsewhere. */
  kiosk: { lock(): void; pause(): void } | null;
  /** On a device that prints for the others: between its two pages. */
  toStation: (() => void) | null;
  toDesk: (() => void) | null;
  soundSwitch: (toggle: HTMLElement) => void;
}

/** Everything that is not needed while people come in. */
export function openMenu(desk: Desk, needs: MenuNeeds): void {
  const { element, close } = openSheet('menu-sheet');
  const status = part(element, '[data-status]');
  const tell = (sentence: string): void => {
    status.textContent = sentence;
    status.hidden = sentence === '';
  };
  const click = (selector: string, act: () => void): void =>
    part(element, selector).addEventListener('click', act);

  function draw(): void {
    const { event, door } = desk.list.setting();
    part(element, '[data-part="keeps"]').textContent = say('door-app.menu.keeps-text', {
      date: day(door.expires, event.timeZone),
    });
    part(element, '[data-part="version"]').textContent = say('door-app.menu.version', {
      version: VERSION,
      device: door.name,
    });
  }

  languageChoice(element);
  installButton(element);
  needs.soundSwitch(part(element, '[data-sound]'));
  click('[data-export]', () => tell(exportQueue(desk) ? '' : say('door-app.menu.export-none')));
  click('[data-update]', () => void update(desk, needs).then(tell));
  click('[data-leave]', () => tell(askToLeave(desk, element)));
  click('[data-leave-do]', () => withPin(desk.list.setting().profile.pin, () => void signOut()));
  offerKiosk(element, needs.kiosk, close);
  offerPage(part(element, '[data-to-station]'), needs.toStation, close);
  offerPage(part(element, '[data-to-desk]'), needs.toDesk, close);
  draw();
  const stop = onLanguage(draw);
  element.addEventListener('close', stop);
}

function offerKiosk(element: HTMLElement, kiosk: MenuNeeds['kiosk'], close: () => void): void {
  for (const name of ['lock', 'pause'] as const) {
    const button = part(element, `[data-kiosk="${name}"]`);
    button.hidden = kiosk === null;
    button.addEventListener('click', () => {
      close();
      kiosk?.[name]();
    });
  }
}

function offerPage(button: HTMLElement, open: (() => void) | null, close: () => void): void {
  button.hidden = open === null;
  button.addEventListener('click', () => {
    close();
    open?.();
  });
}

async function update(desk: Desk, { isResultOpen }: MenuNeeds): Promise<string> {
  const busy = waitsIn(desk);
  if (busy !== '' || isResultOpen()) return busy || say('door-app.tap-to-go-on');
  await refreshPage();
  return say('door-app.menu.updated');
}

/** Nothing that was done here may be lost: not before it is sent. */
function askToLeave(desk: Desk, element: HTMLElement): string {
  const busy = waitsIn(desk);
  part(element, '[data-leave-sure]').hidden = busy !== '';
  const count = desk.queue.unreadable.length;
  // They are never sent, so nobody is held up by them; they are gone when the device is left.
  return busy || (count > 0 ? say('door-app.trouble.unreadable', { count }) : '');
}

function waitsIn({ queue }: Desk): string {
  const count = queue.waiting().length;
  return count === 0 ? '' : say('door-app.menu.busy', { count });
}

async function signOut(): Promise<void> {
  await forgetDevice(await openStore());
  location.reload();
}
