import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { locales } from '../../../contract/locales.ts';
import { isTimeZone } from '../../../contract/time-zone.ts';
import { eventStates, eventTypes } from '../../../contract/states.ts';
import {
  dayField,
  localisedField,
  requiredLocalisedField,
  revField,
  textField,
  timeField,
} from '../../platform/http/fields.ts';
import { isMailAddress } from '../../platform/mail-address.ts';

const LONGEST_EVENT = 60;
const DAY_MS = 86_400_000;

const optionalEmail = textField(limits.email).refine((text) => text === '' || isMailAddress(text), {
  error: 'errors.email',
});
const optionalUrl = z
  .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'errors.url' }).max(limits.url)])
  .default('');
const optionalCount = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.coerce.number().int().min(1).max(1_000_000).nullable(),
);
const localMoment = z
  .union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'errors.date')])
  .default('');

const dates = { firstDay: dayField, lastDay: dayField };

/** The pieces of the event's first page that are fetched again by themselves. */
export const OverviewPart = z.enum(['stats', 'ready', 'attention', 'board']);
export type OverviewPart = z.infer<typeof OverviewPart>;

/** What a new event needs to be told. Everything else comes from its type. */
export const CreateEventInput = z
  .object({
    type: z.enum(eventTypes, 'errors.choice'),
    title: requiredLocalisedField(limits.title),
    host: z.object({ name: requiredLocalisedField(limits.title) }),
    ...dates,
    /** Chosen once per form: the same form sent twice is one event. */
    id: textField(limits.code).optional(),
  })
  .superRefine(checkDates);
export type CreateEventInput = z.infer<typeof CreateEventInput>;

/** Everything about an event that is edited on one page. */
export const EditEventInput = z
  .object({
    rev: revField,
    title: requiredLocalisedField(limits.title),
    motto: localisedField(limits.title),
    summary: localisedField(limits.text),
    defaultLocale: z.enum(locales, 'errors.choice'),
    host: z.object({
      name: requiredLocalisedField(limits.title),
      short: localisedField(limits.name),
      parent: localisedField(limits.title),
    }),
    ...dates,
    startsAt: timeField,
    endsAt: timeField,
    partOfDay: z.enum(['', 'morning', 'afternoon', 'evening'], 'errors.choice').default(''),
    timeZone: z.string().max(limits.code).refine(isTimeZone, 'errors.time-zone'),
    venue: z.object({
      name: localisedField(limits.title),
      room: localisedField(limits.line),
      address: localisedField(limits.line),
      city: localisedField(limits.line),
      mapUrl: optionalUrl,
    }),
    capacity: optionalCount,
    /** As clocks in the event's zone show it. */
    replyBy: localMoment,
    dressCode: localisedField(limits.line),
    contact: z.object({
      name: textField(limits.name),
      email: optionalEmail,
      phone: textField(limits.phone),
    }),
    inviter: z.object({ name: textField(limits.name), position: localisedField(limits.position) }),
  })
  .superRefine(checkDates)
  .superRefine(checkTimes);
export type EditEventInput = z.infer<typeof EditEventInput>;

const rows = <S extends z.ZodType>(row: S, max: number) =>
  z.preprocess(
    (value) => (typeof value === 'object' && value !== null ? Object.values(value) : []),
    z.array(row).max(max),
  );
const rowId = z.string().max(limits.code).default('');
const removed = z.preprocess((value) => value === 'true' || value === true, z.boolean());

const SessionRow = z
  .object({
    id: rowId,
    title: localisedField(limits.title),
    day: dayField,
    startsAt: timeField,
    endsAt: timeField,
    room: textField(limits.line),
    remove: removed,
  })
  .superRefine(({ startsAt, endsAt }, context) => {
    if (startsAt && endsAt && endsAt <= startsAt) problem(context, 'endsAt', 'errors.ends-before-start');
  });

/** The parts of an event, all of them. Rows without a title are not there. */
export const SessionsInput = z.object({ rev: revField, sessions: rows(SessionRow, 200) });
export type SessionsInput = z.infer<typeof SessionsInput>;

const CategoryRow = z.object({
  id: rowId,
  title: localisedField(limits.line),
  order: z.coerce.number().int().min(1).max(1000),
  tone: z
    .enum(['', 'lacquer', 'gold', 'live', 'present', 'waiting', 'attention'], 'errors.choice')
    .default(''),
  remove: removed,
});

export const CategoriesInput = z.object({ rev: revField, categories: rows(CategoryRow, 100) });
export type CategoriesInput = z.infer<typeof CategoriesInput>;

export const StateInput = z.object({ to: z.enum(eventStates, 'errors.choice') });

export const EventListQuery = z.object({
  tab: z.enum(['current', 'past']).catch('current'),
  q: textField(limits.search).catch(''),
  after: z.string().max(limits.code).catch(''),
});
export type EventListQuery = z.infer<typeof EventListQuery>;

interface Dates {
  firstDay: string;
  lastDay: string;
}

function checkDates({ firstDay, lastDay }: Dates, context: z.RefinementCtx): void {
  if (!lastDay) return;
  if (!firstDay) return problem(context, 'firstDay', 'events.first-day-needed');
  if (lastDay < firstDay) return problem(context, 'lastDay', 'events.ends-before-start');
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS + 1;
  if (days > LONGEST_EVENT) problem(context, 'lastDay', 'events.too-many-days', { max: LONGEST_EVENT });
}

function checkTimes(
  event: Dates & { startsAt: string; endsAt: string; replyBy: string },
  context: z.RefinementCtx,
): void {
  const { firstDay, lastDay, startsAt, endsAt, replyBy } = event;
  const oneDay = !lastDay || lastDay === firstDay;
  if (oneDay && startsAt && endsAt && endsAt <= startsAt)
    problem(context, 'endsAt', 'errors.ends-before-start');
  if (replyBy && firstDay && replyBy > `${firstDay}T${startsAt || '23:59'}`) {
    problem(context, 'replyBy', 'events.reply-by-too-late');
  }
}

function problem(
  context: z.RefinementCtx,
  field: string,
  message: string,
  params: Record<string, number> = {},
): void {
  context.addIssue({ code: 'custom', path: [field], message, params });
}
