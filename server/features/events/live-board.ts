import { type AgendaItem, Agendas } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { Stages } from '../../../models/stage.ts';

const LATEST = 5;

export type Arrived = Pick<
  Guest,
  '_id' | 'name' | 'addressForm' | 'position' | 'organisationName' | 'arrivedAt' | 'answer' | 'standsFor'
>;

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

function latestArrivals(event: Pick<Conference, '_id'>): Promise<Arrived[]> {
  return Guests.find(
    { event: event._id, arrivedAt: { $ne: null } },
    { name: 1, addressForm: 1, position: 1, organisationName: 1, arrivedAt: 1, answer: 1, standsFor: 1 },
  )
    .sort({ arrivedAt: -1, _id: -1 })
    .limit(LATEST)
    .lean<Arrived[]>();
}
