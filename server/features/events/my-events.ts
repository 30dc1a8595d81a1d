import type { QueryFilter } from 'mongoose';
import { limits } from '../../../contract/limits.ts';
import type { EventState } from '../../../contract/states.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { Memberships } from '../../../models/membership.ts';
import { searchTerms } from '../../platform/text.ts';
import type { OfficeAccess } from '../access/access.ts';
import type { EventListQuery } from './input.ts';

const states: Record<EventListQuery['tab'], readonly EventState[]> = {
  current: ['draft', 'published', 'live'],
  past: ['closed', 'archived'],
};

export type ListedEvent = Pick<
  Conference,
  | '_id'
  | 'slug'
  | 'type'
  | 'state'
  | 'title'
  | 'host'
  | 'days'
  | 'startsAt'
  | 'endsAt'
  | 'partOfDay'
  | 'venue'
  | 'timeZone'
>;

export interface EventPage {
  events: ListedEvent[];
  counts: Record<EventListQuery['tab'], number>;
  /** Where the next page begins; empty on the last. */
  next: string;
}

/** The events somebody has a role in, newest first. An administrator has one in all of them. */
export async function myEvents(access: OfficeAccess, { tab, q, after }: EventListQuery): Promise<EventPage> {
  const mine: QueryFilter<Conference> = { ...(await membershipFilter(access)), ...wordFilter(q) };
  const inTab = (name: EventListQuery['tab']) => ({ ...mine, state: { $in: states[name] } });
  const [found, current, past] = await Promise.all([
    pageOf(inTab(tab), after),
    Events.countDocuments(inTab('current')),
    Events.countDocuments(inTab('past')),
  ]);
  const events = found.slice(0, limits.pageSize);
  const next = found.length > events.length ? String(events.at(-1)?._id) : '';
  return { events, counts: { current, past }, next };
}

function pageOf(filter: QueryFilter<Conference>, after: string): Promise<ListedEvent[]> {
  const onwards = /^[0-9a-f]{24}$/.test(after) ? { $and: [filter, { _id: { $lt: after } }] } : filter;
  return Events.find(onwards, {
    slug: 1,
    type: 1,
    state: 1,
    title: 1,
    host: 1,
    days: 1,
    startsAt: 1,
    endsAt: 1,
    partOfDay: 1,
    venue: 1,
    timeZone: 1,
  })
    .sort({ _id: -1 })
    .limit(limits.pageSize + 1)
    .lean<ListedEvent[]>();
}

async function membershipFilter({ actor }: OfficeAccess): Promise<QueryFilter<Conference>> {
  if (actor.role === 'administrator') return {};
  const memberships = await Memberships.find({ user: actor.id }, { event: 1 }).lean();
  return { _id: { $in: memberships.map(({ event }) => event) } };
}

function wordFilter(query: string): QueryFilter<Conference> {
  const terms = searchTerms(query);
  return terms.length === 0 ? {} : { $and: terms.map((term) => ({ words: { $regex: `^${term}` } })) };
}
