import { Schema, model, type Types } from 'mongoose';
import {
  type InboundReason,
  inboundReasons,
  type InboundRoute,
  inboundRoutes,
  type InboundState,
  inboundStates,
} from '../contract/inbound.ts';
import type { Mailbox } from '../contract/mail.ts';
import { type AnswerKind, answerKinds } from '../contract/states.ts';
import { part } from './fields/part.ts';

/** What a person needs in order to judge a reply. */
export interface InboundReading {
  channel: 'calendar' | 'mail';
  from: Mailbox;
  subject: string;
  /** What the sender wrote, and the mail they wrote it above. */
  written: string;
  quoted: string;
}

export interface InboundDecision {
  reason: InboundReason;
  /** The answer we read in it; null when there is none. */
  kind: AnswerKind | null;
  trust: 'A' | 'B' | 'C' | 'D' | '';
  at: Date;
  /** The member of staff who decided; empty when nobody had to. */
  by: string;
}

/** A mail that came in, once for each recipient of ours. */
export interface InboundMail {
  _id: Types.ObjectId;
  /** Of the bytes as they came. */
  sha256: string;
  messageId: string;
  /** The envelope's recipient in lower case: with its tag it names an invitation, or a mail that bounced. */
  recipient: string;
  /** Null for mails that must never be answered. */
  envelopeFrom: string | null;
  /** The address in From, as it stands there. Not to be believed. */
  sender: string;
  via: InboundRoute;
  /** Longer than what we read; the rest was left where it was. */
  isCut: boolean;
  raw: Buffer | null;
  receivedAt: Date;
  state: InboundState;
  /** When a worker should take it: moved into the future while one works on it, null when it is done. */
  due: Date | null;
  token: string | null;
  tries: number;
  handledAt: Date | null;
  event: Types.ObjectId | null;
  guest: Types.ObjectId | null;
  decision: InboundDecision | null;
  reading: InboundReading | null;
  /** When the content is dropped, null while it is not decided about; the row stays, so that the same mail is not taken for a new one. */
  forgetAt: Date | null;
  expires: Date;
}

const decision = part({
  reason: { type: String, enum: inboundReasons, required: true },
  kind: { type: String, enum: [...answerKinds, null], default: null },
  trust: { type: String, default: '' },
  at: { type: Date, required: true },
  by: { type: String, default: '' },
});
const reading = part({
  channel: { type: String, default: 'mail' },
  from: part({ name: String, address: String }),
  subject: { type: String, default: '' },
  written: { type: String, default: '' },
  quoted: { type: String, default: '' },
});

const inboundMailSchema = new Schema<InboundMail>(
  {
    sha256: { type: String, required: true },
    messageId: { type: String, default: '' },
    recipient: { type: String, default: '' },
    envelopeFrom: { type: String, default: null },
    sender: { type: String, default: '' },
    via: { type: String, enum: inboundRoutes, required: true },
    isCut: { type: Boolean, default: false },
    raw: { type: Buffer, default: null },
    receivedAt: { type: Date, required: true },
    state: { type: String, enum: inboundStates, required: true, default: 'received' },
    due: { type: Date, default: null },
    token: { type: String, default: null },
    tries: { type: Number, required: true, default: 0 },
    handledAt: { type: Date, default: null },
    event: { type: Schema.Types.ObjectId, default: null },
    guest: { type: Schema.Types.ObjectId, default: null },
    decision: { type: decision, default: null },
    reading: { type: reading, default: null },
    forgetAt: { type: Date, default: null },
    expires: { type: Date, required: true },
  },
  { collection: 'inbound-mails', minimize: false, versionKey: false },
);
inboundMailSchema.index({ sha256: 1, recipient: 1 }, { unique: true });
inboundMailSchema.index(
  { messageId: 1, recipient: 1 },
  { unique: true, partialFilterExpression: { messageId: { $gt: '' } } },
);
inboundMailSchema.index({ due: 1 });
inboundMailSchema.index({ event: 1, state: 1, receivedAt: -1, _id: -1 });
inboundMailSchema.index({ event: 1, guest: 1, receivedAt: -1 });
inboundMailSchema.index({ sender: 1, handledAt: 1 });
inboundMailSchema.index({ forgetAt: 1 });
inboundMailSchema.index({ expires: 1 });

export const InboundMails = model('InboundMail', inboundMailSchema);
