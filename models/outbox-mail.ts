import { Schema, model, type Types } from 'mongoose';
import { type Locale, locales } from '../contract/locales.ts';
import {
  type Mailbox,
  type MailPurpose,
  mailPurposes,
  type MailRoute,
  mailRoutes,
  type MailStage,
  mailStages,
} from '../contract/mail.ts';
import { type MailState, mailStates } from '../contract/states.ts';
import { type Effect, effectsField } from './fields/effects.ts';

/** One line of a mail's history. */
export interface MailAttempt {
  at: Date;
  state: MailState;
  stage: MailStage | null;
  code: string;
  text: string;
}

export interface OutboxMail {
  /** Given by whoever orders the mail, so that an order repeated is still one mail: `<guest>:invitation:1`. */
  _id: string;
  /** Null for mails of the office: a password reset, a welcome. */
  event: Types.ObjectId | null;
  guest: Types.ObjectId | null;
  /** The wave that ordered it, which is held, released and cancelled as one. */
  wave: Types.ObjectId | null;
  kind: string;
  purpose: MailPurpose;
  locale: Locale;
  to: Mailbox;
  /** What follows the @ of the recipient, in lower case. */
  domain: string;
  /** The queue it stands in: its rank and the domain. */
  lane: string;
  from: Mailbox;
  /** What the writer of this kind needs besides the guest and the event. */
  data: Record<string, unknown>;
  /** Somebody is waiting in front of the screen: goes before a campaign. */
  urgent: boolean;
  /** Its wave is paused: it keeps its place, and no worker takes it. */
  held: boolean;
  /** Empty until the mail is composed. */
  subject: string;
  state: MailState;
  stage: MailStage | null;
  /** When a worker should take it; null while nobody has to. */
  due: Date | null;
  leaseUntil: Date | null;
  token: string | null;
  attempts: number;
  /** Attempts that ended without our knowing whether the mail arrived. */
  unknowns: number;
  /** Workers that disappeared over this mail. */
  interruptions: number;
  /** Follows from `_id`: a mail sent twice is recognised as one by whoever receives it. */
  messageId: string;
  /** The composed mail. Kept, so that another attempt sends the same bytes. */
  raw: Buffer | null;
  queuedAt: Date;
  /** When an attempt failed for the first time since it was ordered or let go on: two days later it is given up. */
  troubledAt: Date | null;
  /** An answer of its guest makes it pointless: an invitation, a reminder. */
  settledByAnswer: boolean;
  sentAt: Date | null;
  via: MailRoute | null;
  lastError: { code: string; text: string } | null;
  log: MailAttempt[];
  effects: Effect[];
}

const mailbox = {
  type: { name: { type: String, default: '' }, address: { type: String, required: true } },
  _id: false,
  required: true,
};
const attempt = {
  at: { type: Date, required: true },
  state: { type: String, enum: mailStates, required: true },
  stage: { type: String, enum: [...mailStages, null], default: null },
  code: { type: String, default: '' },
  text: { type: String, default: '' },
};

const outboxMailSchema = new Schema<OutboxMail>(
  {
    _id: { type: String, required: true },
    event: { type: Schema.Types.ObjectId, default: null },
    guest: { type: Schema.Types.ObjectId, default: null },
    wave: { type: Schema.Types.ObjectId, default: null },
    kind: { type: String, required: true },
    purpose: { type: String, enum: mailPurposes, required: true, default: 'service' },
    locale: { type: String, enum: locales, required: true },
    to: mailbox,
    domain: { type: String, default: '' },
    lane: { type: String, default: '' },
    from: mailbox,
    data: { type: Schema.Types.Mixed, default: {} },
    urgent: { type: Boolean, required: true, default: false },
    held: { type: Boolean, required: true, default: false },
    subject: { type: String, default: '' },
    state: { type: String, enum: mailStates, required: true, default: 'queued' },
    stage: { type: String, enum: [...mailStages, null], default: null },
    due: { type: Date, default: null },
    leaseUntil: { type: Date, default: null },
    token: { type: String, default: null },
    attempts: { type: Number, required: true, default: 0 },
    unknowns: { type: Number, required: true, default: 0 },
    interruptions: { type: Number, required: true, default: 0 },
    messageId: { type: String, required: true },
    raw: { type: Buffer, default: null },
    queuedAt: { type: Date, required: true },
    troubledAt: { type: Date, default: null },
    settledByAnswer: { type: Boolean, default: false },
    sentAt: { type: Date, default: null },
    via: { type: String, enum: [...mailRoutes, null], default: null },
    lastError: { type: { code: String, text: String }, _id: false, default: null },
    log: { type: [{ ...attempt, _id: false }], default: [] },
    effects: effectsField,
  },
  { collection: 'outbox-mails', minimize: false, versionKey: false },
);
outboxMailSchema.index({ lane: 1, held: 1, due: 1 });
outboxMailSchema.index({ held: 1, due: 1, lane: 1 });
// Reports and answers name the mail they are about by its Message-ID.
outboxMailSchema.index({ messageId: 1 });
outboxMailSchema.index({ 'to.address': 1, purpose: 1, state: 1 });
outboxMailSchema.index({ wave: 1, state: 1, held: 1 });
outboxMailSchema.index({ leaseUntil: 1 });
outboxMailSchema.index({ event: 1, queuedAt: -1, _id: -1 });
outboxMailSchema.index({ event: 1, state: 1, queuedAt: -1, _id: -1 });
outboxMailSchema.index({ event: 1, guest: 1, queuedAt: -1 });

export const OutboxMails = model('OutboxMail', outboxMailSchema);
