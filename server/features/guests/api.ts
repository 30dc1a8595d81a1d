import { z } from 'zod';
import { locales } from '../../../contract/locales.ts';
import { guestStandings, sides } from '../../../contract/states.ts';
import type { Guest } from '../../../models/guest.ts';
import { type Endpoint, endpoint, listOf } from '../../platform/http/api.ts';
import { objectIdField, revField } from '../../platform/http/fields.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { addGuest } from './add-guest.ts';
import { cancelGuest } from './cancel-guest.ts';
import { editPart } from './edit-part.ts';
import { guestList, type ListedGuest } from './guest-list.ts';
import { GuestInput, LiftInput, ListQuery, NewGuestInput } from './input.ts';
import { liftGuest } from './lift-guest.ts';
import { loadGuest } from './load-guest.ts';
import { restoreGuest } from './restore-guest.ts';

const Text = z.object({ vi: z.string().optional(), en: z.string().optional(), ru: z.string().optional() });
const Name = z.object({
  vi: z.string().optional(),
  latin: z.string().optional(),
  ru: z.object({ family: z.string(), given: z.string(), patronymic: z.string().optional() }).optional(),
});

const GuestLine = z.object({
  id: z.string(),
  name: Name,
  addressForm: z.string(),
  position: Text,
  organisationName: Text,
  category: z.string(),
  delegation: z.string(),
  headOfDelegation: z.boolean(),
  standing: z.enum(guestStandings),
  seat: z.string(),
  arrivedAt: z.iso.datetime().nullable(),
});

const GuestDetail = GuestLine.extend({
  /** Named again by whoever changes the guest. */
  rev: z.int(),
  ref: z.string(),
  side: z.enum(sides),
  pronunciation: z.string(),
  nationality: z.string(),
  locale: z.enum(locales),
  tiers: z.array(z.string()),
  organisationTier: z.int(),
  seniority: z.number(),
  lift: z.object({ places: z.int(), reason: z.string() }).nullable(),
  /** Only for those who may see contact details. */
  contact: z.object({ email: z.string(), phone: z.string(), code: z.string(), note: z.string() }).nullable(),
});

const Wanted = ListQuery.pick({ tab: true, q: true, category: true, language: true, sort: true }).extend({
  after: z.string().max(2000).default(''),
});
const OneEvent = z.object({ event: z.string() });
const OneGuest = OneEvent.extend({ guest: objectIdField });
const GuestPart = GuestInput.partial().extend({ rev: revField });

const one = { tag: 'guests', params: OneGuest, response: GuestDetail } as const;
const guestPath = '/events/:event/guests/:guest';

export function api(): Endpoint[] {
  return [...lists(), ...changes()];
}

function lists(): Endpoint[] {
  const path = '/events/:event/guests';
  const all = { path, tag: 'guests', params: OneEvent } as const;
  return [
    endpoint(
      { ...all, method: 'get', summary: 'guests.api.list', query: Wanted, response: listOf(GuestLine) },
      async ({ req, query: { after, ...query } }) => {
        const access = await enter(req, 'guests.view');
        const { rows, next } = await guestList(access, ListQuery.parse({ ...query, page: after }));
        return { items: rows.map(line), next: next || null };
      },
    ),
    endpoint(
      {
        ...all,
        method: 'post',
        summary: 'guests.api.add',
        status: 201,
        body: NewGuestInput,
        response: GuestDetail,
      },
      async ({ req, body }) => {
        const access = await enter(req, 'guests.edit');
        return detail(access, await addGuest(access, body));
      },
    ),
  ];
}

function changes(): Endpoint[] {
  return [
    endpoint(
      { ...one, method: 'get', path: guestPath, summary: 'guests.api.show' },
      async ({ req, params }) => {
        const access = await enter(req, 'guests.view');
        return detail(access, await loadGuest(access, params.guest));
      },
    ),
    endpoint(
      { ...one, method: 'patch', path: guestPath, summary: 'guests.api.edit', body: GuestPart },
      async ({ req, params, body: { rev, ...body } }) => {
        const access = await enter(req, 'guests.edit');
        return detail(access, await editPart(access, params.guest, { ...named(body, req.body), rev }));
      },
    ),
    endpoint(
      { ...one, method: 'put', path: `${guestPath}/lift`, summary: 'guests.api.lift', body: LiftInput },
      async ({ req, params, body }) => {
        const access = await enter(req, 'guests.edit');
        return detail(access, await liftGuest(access, params.guest, body));
      },
    ),
    endpoint(
      { ...one, method: 'post', path: `${guestPath}/cancel`, summary: 'guests.api.cancel' },
      async ({ req, params }) => {
        const access = await enter(req, 'guests.edit');
        return detail(access, await cancelGuest(access, params.guest));
      },
    ),
    endpoint(
      { ...one, method: 'post', path: `${guestPath}/restore`, summary: 'guests.api.restore' },
      async ({ req, params }) => {
        const access = await enter(req, 'guests.edit');
        return detail(access, await restoreGuest(access, params.guest));
      },
    ),
  ];
}

/** Only what was sent: the schema also fills in what a new guest would have. */
function named(parsed: object, sent: object): Partial<GuestInput> {
  return Object.fromEntries(Object.entries(parsed).filter(([key]) => key in sent));
}

function line(guest: ListedGuest): z.input<typeof GuestLine> {
  return { ...guest, id: String(guest._id), arrivedAt: guest.arrivedAt?.toISOString() ?? null };
}

function detail(access: Access, guest: Guest): z.input<typeof GuestDetail> {
  const { email, phone, code, note } = guest;
  return {
    ...guest,
    ...line(guest),
    contact: can(access, 'guests.view-contact-details') ? { email, phone, code, note } : null,
  };
}
