import { admit, type Extra, type Wanted } from '../../public/src/door/admit.ts';
import { factOf } from '../../public/src/door/deeds.ts';
import { type DoorClock, doorClock } from '../../public/src/door/clock.ts';
import type { Desk } from '../../public/src/door/desk.ts';
import { guestList, type GuestList } from '../../public/src/door/guest-list.ts';
import type { Outcome } from '../../public/src/door/outcome.ts';
import type { Deed, Queue } from '../../public/src/door/queue.ts';
import type { Ask } from '../../public/src/door/request.ts';
import { bringUpToDate, download, upload } from '../../public/src/door/sync.ts';
import { takeReceipt } from '../../public/src/door/take-receipt.ts';
import { makeUplink } from '../../public/src/door/uplink.ts';
import { detailsOf, Problem, Unreachable } from '../../public/src/lib/problem.ts';
import type { ScanAnswer } from '../../contract/door/scan.ts';
import { paths } from '../../server/paths.ts';
import type { DoorDevice } from './door-device.ts';

/** What lies between a tablet and the server. */
export interface Line {
  isCut: boolean;
  /** The next answer gets lost on its way back: the server has done what was asked. */
  losesAnswer?: boolean;
}

/** A device with everything it has in a browser but the screen: its list, its queue, its decisions. */
export interface Tablet {
  desk: Desk;
  line: Line;
  admit: (wanted: Wanted, extra?: Extra) => Promise<Outcome>;
  /** Sends what waits and asks what is new; false when the server could not be reached. */
  sync: () => Promise<boolean>;
  /** The browser is gone and opened again: what is on the disk is all there is. */
  restart: () => void;
}

export async function openTablet(device: DoorDevice, line: Line = { isCut: false }): Promise<Tablet> {
  const disk = { deeds: new Map<number, Deed>(), seq: 0 };
  const clock = doorClock(0, () => {});
  const ask = askThrough(device, line);
  let desk = openDesk(await downloadFirst(), clock);

  async function downloadFirst(): Promise<GuestList> {
    return guestList(await download(traffic(queueOn(disk)), ''));
  }

  function traffic(queue: Queue) {
    return { ask, clock, queue, version: 'tablet', lostData: false };
  }

  function openDesk(list: GuestList, ownClock: DoorClock): Desk {
    const queue = queueOn(disk);
    const uplink = makeUplink();
    let last: Promise<unknown> = Promise.resolve();
    let chosen = list.setting().lists[0]?.id ?? '';
    const opened: Desk = {
      list,
      queue,
      badges: { waiting: () => [], keep: () => Promise.resolve(), done: () => Promise.resolve() },
      clock: ownClock,
      uplink,
      ask,
      askForEntry: (request) => ask<ScanAnswer>(paths.deviceScan, request),
      current() {
        const current = list.list(chosen);
        if (!current) throw new Error('There is no such list');
        return current;
      },
      choose: (id) => void (chosen = id),
      inTurn<T>(work: () => Promise<T>): Promise<T> {
        const own = last.then(work, work);
        last = own;
        return own;
      },
      changed() {},
      retry() {},
      keepAnswer: () => Promise.resolve(),
      isFull: () => false,
    };
    for (const deed of queue.waiting())
      if (deed.guest && deed.list) list.add(deed.guest, deed.list, factOf(opened, deed));
    uplink.found();
    return opened;
  }

  return {
    get desk() {
      return desk;
    },
    line,
    admit: (wanted, extra) => admit(desk, wanted, extra),
    async sync() {
      try {
        await upload(traffic(desk.queue), (deed, receipt) => takeReceipt(desk, deed, receipt));
        await bringUpToDate(traffic(desk.queue), desk.list, async () => {});
        desk.uplink.found();
        return true;
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        desk.uplink.lost();
        return false;
      }
    },
    restart() {
      desk = openDesk(desk.list, clock);
    },
  };
}

function queueOn(disk: { deeds: Map<number, Deed>; seq: number }): Queue {
  return {
    next: () => (disk.seq += 1),
    last: () => disk.seq,
    async add(deed) {
      disk.deeds.set(deed.seq, deed);
    },
    async remove(seqs) {
      for (const seq of seqs) disk.deeds.delete(seq);
    },
    isFull: () => false,
    unreadable: [],
    waiting: () => [...disk.deeds.values()].toSorted((a, b) => a.seq - b.seq),
  };
}

function askThrough(device: DoorDevice, line: Line): Ask {
  return async function ask<T>(path: string, value: object): Promise<T> {
    if (line.isCut) throw new Unreachable();
    const { status, body } = await device.post(path, value).catch((error: unknown) => {
      throw new Unreachable({ cause: error });
    });
    if (line.losesAnswer === true || line.isCut) {
      line.losesAnswer = false;
      throw new Unreachable();
    }
    if (status >= 400) throw new Problem(detailsOf(status, body));
    return body as T;
  };
}
