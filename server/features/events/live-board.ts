import { type AgendaItem, Agendas } from '../../../models/agenda.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { Stages } from '../../../models/stage.ts';

const LATEST = 5;

const shown = { name: 1, addressForm: 1, position: 1, organisationName: 1, standsFor: 1 } as const;
type ArrivedGuest = Pick<Guest, '_id' | keyof typeof shown>;

export interface Arrived {
  guest: ArrivedGuest;
  at: Date;
  /** Who came in the guest's place; empty when nobody did. */
  substitute: string;
}

/** What is happening in the hall: who came last, what is on and what follows. */
export interface LiveBoard {
  arrivals: Arrived[];
  now: AgendaItem | null;
  nowSince: Date | null;
  next: AgendaItem | null;
}

export async function liveBoard(event: Pick<Conference, '_id'>): Promise<LiveBoard> {
  const [arrivals, agenda, stage] = await Promise.all([
    latestArrivals(event),
    Agendas.findById(event._id, { items: 1 }).lean(),
    Stages.findById(event._id, { running: 1, startedAt: 1, runs: 1 }).lean(),
  ]);
  const items = agenda?.items ?? [];
  const place = items.findIndex(({ id }) => id === stage?.running);
  const hasRun = (stage?.runs.length ?? 0) > 0;
  return {
    arrivals,
    now: items[place] ?? null,
    nowSince: place < 0 ? null : (stage?.startedAt ?? null),
    next: place < 0 && hasRun ? null : (items[place + 1] ?? null),
  };
}

/** Who came in last, and in whose place, by what the doors recorded. */
async function latestArrivals({ _id }: Pick<Conference, '_id'>): Promise<Arrived[]> {
  const entries = await CheckIns.find(
    { event: _id, list: String(_id), 'admission.at': { $gt: new Date(0) } },
    { guest: 1, admission: 1 },
  )
    .sort({ 'admission.at': -1 })
    .limit(LATEST)
    .lean<Pick<CheckIn, 'guest' | 'admission'>[]>();
  const ids = entries.map(({ guest }) => guest);
  const guests = await Guests.find({ event: _id, _id: { $in: ids } }, shown).lean<ArrivedGuest[]>();
  const byId = new Map(guests.map((guest) => [String(guest._id), guest]));
  return entries.flatMap(({ guest, admission }) => {
    const found = byId.get(String(guest));
    return found && admission ? [{ guest: found, at: admission.at, substitute: admission.substitute }] : [];
  });
}
