import type { ScanAnswer } from '../../../contract/door/scan.ts';
import type { Problem } from '../lib/problem.ts';
import { throttle } from '../lib/timing.ts';
import { openBadgeOrders } from './badge-orders.ts';
import { type DoorClock, doorClock } from './clock.ts';
import { factOf, keyOf, newcomerOf } from './deeds.ts';
import type { Desk } from './desk.ts';
import { deviceEnd } from './end-device.ts';
import { type GuestList, guestList } from './guest-list.ts';
import { type ListMemory, openMemory } from './list-memory.ts';
import { startPulse } from './pulse.ts';
import { type Deed, openQueue } from './queue.ts';
import { refusalOf } from './refusal.ts';
import { asker } from './request.ts';
import { hasLostData } from './identity.ts';
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
  /** It may do nothing any more; so much that was done here is still to be sent. */
  over: (unsent: number) => void;
}

/**
 * Opens the desk of this device: with what it knows from before, or, the first time, with what the server tells.
 * Null when it may do nothing any more.
 *
 * @throws Unreachable the first time without network.
 */
export async function openDesk(
  store: DoorStore,
  identity: Identity,
  events: DeskEvents,
): Promise<Desk | null> {
  const clock = await clockIn(store);
  const ask = asker(identity, clock);
  const queue = await openQueue(store, identity.vault);
  const traffic: Traffic = { ask, clock, queue, version: VERSION, lostData: await hasLostData(store) };
  const memory = await openMemory(store, identity.vault);
  const uplink = makeUplink();
  const end = deviceEnd(store, traffic, events.over);
  const list = await openList(memory, traffic);
  if (!list) {
    startPulse(end, uplink);
    return null;
  }
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

  let isOver = false;
  const beat = startPulse(async () => {
    if (isOver) return end();
    const refusal = await syncOnce(traffic, list, memory);
    isOver = refusal === 'over';
    if (refusal === 'over') return end();
    events.changed(desk);
    return refusal;
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

/** Null when this device may do nothing any more. */
async function openList(memory: ListMemory, traffic: Traffic): Promise<GuestList | null> {
  const list = listBefore(memory, traffic) ?? (await firstList(memory, traffic));
  for (const { guest, passages } of memory.heard) list?.takeRows(guest, passages);
  return list;
}

function listBefore({ told }: ListMemory, { clock }: Traffic): GuestList | null {
  const [first, ...changes] = told;
  if (!first) return null;
  const list = guestList(first, clock.now);
  for (const change of changes) list.take(change);
  return list;
}

async function firstList(memory: ListMemory, traffic: Traffic): Promise<GuestList | null> {
  const asking = download(traffic, '');
  const refusal = await refusalOf(asking);
  if (refusal === 'over') return null;
  const whole = await asking;
  await memory.keepSync(whole);
  return guestList(whole, traffic.clock.now);
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
