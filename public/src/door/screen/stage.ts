import type { Desk } from '../desk.ts';
import { deskPage } from './desk-page.ts';
import { kioskPage, outOfOrderPage } from './kiosk-page.ts';
import type { Scene } from './scene.ts';
import { stationPage } from './station-page.ts';

type Mode = 'desk' | 'kiosk' | 'out-of-order' | 'station';

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
    const { profile } = desk.list.setting();
    const locks = { lock: () => work(desk, 'kiosk'), pause: () => work(desk, 'out-of-order') };
    const kiosk = profile.kiosk ? locks : null;
    const toStation = profile.badge === 'serves' ? () => work(desk, 'station') : null;
    if (wanted === 'kiosk') show(kioskPage(desk, unlock));
    else if (wanted === 'out-of-order') show(outOfOrderPage(desk, unlock));
    else if (wanted === 'station') show(stationPage(desk, { kiosk, toDesk: unlock }));
    else show(deskPage(desk, { kiosk, toStation }));
  }

  return {
    show,
    open: (desk) => work(desk, usualMode(desk)),
    changed(desk) {
      const usual = usualMode(desk);
      if (usual === 'kiosk' && mode === 'desk' && !isUnlocked) work(desk, usual);
      else if (usual !== mode && !isOffered(mode, desk)) work(desk, usual);
      else scene?.draw?.();
    },
    speak() {
      scene?.draw?.();
      scene?.speak?.();
    },
  };
}

function usualMode(desk: Desk): Mode {
  const { kiosk, badge } = desk.list.setting().profile;
  if (kiosk) return 'kiosk';
  return badge === 'serves' ? 'station' : 'desk';
}

/** Whether the profile still has what is on the screen. */
function isOffered(mode: Mode, desk: Desk): boolean {
  const { kiosk, badge } = desk.list.setting().profile;
  if (mode === 'station') return badge === 'serves';
  return mode === 'desk' || kiosk;
}
