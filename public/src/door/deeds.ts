import type { CompanionFact, ScanFact } from '../../../contract/attendance/facts.ts';
import { foldFacts } from '../../../contract/attendance/fold.ts';
import type { DoorFact, DoorGuest } from '../../../contract/door/sync.ts';
import { toHex } from '../../../contract/hex.ts';
import { type Desk, onList } from './desk.ts';
import { noOutcome, type Outcome } from './outcome.ts';
import { passKey } from './passage-book.ts';
import type { Deed } from './queue.ts';

/** Lets a guest go out. */
export function letOut(desk: Desk, guest: DoorGuest, method: 'scan' | 'typed' | 'search'): Promise<Outcome> {
  return desk.inTurn(async () => {
    const list = desk.current();
    const facts = desk.list.facts(guest.id, list.id);
    const { inside } = foldFacts(facts, list);
    const isIn = inside !== null;
    const outcome = {
      ...noOutcome(desk),
      guest,
      verdict: isIn ? ('goodbye' as const) : ('was-out' as const),
      substitute: facts.find(({ id }) => id === inside)?.substitute ?? '',
    };
    if (!isIn) return outcome;
    await write(desk, { kind: 'exit', guest: guest.id, id: outcome.id, at: outcome.at, method });
    return { ...outcome, admitted: true, waits: true };
  });
}

/** Lets somebody in who comes along with a guest, by their place in what the guest named. */
export function letInCompanion(desk: Desk, guest: DoorGuest, place: number): Promise<Outcome> {
  return desk.inTurn(async () => {
    const outcome = companionIn(desk, guest, { id: crypto.randomUUID(), at: desk.clock.now(), place });
    const { id, at } = outcome;
    await write(desk, { kind: 'companion', guest: guest.id, id, at, place });
    return { ...outcome, waits: true };
  });
}

/** What came of letting in somebody who comes along. */
export function companionIn(
  desk: Desk,
  guest: DoorGuest,
  { id, at, place }: { id: string; at: number; place: number },
): Outcome {
  const companion = guest.companions[place] ?? guest.name;
  return { ...noOutcome(desk, id), verdict: 'welcome', admitted: true, guest, at, companion };
}

/** What let those in who came along with a guest and are still in. */
export function companionsInside(desk: Desk, guest: DoorGuest): (CompanionFact & DoorFact)[] {
  const facts = desk.list.facts(guest.id, desk.current().id);
  const undone = new Set(facts.flatMap((fact) => (fact.kind === 'undo' ? [fact.target] : [])));
  return facts.filter((fact) => fact.kind === 'companion').filter(({ id }) => !undone.has(id));
}

/** Places of those who came along and are not in yet. */
export function companionsOutside(desk: Desk, guest: DoorGuest): number[] {
  const list = desk.current();
  const { companions } = foldFacts(desk.list.facts(guest.id, list.id), list);
  return guest.companions.map((_, place) => place).filter((place) => !companions.includes(place));
}

/** Takes back what was done with a guest. */
export function takeBack(
  desk: Desk,
  { id: target, guest, pass, list: id }: Pick<Outcome, 'id' | 'guest' | 'pass' | 'list'>,
): Promise<void> {
  const list = desk.list.list(id);
  return desk.inTurn(async () => {
    if (!list) return;
    await write(onList(desk, list), {
      kind: 'undo',
      ...(guest ? { guest: guest.id } : { pass }),
      id: crypto.randomUUID(),
      at: desk.clock.now(),
      target,
    });
  });
}

export interface WalkInFields {
  name: string;
  position: string;
  unit: string;
  phone: string;
  category: string;
  photo: 'yes' | 'no';
  note: string;
}

/** Writes down somebody who is not on the list; their entry is a step of its own. */
export async function writeDownWalkIn(desk: Desk, fields: WalkInFields): Promise<DoorGuest> {
  const deed: Deed = {
    kind: 'walk-in',
    id: crypto.randomUUID(),
    seq: desk.queue.next(),
    at: desk.clock.now(),
    deviceAt: new Date().toISOString(),
    guest: objectId(),
    ...fields,
  };
  await desk.queue.add(deed);
  const guest = newcomerOf(deed);
  desk.list.addGuest(guest);
  desk.changed();
  return guest;
}

/** Somebody who was written down at this door, as a row of the list. */
export function newcomerOf(deed: Deed): DoorGuest {
  const { guest = '', name, position, unit, category, note } = deed;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    ...newcomer,
    id: guest,
    name: text(name),
    position: text(position),
    unit: text(unit),
    category: text(category),
    note: text(note),
  };
}

const newcomer: Omit<DoorGuest, 'id' | 'name' | 'position' | 'unit' | 'category' | 'note'> = {
  mark: '',
  pass: '',
  former: [],
  state: 'expected',
  standing: 'attending',
  seat: '',
  delegation: '',
  vip: false,
  substitute: '',
  companions: [],
};

/** Twenty-four hexadecimal digits that no other device makes. */
function objectId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(12)));
}

async function write(
  desk: Desk,
  told: { kind: Exclude<ScanFact['kind'], 'entry'>; id: string; at: number } & Partial<Deed>,
): Promise<void> {
  const list = desk.current().id;
  const seq = desk.queue.next();
  const deed: Deed = {
    ...told,
    seq,
    list,
    deviceAt: new Date().toISOString(),
    offline: !desk.uplink.isUp(),
    uncertain: desk.clock.isUncertain(),
  };
  await desk.queue.add(deed);
  desk.list.add(keyOf(told), list, factOf(desk, deed));
  desk.changed();
}

/** Under what a deed is kept on the list. */
export function keyOf({ guest, pass = '' }: Pick<Deed, 'guest' | 'pass'>): string {
  return guest ?? passKey(pass);
}

/** What a deed is to the fold; null for what is no fact. */
export function factOf(desk: Pick<Desk, 'list'>, deed: Deed): DoorFact {
  const { door } = desk.list.setting();
  const { id, at, seq, substitute = '' } = deed;
  const about = { id, at, device: door.id, seq, door: door.name, by: '', substitute };
  switch (deed.kind) {
    case 'exit':
      return { ...about, kind: 'exit' };
    case 'companion':
      return { ...about, kind: 'companion', place: deed.place ?? 0 };
    case 'undo':
      return { ...about, kind: 'undo', target: deed.target ?? '' };
    case 'entry':
    case 'walk-in':
      return { ...about, kind: 'entry', override: deed.override !== undefined };
  }
}
