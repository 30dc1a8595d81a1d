import type { ScanAnswer } from '../../../contract/door/scan.ts';
import { isPassing, Problem } from '../lib/problem.ts';
import { throttle } from '../lib/timing.ts';
import { openBadgeOrders } from './badge-orders.ts';
import { type DoorClock, doorClock } from './clock.ts';
import { factOf, keyOf, newcomerOf } from './deeds.ts';
import type { Desk } from './desk.ts';
import { type GuestList, guestList } from './guest-list.ts';
import { type ListMemory, openMemory } from './list-memory.ts';
import { startPulse } from './pulse.ts';
import { type Deed, openQueue } from './queue.ts';
import { type Ask, asker } from './request.ts';
import { forgetDevice, hasLostData } from './identity.ts';
import type { DoorStore, Identity } from './store.ts';
import { bringUpToDate, download, type Traffic, upload } from './sync.ts';
import { takeReceipt } from './take-receipt.ts';
import { makeUplink } from './uplink.ts';
import { VERSION } from './version.ts';
import { openWire } from './wire.ts';

/** In a rush every door would ask after every entry at all the others. */
const NEWS_EVERY_MS = 3_000;

export interface DeskEvents {
  changed: (desk: Desk) => void;
  over: () => void;
}

/**
 * Opens the desk of this device: with what it knows from before, or, the first time, with what the server tells.
 *
 * @throws Unreachable the first time without network, Problem `doors.over` when it may do nothing any more.
 */
export async function openDesk(store: DoorStore, identity: Identity, events: DeskEvents): Promise<Desk> {
  const clock = await clockIn(store);
  const ask = asker(identity, clock);
  const queue = await openQueue(store, identity.vault);
  const traffic: Traffic = { ask, clock, queue, version: VERSION, lostData: await hasLostData(store) };
  const memory = await openMemory(store, identity.vault);
  const list = await openList(memory, traffic);
  const uplink = makeUplink();
  const ways: Ways = {
    beat: () => beat(),
    drawn: () => events.changed(desk),
    askForEntry: (request, patience) =>
      wire.isOpen() ? wire.scan(request, patience) : ask<ScanAnswer>('/door/scan', request, patience),
  };
  const { keepScan: keepAnswer } = memory;
  const isFull = (): boolean => memory.isFull() || queue.isFull();
  const badges = await openBadgeOrders(store, identity.vault);
  const desk = deskOf({ list, queue, badges, clock, uplink, ask, keepAnswer, isFull }, ways);
  for (const deed of queue.waiting()) remember(desk, deed);

  let ended = false;
  const beat = startPulse(async () => {
    if (ended) return null;
    const refusal = await syncOnce(traffic, list, memory);
    if (refusal !== 'over') {
      events.changed(desk);
      return refusal;
    }
    // Nobody is let in any more from here on, so what is sent now is all there was.
    events.over();
    await upload(traffic, () => Promise.resolve());
    ended = true;
    await tellWipedAndForget(store, ask);
    return null;
  }, uplink);
  const { slug } = list.setting().event;
  const wire = openWire({ identity, clock, event: slug, heard: throttle(NEWS_EVERY_MS, beat) });
  uplink.onChange(ways.drawn);
  return desk;
}

/** What a desk sets going: asking the server, drawing the page. */
interface Ways extends Pick<Desk, 'askForEntry'> {
  beat: () => void;
  drawn: () => void;
}

function deskOf(
  parts: Pick<Desk, 'list' | 'queue' | 'badges' | 'clock' | 'uplink' | 'ask' | 'keepAnswer' | 'isFull'>,
  { beat, drawn, askForEntry }: Ways,
): Desk {
  const { list, queue, uplink } = parts;
  let chosen = '';
  return {
    ...parts,
    askForEntry,
    current() {
      const [first] = list.setting().lists;
      const current = list.list(chosen) ?? first;
      if (!current) throw new Error('The server told no check-in list');
      return current;
    },
    choose(id) {
      chosen = id;
      drawn();
    },
    inTurn: oneAfterTheOther(),
    changed() {
      drawn();
      if (queue.waiting().length > 0 && uplink.isUp()) beat();
    },
    retry: beat,
  };
}

async function clockIn(store: DoorStore): Promise<DoorClock> {
  const offset: unknown = await store.get('notes', 'offset');
  const known = typeof offset === 'number' ? offset : 0;
  return doorClock(known, (ahead) => void store.put('notes', ahead, 'offset'));
}

/** What the server refuses to take is returned, and holds up nothing of what it tells. */
async function syncOnce(
  traffic: Traffic,
  list: GuestList,
  memory: ListMemory,
): Promise<Problem | 'over' | null> {
  const refusal = await refusalOf(
    upload(traffic, (deed, receipt) => takeReceipt({ list, keepAnswer: memory.keepScan }, deed, receipt)),
  );
  if (refusal === 'over') return refusal;
  const untold = await refusalOf(bringUpToDate(traffic, list, memory.keepSync));
  if (untold === 'over') return untold;
  if (untold) throw untold;
  await memory.forgetTold(list);
  return refusal;
}

/** `over`: the server says that this device may do nothing any more. */
async function refusalOf(work: Promise<void>): Promise<Problem | 'over' | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof Problem) || isPassing(error)) throw error;
    return error.status === 410 ? 'over' : error;
  }
}

/** What is here is nobody's business any more. That it is gone is told where the server can still be reached. */
async function tellWipedAndForget(store: DoorStore, ask: Ask): Promise<void> {
  await ask('/door/wiped', {}).catch(() => {});
  await forgetDevice(store);
}

async function openList(memory: ListMemory, traffic: Traffic): Promise<GuestList> {
  const list = await toldList(memory, traffic);
  for (const { guest, passages } of memory.heard) list.takeRows(guest, passages);
  return list;
}

async function toldList(memory: ListMemory, traffic: Traffic): Promise<GuestList> {
  const { now } = traffic.clock;
  const [first, ...changes] = memory.told;
  if (first) {
    const list = guestList(first, now);
    for (const change of changes) list.take(change);
    return list;
  }
  const whole = await download(traffic, '');
  await memory.keepSync(whole);
  return guestList(whole, now);
}

/** What was done before the browser was closed, and not yet sent. */
function remember(desk: Desk, deed: Deed): void {
  if (deed.kind === 'walk-in') desk.list.addGuest(newcomerOf(deed));
  if (deed.kind !== 'walk-in' && (deed.guest ?? deed.pass) && deed.list)
    desk.list.add(keyOf(deed), deed.list, factOf(desk, deed));
}

function oneAfterTheOther(): Desk['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const own = last.then(work, work);
    last = own;
    return own;
  };
}
