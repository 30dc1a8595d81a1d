import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { questionKinds } from '../../../../contract/reply-form.ts';
import { locales } from '../../../../contract/locales.ts';
import { positionTiers } from '../../../../contract/protocol.ts';
import { eventStates, eventTypes } from '../../../../contract/states.ts';
import { letterText } from './letters.ts';
import { day, localised, optionalEmail, optionalInstant, optionalRef, ref, time, words } from './text.ts';

/** Names that are left out are those of the organisation. */
const Host = z.strictObject({
  organisation: optionalRef,
  name: localised(limits.title),
  short: localised(limits.name),
  parent: localised(limits.title),
});

const Venue = z.strictObject({
  name: localised(limits.title),
  room: localised(limits.line),
  address: localised(limits.line),
  city: localised(limits.line),
  mapUrl: words(limits.url),
});

const Session = z.strictObject({
  ref,
  title: localised(limits.title),
  day,
  startsAt: time,
  endsAt: time,
  room: words(limits.line),
});

const Category = z.strictObject({
  ref,
  title: localised(limits.line),
  order: z.int().min(1).max(1000),
  tone: words(limits.code),
});

const Term = z.strictObject({ from: year(), to: year() });
const facts = z.array(localised(limits.text)).max(100).default([]);
const Background = z.strictObject({
  term: Term.nullable().default(null),
  purposes: facts,
  combines: facts,
  context: facts,
});

const headcount = z.int().min(0).max(1_000_000).nullable().default(null);
const ReportedHeadcount = z.strictObject({
  delegates: headcount,
  hostStaff: headcount,
  approximate: z.boolean().default(false),
});

const Question = z.strictObject({
  ref,
  kind: z.enum(questionKinds),
  label: localised(limits.title),
  hint: localised(limits.line),
  required: z.boolean().default(false),
  /** Categories that are asked; none is all. */
  categories: z.array(ref).max(100).default([]),
  options: z
    .array(z.strictObject({ ref, label: localised(limits.line), removed: z.boolean().default(false) }))
    .max(100)
    .default([]),
  removed: z.boolean().default(false),
});

/** What guests are asked beside yes and no. */
const ReplyForm = z.strictObject({
  companions: z.int().min(0).max(100).default(0),
  dietary: z.boolean().default(false),
  access: z.boolean().default(false),
  transport: z.boolean().default(false),
  photo: z.boolean().default(false),
  /** The wordings of the consent to photographs so far, the one in force last. */
  consents: z
    .array(z.strictObject({ version: z.int().min(1).max(10_000), text: localised(limits.text) }))
    .max(1000)
    .default([]),
  questions: z.array(Question).max(200).default([]),
  substitutes: z.enum(['review', 'automatic']).default('review'),
});

export const EventPart = z
  .strictObject({
    slug: z
      .string()
      .max(80)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    type: z.enum(eventTypes),
    state: z.enum(eventStates).default('draft'),
    title: localised(limits.title),
    motto: localised(limits.title),
    summary: localised(limits.text),
    host: Host.prefault({}),
    days: z.array(day).max(60).default([]),
    startsAt: time,
    endsAt: time,
    partOfDay: z.enum(['', 'morning', 'afternoon', 'evening']).default(''),
    timeZone: z.string().max(limits.code).default('Asia/Ho_Chi_Minh'),
    venue: Venue.nullable().default(null),
    dressCode: localised(limits.line),
    sessions: z.array(Session).max(200).default([]),
    categories: z.array(Category).max(100).default([]),
    /** Left out, it is the ladder of the event's type. */
    ladder: z.array(z.enum(positionTiers)).max(100).nullable().default(null),
    capacity: z.int().min(1).max(1_000_000).nullable().default(null),
    replyBy: optionalInstant,
    defaultLocale: z.enum(locales).default('vi'),
    letter: z.strictObject({ vi: letterText, en: letterText, ru: letterText }).prefault({}),
    contact: z
      .strictObject({ name: words(limits.name), email: optionalEmail, phone: words(limits.phone) })
      .prefault({}),
    inviter: z.strictObject({ name: words(limits.name), position: localised(limits.position) }).prefault({}),
    replyForm: ReplyForm.exactOptional(),
    background: Background.prefault({}),
    reportedHeadcount: ReportedHeadcount.prefault({}),
    publishedAt: optionalInstant,
  })
  .meta({ id: 'event' });
export type EventPart = z.infer<typeof EventPart>;

function year() {
  return z.int().min(1900).max(2200);
}
