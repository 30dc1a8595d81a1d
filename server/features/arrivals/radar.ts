import type { Types } from 'mongoose';
import type { RadarStatus } from '../../../contract/radar.ts';
import { type Escort, Escorts } from '../../../models/escort.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type Radar, Radars, type RadarStep } from '../../../models/radar.ts';
import type { Access } from '../access/access.ts';
import { presences } from '../guests/presence.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  seat: 1,
  order: 1,
  arrivedAt: 1,
  replacedBy: 1,
} as const;
export type Watched = Pick<Guest, '_id' | keyof typeof fields>;

/** Somebody whose arrival is watched, and where they are. */
export interface WatchedGuest {
  guest: Watched;
  /** Who is here in the guest's place; empty when the guest came, or nobody. */
  substitute: string;
  escort: { id: string; name: string } | null;
  status: RadarStatus;
  /** What was said last; null while nobody has said anything. */
  step: RadarStep | null;
}

/** Everybody who is watched, in protocol order. */
export async function radar({ event }: Pick<Access, 'event'>): Promise<WatchedGuest[]> {
  return watchedBy({ event: event._id });
}

/** Those whom one escort accompanies. */
export async function radarOf(escort: Pick<Escort, '_id' | 'event'>): Promise<WatchedGuest[]> {
  return watchedBy({ event: escort.event, escort: escort._id });
}

async function watchedBy(filter: {
  event: Types.ObjectId;
  escort?: Types.ObjectId;
}): Promise<WatchedGuest[]> {
  const radars = await Radars.find({ ...filter, stoppedAt: null }, { effects: 0 }).lean<Radar[]>();
  if (radars.length === 0) return [];
  const ids = radars.map(({ guest }) => guest);
  const [guests, escorts, present] = await Promise.all([
    Guests.find({ event: filter.event, _id: { $in: ids } }, fields).lean<Watched[]>(),
    Escorts.find({ event: filter.event }, { name: 1 }).lean<Pick<Escort, '_id' | 'name'>[]>(),
    presences({ _id: filter.event }, ids),
  ]);
  const byId = new Map(guests.map((guest) => [String(guest._id), guest]));
  const names = new Map(escorts.map(({ _id, name }) => [String(_id), name]));
  return radars
    .flatMap(({ guest: id, escort, steps }) => {
      const guest = byId.get(String(id));
      const name = escort && names.get(String(escort));
      const led = escort && name ? { id: String(escort), name } : null;
      const substitute = present.get(String(id))?.substitute ?? '';
      return guest ? [{ guest, substitute, escort: led, ...standing(steps, guest) }] : [];
    })
    .toSorted((a, b) => (a.guest.order < b.guest.order ? -1 : 1));
}

/** The door knows better than nobody: whoever is in is in the hall, unless the escort has said something since. */
function standing(
  steps: readonly RadarStep[],
  { arrivedAt }: Watched,
): Pick<WatchedGuest, 'status' | 'step'> {
  const step = currentStep(steps);
  if (arrivedAt && (!step || step.at < arrivedAt)) return { status: 'in-the-hall', step: null };
  return { status: step?.status ?? 'expected', step };
}

/** The last thing said that was not taken back, whenever it came in. */
export function currentStep(steps: readonly RadarStep[]): RadarStep | null {
  const standing = steps.filter(({ takenBackAt }) => takenBackAt === null);
  return standing.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1) ?? null;
}
