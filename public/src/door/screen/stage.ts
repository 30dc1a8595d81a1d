import type { Desk } from '../desk.ts';
import { deskPage } from './desk-page.ts';
import { kioskPage, outOfOrderPage } from './kiosk-page.ts';
import type { Scene } from './scene.ts';

type Mode = 'desk' | 'kiosk' | 'out-of-order';

export interface Stage {
  show: (scene: Scene) => void;
  /** The page of work, as the profile of the device wants it. */
  open: (desk: Desk) => void;
  /** Something was done or heard; the profile may be another one now. */
  changed: (desk: Desk) => void;
  speak: () => void;
}

/** One scene at a time. Where guests scan for themselves, the page of the staff opens by PIN only. */
export function stage(main: HTMLElement): Stage {
  let scene: Scene | undefined;
  let mode: Mode = 'desk';
  let isUnlocked = false;

  function show(next: Scene): void {
    scene?.leave();
    scene = next;
    main.replaceChildren(next.element);
  }

  function work(desk: Desk, wanted: Mode): void {
    mode = wanted;
    isUnlocked = false;
    const unlock = (): void => {
      work(desk, 'desk');
      isUnlocked = true;
    };
    const kiosk = { lock: () => work(desk, 'kiosk'), pause: () => work(desk, 'out-of-order') };
    if (wanted === 'kiosk') show(kioskPage(desk, unlock));
    else if (wanted === 'out-of-order') show(outOfOrderPage(desk, unlock));
    else show(deskPage(desk, desk.list.setting().profile.kiosk ? kiosk : null));
  }

  return {
    show,
    open: (desk) => work(desk, desk.list.setting().profile.kiosk ? 'kiosk' : 'desk'),
    changed(desk) {
      const { kiosk } = desk.list.setting().profile;
      if (kiosk && mode === 'desk' && !isUnlocked) work(desk, 'kiosk');
      else if (!kiosk && mode !== 'desk') work(desk, 'desk');
      else scene?.draw?.();
    },
    speak() {
      scene?.draw?.();
      scene?.speak?.();
    },
  };
}
