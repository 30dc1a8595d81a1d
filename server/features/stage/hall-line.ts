import type { Quorum, QuorumStanding } from '../../../contract/attendance/quorum.ts';
import type { RadarStatus } from '../../../contract/radar.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type Radar, Radars } from '../../../models/radar.ts';
import type { Access } from '../access/access.ts';
import { eventQuorum } from '../guests/event-quorum.ts';
import { presences } from '../guests/presence.ts';

const MOST = 12;
const fields = { name: 1, addressForm: 1, position: 1, organisationName: 1, order: 1, arrivedAt: 1 } as const;
type Shown = Pick<Guest, '_id' | keyof typeof fields>;

/** Somebody the MC waits for, and where they were said to be. */
export interface Awaited {
  guest: Shown;
  status: RadarStatus;
  at: Date | null;
  note: string;
  /** Who came in their place; empty when nobody did. */
  substitute: string;
}

export interface HallLine {
  quorum: (Quorum & QuorumStanding) | null;
  awaited: Awaited[];
}

/** What the lectern should know before it begins: whether the hall can decide, and where those are who are waited for. */
export async function hallLine({ event }: Access): Promise<HallLine> {
  const [quorum, radars] = await Promise.all([
    eventQuorum(event),
    Radars.find({ event: event._id, stoppedAt: null }, { guest: 1, steps: 1 }).lean<Radar[]>(),
  ]);
  if (radars.length === 0) return { quorum, awaited: [] };
  const guests = await Guests.find(
    { event: event._id, _id: { $in: radars.map(({ guest }) => guest) } },
    fields,
  )
    .sort({ order: 1 })
    .lean<Shown[]>();
  const steps = new Map(radars.map((radar) => [String(radar.guest), radar.steps]));
  const shown = guests.slice(0, MOST);
  const inside = await presences(
    event,
    shown.map(({ _id }) => _id),
  );
  const awaited = shown.map((guest) => ({
    ...awaitedOf(guest, steps.get(String(guest._id)) ?? []),
    substitute: inside.get(String(guest._id))?.substitute ?? '',
  }));
  return { quorum, awaited };
}

/** Whoever has passed a door is in the hall, unless something was said of them since. */
function awaitedOf(guest: Shown, steps: Radar['steps']): Omit<Awaited, 'substitute'> {
  const last = steps.findLast(({ takenBackAt }) => takenBackAt === null);
  const { arrivedAt } = guest;
  if (arrivedAt && (!last || last.at < arrivedAt))
    return { guest, status: 'in-the-hall', at: arrivedAt, note: '' };
  return { guest, status: last?.status ?? 'expected', at: last?.at ?? null, note: last?.note ?? '' };
}
