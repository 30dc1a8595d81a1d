import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { eventStates, eventTypes } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { type Endpoint, endpoint, listOf } from '../../platform/http/api.ts';
import { siteOf } from '../../platform/http/site.ts';
import { enter, enterOffice, enterOwn } from '../access/enter.ts';
import { changeState } from './change-state.ts';
import { createEvent } from './create-event.ts';
import { guestFigures } from './guest-figures.ts';
import { CreateEventInput, EditEventInput, StateInput } from './input.ts';
import { type ListedEvent, myEvents } from './my-events.ts';
import { updateEvent } from './update-event.ts';

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
  /** Named again by whoever changes the event. */
  rev: z.int(),
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
    companions: z.int(),
  }),
});

const ListQuery = z.object({
  tab: z.enum(['current', 'past']).default('current'),
  q: z.string().max(limits.search).default(''),
  after: z.string().max(limits.code).default(''),
});

const OneEvent = z.object({ event: z.string() });

const list = endpoint(
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
);

const show = endpoint(
  {
    method: 'get',
    path: '/events/:event',
    summary: 'events.api.show',
    tag: 'events',
    params: OneEvent,
    response: EventDetail,
  },
  async ({ req }) => detail((await enter(req, 'events.view')).event),
);

const create = endpoint(
  {
    method: 'post',
    path: '/events',
    summary: 'events.api.create',
    tag: 'events',
    status: 201,
    body: CreateEventInput,
    response: EventDetail,
  },
  async ({ req, body }) =>
    detail(await createEvent(enterOffice(req, 'events.create'), body, { timeZone: siteOf(req).timeZone })),
);

const update = endpoint(
  {
    method: 'put',
    path: '/events/:event',
    summary: 'events.api.update',
    tag: 'events',
    params: OneEvent,
    body: EditEventInput,
    response: EventDetail,
  },
  async ({ req, body }) => {
    await updateEvent(await enter(req, 'events.edit'), body);
    return detail((await enter(req, 'events.view')).event);
  },
);

const moveOn = endpoint(
  {
    method: 'post',
    path: '/events/:event/state',
    summary: 'events.api.state',
    tag: 'events',
    params: OneEvent,
    body: StateInput,
    response: EventDetail,
  },
  async ({ req, body }) => {
    await changeState(await enter(req, 'events.change-state'), body.to);
    return detail((await enter(req, 'events.view')).event);
  },
);

export function api(): Endpoint[] {
  return [list, show, create, update, moveOn];
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
