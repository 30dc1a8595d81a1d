import type { EventRole } from '../../../contract/roles.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { Memberships } from '../../../models/membership.ts';
import type { OfficeAccess } from '../access/access.ts';

const projection = {
  slug: 1,
  state: 1,
  title: 1,
  days: 1,
  startsAt: 1,
  endsAt: 1,
  venue: 1,
  timeZone: 1,
  capacity: 1,
  replyBy: 1,
  defaultLocale: 1,
} as const;
const MOST = 200;
const MOST_PAST = 6;

export interface BoardEvent extends Pick<
  Conference,
  | '_id'
  | 'slug'
  | 'state'
  | 'title'
  | 'days'
  | 'startsAt'
  | 'endsAt'
  | 'venue'
  | 'timeZone'
  | 'capacity'
  | 'replyBy'
  | 'defaultLocale'
> {
  /** What the reader is in this event. */
  role: EventRole;
}

export interface Board {
  running: BoardEvent[];
  upcoming: BoardEvent[];
  planning: BoardEvent[];
  past: BoardEvent[];
}

/** The events somebody works in, by what they ask for today. */
export async function myBoard(access: OfficeAccess, now: Date): Promise<Board> {
  const roles = await rolesOf(access);
  const events = await Events.find(roles ? { _id: { $in: [...roles.keys()] } } : {}, projection)
    .sort({ _id: -1 })
    .limit(MOST)
    .lean<Omit<BoardEvent, 'role'>[]>();
  return sortIntoBoard(
    events.map((event) => ({ ...event, role: roles?.get(String(event._id)) ?? 'owner' })),
    now,
  );
}

/** Events of one group stand by date, the next first; without a date at the end. */
export function sortIntoBoard(events: readonly BoardEvent[], now: Date): Board {
  const of = (wanted: keyof Board): BoardEvent[] => events.filter((event) => groupOf(event, now) === wanted);
  return {
    running: of('running').toSorted(byDate),
    upcoming: of('upcoming').toSorted(byDate),
    planning: of('planning').toSorted(byDate),
    past: of('past').toSorted(byDate).toReversed().slice(0, MOST_PAST),
  };
}

function groupOf(event: BoardEvent, now: Date): keyof Board {
  switch (event.state) {
    case 'draft':
      return 'planning';
    case 'live':
      return 'running';
    case 'published':
      return event.days.includes(dayIn(event.timeZone, now)) ? 'running' : 'upcoming';
    case 'closed':
    case 'archived':
      return 'past';
  }
}

function byDate(a: BoardEvent, b: BoardEvent): number {
  const [first, second] = [a.days[0] ?? '9999', b.days[0] ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** YYYY-MM-DD of a moment in a zone; Swedish writes dates that way. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
}

/** Role by event; null for administrators, who own every event. */
async function rolesOf({ actor }: OfficeAccess): Promise<Map<string, EventRole> | null> {
  if (actor.role === 'administrator') return null;
  const memberships = await Memberships.find({ user: actor.id }, { event: 1, role: 1 }).lean();
  return new Map(memberships.map(({ event, role }) => [String(event), role]));
}
