import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { eventStates, eventTypes } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { type Endpoint, endpoint, listOf } from '../../platform/http/api.ts';
import { enter, enterOwn } from '../access/enter.ts';
import { guestFigures } from './guest-figures.ts';
import { type ListedEvent, myEvents } from './my-events.ts';

const Text = z.object({ vi: z.string().optional(), en: z.string().optional(), ru: z.string().optional() });

const EventLine = z.object({
  slug: z.string(),
  type: z.enum(eventTypes),
  state: z.enum(eventStates),
  title: Text,
  host: Text,
  days: z.array(z.string()),
  startsAt: z.string(),
  timeZone: z.string(),
});

const EventDetail = EventLine.extend({
  endsAt: z.string(),
  motto: Text,
  summary: Text,
  venue: z.object({ name: Text, room: Text, address: Text, city: Text }).nullable(),
  capacity: z.int().nullable(),
  replyBy: z.iso.datetime().nullable(),
  guests: z.object({
    listed: z.int(),
    invited: z.int(),
    attending: z.int(),
    declined: z.int(),
    tentative: z.int(),
    substitutes: z.int(),
    silent: z.int(),
    present: z.int(),
  }),
});

const ListQuery = z.object({
  tab: z.enum(['current', 'past']).default('current'),
  q: z.string().max(limits.search).default(''),
  after: z.string().max(limits.code).default(''),
});

export function api(): Endpoint[] {
  return [
    endpoint(
      {
        method: 'get',
        path: '/events',
        summary: 'events.api.list',
        tag: 'events',
        query: ListQuery,
        response: listOf(EventLine),
      },
      async ({ req, query }) => {
        const { events, next } = await myEvents(enterOwn(req), query);
        return { items: events.map(line), next: next || null };
      },
    ),
    endpoint(
      {
        method: 'get',
        path: '/events/:event',
        summary: 'events.api.show',
        tag: 'events',
        params: z.object({ event: z.string() }),
        response: EventDetail,
      },
      async ({ req }) => detail((await enter(req, 'events.view')).event),
    ),
  ];
}

function line(event: ListedEvent): z.input<typeof EventLine> {
  return { ...event, host: event.host.name };
}

async function detail(event: Conference): Promise<z.input<typeof EventDetail>> {
  return {
    ...event,
    host: event.host.name,
    replyBy: event.replyBy?.toISOString() ?? null,
    guests: await guestFigures(event),
  };
}
