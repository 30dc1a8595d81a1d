import { part } from '../../lib/dom.ts';
import { keepAwake } from '../../modules/door-awake.ts';
import type { Desk } from '../desk.ts';
import type { DeviceScreen } from '../screen.ts';
import { deskPage } from './desk-page.ts';
import { failedPage, overPage } from './end-page.ts';
import { watchInstall } from './install.ts';
import { kioskPage, outOfOrderPage } from './kiosk-page.ts';
import { made } from './made.ts';
import type { Scene } from './scene.ts';
import { setupPage } from './setup-page.ts';
import { onLanguage, say, startLanguage } from './words.ts';

type Mode = 'desk' | 'kiosk' | 'out-of-order';

/** Everything a person sees of a device: one scene at a time, in the place that the page has for it. */
export function deviceScreen(body: HTMLElement): DeviceScreen {
  const main = part(body, '[data-app]');
  let scene: Scene | undefined;
  let mode: Mode = 'desk';
  let isUnlocked = false;
  let isAlready = false;

  function show(next: Scene): void {
    scene?.leave();
    scene = next;
    main.replaceChildren(next.element);
  }

  function work(desk: Desk, wanted: Mode): void {
    mode = wanted;
    const unlock = (): void => {
      isUnlocked = true;
      work(desk, 'desk');
    };
    if (wanted === 'kiosk') return show(kioskPage(desk, unlock));
    if (wanted === 'out-of-order') return show(outOfOrderPage(desk, unlock));
    show(deskPage(desk, desk.list.setting().profile.kiosk ? kioskOf(desk) : null));
  }

  function kioskOf(desk: Desk) {
    return {
      lock: () => {
        isUnlocked = false;
        work(desk, 'kiosk');
      },
      pause: () => {
        isUnlocked = false;
        work(desk, 'out-of-order');
      },
    };
  }

  startLanguage();
  watchInstall();
  onLanguage(() => {
    scene?.draw?.();
    scene?.speak?.();
  });
  void keepAwake(() => true);

  return {
    notSetUp: (use) => show(setupPage(use)),
    alreadySetUp: () => {
      isAlready = true;
    },
    open(desk) {
      work(desk, desk.list.setting().profile.kiosk ? 'kiosk' : 'desk');
      if (isAlready) main.prepend(alreadyNotice(desk));
      isAlready = false;
    },
    changed(desk) {
      const { kiosk } = desk.list.setting().profile;
      // The profile was changed in the office while the device was at work.
      if (kiosk && mode === 'desk' && !isUnlocked) work(desk, 'kiosk');
      else if (!kiosk && mode !== 'desk') work(desk, 'desk');
      else scene?.draw?.();
    },
    over: () => show(overPage()),
    failed: (error) => show(failedPage(error)),
  };
}

/** A code was opened on a device that is at work. */
function alreadyNotice(desk: Desk): HTMLElement {
  const notice = made('notice');
  part(notice, '[data-part="text"]').textContent = say('door-app.already', {
    name: desk.list.setting().door.name,
  });
  part(notice, '[data-close]').addEventListener('click', () => notice.remove());
  return notice;
}
