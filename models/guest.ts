import { Schema, model, type Types } from 'mongoose';
import { type WaveChannel, waveChannels } from '../contract/letters.ts';
import type { AddressForm, PersonName } from '../contract/person.ts';
import {
  type AnswerChannel,
  answerChannels,
  type AnswerKind,
  answerKinds,
  type GuestStanding,
  type GuestState,
  guestStandings,
  guestStates,
  type Side,
} from '../contract/states.ts';
import { type AnswerDetails, answerDetailsField } from './fields/answer-details.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { part } from './fields/part.ts';
import { type PassState, passStateField } from './fields/pass-state.ts';
import { type Person, personFields } from './fields/person.ts';
import type { Told } from './wave.ts';

export interface Substitute {
  name: string;
  position: string;
  phone: string;
  email: string;
}

export interface GuestAnswer {
  kind: AnswerKind;
  channel: AnswerChannel;
  /** Who recorded it: the guest, or the name of a member of staff. */
  by: string;
  /** Whose word it was, when somebody else passed it on; absent when it was the guest's own. */
  said?: string;
  at: Date;
  /** Reason of a decline, or a remark. */
  note: string;
  substitute: Substitute | null;
  /** Of the form it was sent with: sending that form again records nothing. */
  key?: string;
  /** Given to a date that holds no longer. The next answer takes its place. */
  beforeChange?: boolean;
  /** Of the calendar entry it was given to. */
  sequence?: number;
  /** How far the sender of a mail or calendar reply was proved to be the guest. */
  trust?: AnswerTrust;
  /** What was asked beside yes and no. */
  details?: AnswerDetails;
  /** It may be the work of a machine that opens links: it counts when the guest has confirmed it. */
  provisional?: boolean;
  /** The substitute was not accepted; then this answer holds nothing any more. */
  refusal?: Refusal | null;
  /** Of an earlier answer: it was no answer after all. What had held before it held again. */
  takenBack?: { by: string; at: Date };
}

export const answerTrusts = ['A', 'B', 'C'] as const;
export type AnswerTrust = (typeof answerTrusts)[number];

export interface Refusal {
  by: string;
  at: Date;
  reason: string;
}

/** Who has taken a guest's seat, with the approval of the organisers. */
export interface Replacement {
  guest: Types.ObjectId;
  name: string;
  by: string;
  at: Date;
}

/** Of a substitute: whose seat it was, as the person was called then. */
export interface StandsFor {
  guest: Types.ObjectId;
  name: PersonName;
  addressForm: AddressForm;
}

/** What a guest has typed and not sent: no answer, and only for them to go on with. */
export interface ReplyDraft {
  kind: string;
  /** The form as JSON. */
  values: string;
  at: Date;
}

export interface Invitation {
  /** Raised whenever the link must stop working; part of the link's derivation. */
  linkRevision: number;
  /** SHA-256 of the personal link token. */
  linkHash: string;
  /** Calendar identity: one UID per invitation, SEQUENCE rises with every change of time. */
  uid: string;
  sequence: number;
  wave: number;
  sentAt: Date | null;
  /** The last reminder to those who have not answered. */
  remindedAt?: Date | null;
  /** How it went out; absent for mail. */
  channel?: WaveChannel;
  /** What the last calendar message said; absent while no calendar was told anything, null after a cancellation. */
  told?: Told | null;
  /** The SEQUENCE that brought the time that holds now: a reply to an earlier one was to another time. */
  timeSequence?: number;
  /** When the entry was taken out of the guest's calendar. Nothing follows under its UID; a new invitation gets another. */
  withdrawnAt?: Date | null;
}

/** A contact, or a person typed in, on the list of one event. */
export interface Guest extends Person {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  /** Stable name of this guest in exchange files; unique within the event. */
  ref: string;
  contact: Types.ObjectId | null;
  state: GuestState;
  /** Derived from state, invitation and answer in the same update that changes them. */
  standing: GuestStanding;
  category: string;
  side: Side;
  delegation: string;
  headOfDelegation: boolean;
  tiers: string[];
  organisationTier: number;
  seniority: number;
  lift: { places: number; reason: string } | null;
  /** Protocol order as a byte-comparable string, computed from rank. */
  order: string;
  seat: string;
  note: string;
  /** Pass code, typed twin of the QR. */
  code: string;
  /** Absent while the pass is the first one and holds. */
  pass?: PassState;
  invitation: Invitation | null;
  answer: GuestAnswer | null;
  /** The last ten answers, oldest first, those taken back among them; the current one is not. */
  answers: GuestAnswer[];
  draft?: ReplyDraft | null;
  replacedBy?: Replacement | null;
  standsFor?: StandsFor | null;
  /** Derived from check-ins by their effect; `repair --check` compares. */
  arrivedAt: Date | null;
  /** The waves that have written to this guest. */
  waves?: Types.ObjectId[];
  words: string[];
  /** Address and telephone, by which only those find somebody who may see them. */
  contactWords: string[];
  sortKey: string;
  rev: number;
  createdAt: Date;
  updatedAt: Date;
  effects: Effect[];
}

const substitute = { name: String, position: String, phone: String, email: String };
const answer = {
  kind: { type: String, enum: answerKinds },
  channel: { type: String, enum: answerChannels },
  by: String,
  said: String,
  at: Date,
  note: { type: String, default: '' },
  substitute: { type: substitute, _id: false, default: null },
  key: String,
  beforeChange: Boolean,
  sequence: Number,
  trust: { type: String, enum: answerTrusts },
  details: { type: answerDetailsField },
  provisional: Boolean,
  refusal: { type: part({ by: String, at: Date, reason: String }) },
  takenBack: { type: part({ by: String, at: Date }) },
};
const invitation = {
  linkRevision: Number,
  linkHash: String,
  uid: String,
  sequence: { type: Number, default: 0 },
  wave: { type: Number, default: 0 },
  sentAt: { type: Date, default: null },
  remindedAt: Date,
  channel: { type: String, enum: waveChannels },
  told: { type: { time: String, place: String }, _id: false },
  timeSequence: Number,
  withdrawnAt: Date,
};

const replacement = part({ guest: Schema.Types.ObjectId, name: String, by: String, at: Date });
const standsFor = part({ guest: Schema.Types.ObjectId, name: Schema.Types.Mixed, addressForm: String });
const draft = part({ kind: String, values: String, at: Date });

const guestSchema = new Schema<Guest>(
  {
    ...personFields,
    event: { type: Schema.Types.ObjectId, required: true },
    ref: { type: String, required: true },
    contact: { type: Schema.Types.ObjectId, default: null },
    state: { type: String, enum: guestStates, required: true, default: 'listed' },
    standing: { type: String, enum: guestStandings, required: true, default: 'not-invited' },
    category: { type: String, default: '' },
    side: { type: String, default: 'guest' },
    delegation: { type: String, default: '' },
    headOfDelegation: { type: Boolean, default: false },
    tiers: { type: [String], default: [] },
    organisationTier: { type: Number, default: 5 },
    seniority: { type: Number, default: 0 },
    lift: { type: { places: Number, reason: String }, _id: false, default: null },
    order: { type: String, required: true },
    seat: { type: String, default: '' },
    note: { type: String, default: '' },
    code: { type: String, required: true },
    pass: passStateField,
    invitation: { type: invitation, _id: false, default: null },
    answer: { type: answer, _id: false, default: null },
    answers: { type: [{ ...answer, _id: false }], default: [] },
    draft: { type: draft },
    replacedBy: { type: replacement },
    standsFor: { type: standsFor },
    arrivedAt: { type: Date, default: null },
    waves: { type: [Schema.Types.ObjectId], default: [] },
    words: { type: [String], required: true },
    contactWords: { type: [String], default: [] },
    sortKey: { type: String, required: true },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'guests', minimize: false },
);
guestSchema.index({ event: 1, order: 1, _id: 1 });
guestSchema.index({ event: 1, standing: 1, order: 1, _id: 1 });
guestSchema.index({ event: 1, standing: 1, sortKey: 1, _id: 1 });
guestSchema.index({ event: 1, words: 1, order: 1 });
guestSchema.index({ event: 1, contactWords: 1 });
guestSchema.index({ event: 1, waves: 1, order: 1, _id: 1 });
// What devices at doors have not heard of yet.
guestSchema.index({ event: 1, updatedAt: 1, _id: 1 });
guestSchema.index({ event: 1, code: 1 }, { unique: true });
guestSchema.index({ event: 1, ref: 1 }, { unique: true });
// Whose pass was revoked.
guestSchema.index(
  { event: 1, 'pass.revokedAt': 1 },
  { partialFilterExpression: { 'pass.revokedAt': { $gt: new Date(0) } } },
);
// Codes that held before: few guests have any.
guestSchema.index({ 'pass.former': 1 }, { sparse: true });
guestSchema.index(
  { event: 1, contact: 1 },
  { unique: true, partialFilterExpression: { contact: { $type: 'objectId' } } },
);
guestSchema.index({ event: 1, arrivedAt: 1, standing: 1, order: 1, _id: 1 });
// Who is there of which category, counted in the index alone.
guestSchema.index({ event: 1, category: 1, standing: 1, arrivedAt: 1 });
// Whom no mail can reach, counted without reading them.
guestSchema.index({ event: 1, email: 1, standing: 1 }, { partialFilterExpression: { email: '' } });
// Answers that a machine may have given wait for a person.
guestSchema.index(
  { event: 1, 'answer.provisional': 1 },
  { partialFilterExpression: { 'answer.provisional': true } },
);
// The newest answers, and the first guest of each language: without reading everybody for fifty, or for one.
guestSchema.index(
  { event: 1, 'answer.at': -1, _id: -1 },
  { partialFilterExpression: { 'answer.at': { $gt: new Date(0) } } },
);
guestSchema.index({ event: 1, locale: 1, order: 1, _id: 1 });
// Two on one seat are found by counting in here.
guestSchema.index({ event: 1, seat: 1 }, { partialFilterExpression: { seat: { $gt: '' } } });
// Those who ask for their link again name their address, and nothing else.
guestSchema.index({ email: 1, 'invitation.sentAt': -1 }, { partialFilterExpression: { email: { $gt: '' } } });
guestSchema.index(
  { event: 1, 'secretary.email': 1, order: 1 },
  { partialFilterExpression: { 'secretary.email': { $gt: '' } } },
);
guestSchema.index(
  { event: 1, 'standsFor.guest': 1 },
  { partialFilterExpression: { 'standsFor.guest': { $type: 'objectId' } } },
);
guestSchema.index(
  { event: 1, 'answer.details.companions.name': 1 },
  { partialFilterExpression: { 'answer.details.companions.name': { $gt: '' } } },
);
guestSchema.index(
  { event: 1, 'replacedBy.guest': 1 },
  { partialFilterExpression: { 'replacedBy.guest': { $type: 'objectId' } } },
);
guestSchema.index(
  { 'invitation.linkHash': 1 },
  { unique: true, partialFilterExpression: { 'invitation.linkHash': { $gt: '' } } },
);
// Whoever answers by calendar is known by it.
guestSchema.index(
  { 'invitation.uid': 1 },
  { unique: true, partialFilterExpression: { 'invitation.uid': { $gt: '' } } },
);

export const Guests = model('Guest', guestSchema);
