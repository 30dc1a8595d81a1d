import { Schema, model, type Types } from 'mongoose';
import type { Localised } from '../contract/localised.ts';
import { type AgendaKind, agendaKinds } from '../contract/states.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { localisedText } from './fields/localised-text.ts';
import { part } from './fields/part.ts';

export interface AgendaItem {
  id: string;
  kind: AgendaKind;
  title: Localised;
  about: Localised;
  /** Guests of this event who speak. */
  speakers: Types.ObjectId[];
  /** Whoever speaks without being on the list: a unit, "papers of the units". */
  by: Localised;
  minutes: number;
  /** HH:MM in the event's zone when the start is a promise, otherwise empty and computed. */
  pinnedStart: string;
  /** Session the item belongs to; empty when the event has only one. */
  session: string;
  script: string;
}

/** The ordered items of an event: one document, so that a move is one atomic write. */
export interface Agenda {
  /** The event's id. */
  _id: Types.ObjectId;
  items: AgendaItem[];
  rev: number;
  effects: Effect[];
}

const item = part({
  id: { type: String, required: true },
  kind: { type: String, enum: agendaKinds, required: true },
  title: { ...localisedText, default: {} },
  about: { ...localisedText, default: {} },
  speakers: { type: [Schema.Types.ObjectId], default: [] },
  by: { ...localisedText, default: {} },
  minutes: { type: Number, required: true },
  pinnedStart: { type: String, default: '' },
  session: { type: String, default: '' },
  script: { type: String, default: '' },
});

const agendaSchema = new Schema<Agenda>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    items: { type: [item], default: [] },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'agendas', minimize: false },
);

export const Agendas = model('Agenda', agendaSchema);
