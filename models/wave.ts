import { Schema, model, type Types } from 'mongoose';
import {
  type LetterKind,
  letterKinds,
  type MomentAnchor,
  momentAnchors,
  type MomentKind,
  momentKinds,
  type MomentUnit,
  momentUnits,
  type SelectionKind,
  selectionKinds,
  type WaveChannel,
  waveChannels,
  type WaveState,
  waveStates,
} from '../contract/letters.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { part } from './fields/part.ts';
import type { LetterTexts } from './message-template.ts';

/** Whom a wave means. Looked up anew when it is sent: who has answered meanwhile needs no reminder. */
export interface Selection {
  who: SelectionKind;
  category: string;
  delegation: string;
  /** The earlier wave whose addressees are meant. */
  wave: Types.ObjectId | null;
  /** Of that wave: only those who have answered, or have not. */
  answered: '' | 'yes' | 'no';
  guests: Types.ObjectId[];
}

/** When a wave is due; the days and hours before and after follow the event's own dates. */
export interface Moment {
  how: MomentKind;
  at: Date | null;
  amount: number;
  unit: MomentUnit;
  of: MomentAnchor;
}

/** What the calendars of the guests were told: the same words mean that nothing has changed. */
export interface Told {
  time: string;
  place: string;
}

/** One sending: what to whom and when. The form it was ordered with gives the id, so a double click is one wave. */
export interface Wave {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  /** 1 for the first of the event. */
  number: number;
  kind: LetterKind;
  channel: WaveChannel;
  selection: Selection;
  moment: Moment;
  state: WaveState;
  /** Where a paused wave goes on. */
  pausedFrom: 'scheduled' | 'sending' | null;
  /** Why the machine itself paused it: a locale key; empty when a person did. */
  reason: string;
  /** When a runner should take it; null while none has to, also when the event has no date to count from. */
  due: Date | null;
  leaseUntil: Date | null;
  token: string | null;
  /** How far the walk through the guests has come, in protocol order. */
  cursor: { order: string; id: Types.ObjectId } | null;
  /** How many were written to in this walk; when a whole walk finds nobody the wave is done. */
  found: number;
  /** How many the review named. */
  expected: number;
  /** The text as it was reviewed. Later changes of the template do not reach it by themselves. */
  texts: LetterTexts;
  told: Told | null;
  by: { kind: 'user' | 'system'; id: string; name: string };
  startedAt: Date | null;
  /** When the last guest was written to; mails may still be on their way. */
  writtenAt: Date | null;
  doneAt: Date | null;
  /** Of a cancelled wave: when all who got nothing stood again where they had stood. */
  takenBackAt: Date | null;
  rev: number;
  createdAt: Date;
  updatedAt: Date;
  effects: Effect[];
}

const line = { type: String, default: '' };
const moment = { type: Date, default: null };
const letter = { type: { subject: line, body: line }, _id: false, default: {} };
const selection = part({
  who: { type: String, enum: selectionKinds, required: true },
  category: line,
  delegation: line,
  wave: { type: Schema.Types.ObjectId, default: null },
  answered: line,
  guests: { type: [Schema.Types.ObjectId], default: [] },
});
const due = part({
  how: { type: String, enum: momentKinds, required: true },
  at: moment,
  amount: { type: Number, default: 0 },
  unit: { type: String, enum: momentUnits, default: 'days' },
  of: { type: String, enum: momentAnchors, default: 'start' },
});

const waveSchema = new Schema<Wave>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    number: { type: Number, required: true },
    kind: { type: String, enum: letterKinds, required: true },
    channel: { type: String, enum: waveChannels, required: true, default: 'mail' },
    selection: { type: selection, required: true },
    moment: { type: due, required: true },
    state: { type: String, enum: waveStates, required: true },
    pausedFrom: { type: String, default: null },
    reason: line,
    due: moment,
    leaseUntil: moment,
    token: { type: String, default: null },
    cursor: { type: { order: String, id: Schema.Types.ObjectId }, _id: false, default: null },
    found: { type: Number, default: 0 },
    expected: { type: Number, default: 0 },
    texts: { type: { vi: letter, en: letter, ru: letter }, _id: false, default: {} },
    told: { type: { time: String, place: String }, _id: false, default: null },
    by: { type: { kind: String, id: String, name: String }, _id: false, required: true },
    startedAt: moment,
    writtenAt: moment,
    doneAt: moment,
    takenBackAt: moment,
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'waves', minimize: false },
);
waveSchema.index({ event: 1, number: 1 }, { unique: true });
waveSchema.index({ state: 1, due: 1 });

export const Waves = model('Wave', waveSchema);
