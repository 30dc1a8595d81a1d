import { Problem, Unreachable } from '../lib/problem.ts';
import { enrol, identityIn } from './identity.ts';
import { mustInstallFirst } from './install-first.ts';
import { openDesk } from './open-desk.ts';
import { type DoorStore, openStore } from './store.ts';
import type { DeviceScreen } from './screen.ts';

/** Opens this browser as a device: sets it up when a code stands in the address, works when it was set up before. */
export async function startDevice(screen: DeviceScreen): Promise<void> {
  const store = await openStore();
  void navigator.storage.persist();
  const secret = location.hash.slice(1);
  if (secret !== '') {
    history.replaceState(null, '', location.pathname + location.search);
    // A device at work is not lost to a code that somebody opens by mistake.
    if (await identityIn(store)) screen.alreadySetUp();
    else if (mustInstallFirst()) return askFirst(store, screen, secret);
    else await enrol(store, secret);
  }
  const identity = await identityIn(store);
  if (!identity) return screen.notSetUp((text) => useCode(store, screen, text));
  if (!(await takeDesk())) return screen.elsewhere();
  const desk = await openDesk(store, identity, {
    changed: (open) => screen.changed(open),
    over: (unsent) => screen.over(unsent),
  });
  if (desk) screen.open(desk);
}

/** One page at a time is the device: two would count apart and not know what the other has to send. */
function takeDesk(): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request('rostrum-door-desk', { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held until this page is gone.
      return lock ? new Promise<never>(() => {}) : undefined;
    });
  });
}

/** What the camera read while the device was not set up: the address of a code. */
async function useCode(store: DoorStore, screen: DeviceScreen, text: string): Promise<void> {
  const secret = URL.canParse(text) ? new URL(text).hash.slice(1) : text.trim();
  if (mustInstallFirst()) return askFirst(store, screen, secret);
  await become(store, screen, secret);
}

function askFirst(store: DoorStore, screen: DeviceScreen, secret: string): void {
  const link = new URL(`#${secret}`, location.href).href;
  screen.installFirst(link, () => become(store, screen, secret));
}

async function become(store: DoorStore, screen: DeviceScreen, secret: string): Promise<void> {
  await enrol(store, secret);
  await startDevice(screen);
}

/** Why a start failed, for people. */
export function reasonOf(error: unknown): 'unreachable' | 'refused' | null {
  if (error instanceof Unreachable) return 'unreachable';
  return error instanceof Problem ? 'refused' : null;
}
