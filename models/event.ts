import { Schema, model, type Types } from 'mongoose';
import { type Locale, locales } from '../contract/locales.ts';
import type { Localised } from '../contract/localised.ts';
import { type EventState, eventStates, type EventType, eventTypes } from '../contract/states.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { localisedText } from './fields/localised-text.ts';
import { part } from './fields/part.ts';
import { type ReplyForm, replyFormField } from './fields/reply-form.ts';

export interface Session {
  id: string;
  title: Localised;
  /** YYYY-MM-DD in the event's zone. */
  day: string;
  /** HH:MM in the event's zone; empty while not known. */
  startsAt: string;
  endsAt: string;
  room: string;
}

export interface Category {
  id: string;
  title: Localised;
  /** Place of the category in protocol: 1 is introduced first. */
  order: number;
  tone: string;
}

export interface Venue {
  name: Localised;
  room: Localised;
  address: Localised;
  city: Localised;
  mapUrl: string;
}

export interface HostUnit {
  organisation: Types.ObjectId | null;
  name: Localised;
  short: Localised;
  parent: Localised;
}

export interface LetterText {
  subject: string;
  body: string;
}

/** One conference. Date, time and venue may be unknown while it is being planned. */
export interface Conference {
  _id: Types.ObjectId;
  slug: string;
  /** Four readable characters in every pass, so that a pass of another event is recognised as such. */
  shortId: string;
  type: EventType;
  state: EventState;
  title: Localised;
  motto: Localised;
  summary: Localised;
  host: HostUnit;
  /** YYYY-MM-DD in the event's zone, ascending; empty while not known. */
  days: string[];
  /** HH:MM, empty while not known. */
  startsAt: string;
  endsAt: string;
  /** Morning, afternoon or evening, when only that much is known. */
  partOfDay: '' | 'morning' | 'afternoon' | 'evening';
  timeZone: string;
  venue: Venue | null;
  dressCode: Localised;
  sessions: Session[];
  categories: Category[];
  /** Position tiers from the highest to the lowest, for this type of event. */
  ladder: string[];
  capacity: number | null;
  replyBy: Date | null;
  defaultLocale: Locale;
  letter: { vi: LetterText; en: LetterText; ru: LetterText };
  /** Whom a guest can ask. */
  contact: { name: string; email: string; phone: string };
  /** The person in whose name guests are invited. */
  inviter: { name: string; position: Localised };
  /** What is asked of those who answer; absent while nothing is but yes or no. */
  replyForm?: ReplyForm | null;
  /** Facts around the event that reports mention: its term, combined meetings, purposes, context. */
  background: {
    term: { from: number; to: number } | null;
    purposes: Localised[];
    combines: Localised[];
    context: Localised[];
  };
  /** Attendance as reported, when nobody was checked in with Rostrum. */
  reportedHeadcount: { delegates: number | null; hostStaff: number | null; approximate: boolean };
  publishedAt: Date | null;
  clonedFrom: Types.ObjectId | null;
  createdBy: Types.ObjectId | null;
  words: string[];
  rev: number;
  createdAt: Date;
  updatedAt: Date;
  effects: Effect[];
}

const line = { type: String, default: '' };
const letterText = { type: { subject: line, body: line }, _id: false, default: {} };
const hostUnit = part({
  organisation: { type: Schema.Types.ObjectId, default: null },
  name: localisedText,
  short: { ...localisedText, default: {} },
  parent: { ...localisedText, default: {} },
});
const venue = part({
  name: { ...localisedText, default: {} },
  room: { ...localisedText, default: {} },
  address: { ...localisedText, default: {} },
  city: { ...localisedText, default: {} },
  mapUrl: { type: String, default: '' },
});
const inviter = part({ name: line, position: { ...localisedText, default: {} } });
const session = {
  id: String,
  title: localisedText,
  day: String,
  startsAt: String,
  endsAt: String,
  room: String,
};
const category = { id: String, title: localisedText, order: Number, tone: String };

const conferenceSchema = new Schema<Conference>(
  {
    slug: { type: String, required: true },
    shortId: { type: String, required: true },
    type: { type: String, enum: eventTypes, required: true },
    state: { type: String, enum: eventStates, required: true, default: 'draft' },
    title: { ...localisedText, required: true },
    motto: { ...localisedText, default: {} },
    summary: { ...localisedText, default: {} },
    host: { type: hostUnit, required: true },
    days: { type: [String], default: [] },
    startsAt: { type: String, default: '' },
    endsAt: { type: String, default: '' },
    partOfDay: { type: String, default: '' },
    timeZone: { type: String, required: true },
    venue: { type: venue, default: null },
    dressCode: { ...localisedText, default: {} },
    sessions: { type: [{ ...session, _id: false }], default: [] },
    categories: { type: [{ ...category, _id: false }], default: [] },
    ladder: { type: [String], default: [] },
    capacity: { type: Number, default: null },
    replyBy: { type: Date, default: null },
    defaultLocale: { type: String, enum: locales, required: true },
    letter: { type: { vi: letterText, en: letterText, ru: letterText }, _id: false, default: {} },
    contact: { type: { name: line, email: line, phone: line }, _id: false, default: {} },
    inviter: { type: inviter, default: {} },
    replyForm: { type: replyFormField },
    background: {
      type: Schema.Types.Mixed,
      default: { term: null, purposes: [], combines: [], context: [] },
    },
    reportedHeadcount: {
      type: Schema.Types.Mixed,
      default: { delegates: null, hostStaff: null, approximate: false },
    },
    publishedAt: { type: Date, default: null },
    clonedFrom: { type: Schema.Types.ObjectId, default: null },
    createdBy: { type: Schema.Types.ObjectId, default: null },
    words: { type: [String], default: [] },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'events', minimize: false },
);
conferenceSchema.index({ slug: 1 }, { unique: true });
conferenceSchema.index({ shortId: 1 }, { unique: true });
conferenceSchema.index({ createdAt: -1, _id: -1 });

/** `Event` alone is a global of browsers and of Node; a forgotten import would compile. */
export const Events = model('Conference', conferenceSchema);
