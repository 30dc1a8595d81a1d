import { Schema, model, type Types } from 'mongoose';
import type { Localised } from '../contract/localised.ts';
import { type AreaKind, areaKinds } from '../contract/seating.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { localisedText } from './fields/localised-text.ts';
import { part } from './fields/part.ts';

/** A part of the hall, as it is described: the seats follow from it. */
export interface SeatingArea {
  id: string;
  kind: AreaKind;
  name: Localised;
  /** Stands before the names of its seats, for a balcony or a second hall. */
  prefix: string;
  /** Rows, tables, or the seats along one arm of a U. */
  rows: number;
  /** Seats in a row, at a table, or at the head of a U. */
  seats: number;
  /** An aisle runs behind the seats with these numbers. */
  aisles: number[];
  /** So many rows (or tables) at the front are left free by automatic seating. */
  keptRows: number;
  /** Seats nobody can have, by their short names: "A-5", a whole row "C", a table "3". */
  blocked: string[];
  /** Categories that sit here and nowhere else; empty for everybody without a part of their own. */
  categories: string[];
  /** Whether automatic seating fills this part. */
  automatic: boolean;
}

/** Who moved from where to where; an empty seat stands for none. */
export interface SeatMove {
  who: string;
  from: string;
  to: string;
}

/** One thing that was done to the plan, so that it can be taken back. */
export interface SeatingStep {
  id: string;
  kind: 'moved' | 'arranged' | 'adopted' | 'cleared';
  at: Date;
  by: string;
  moves: SeatMove[];
}

/**
 * The hall of an event and who sits where: one document, so that a swap or a whole new arrangement is one atomic
 * write and no seat can hold two.
 */
export interface Seating {
  /** The event's id. */
  _id: Types.ObjectId;
  areas: SeatingArea[];
  /** Seat ("area:row:number") → occupant: a guest's id, or the id with "+1" for the guest's first companion. */
  seats: Record<string, string>;
  /** The last few, oldest first. */
  steps: SeatingStep[];
  rev: number;
  effects: Effect[];
}

const area = part({
  id: { type: String, required: true },
  kind: { type: String, enum: areaKinds, required: true },
  name: { ...localisedText, default: {} },
  prefix: { type: String, default: '' },
  rows: { type: Number, required: true },
  seats: { type: Number, required: true },
  aisles: { type: [Number], default: [] },
  keptRows: { type: Number, default: 0 },
  blocked: { type: [String], default: [] },
  categories: { type: [String], default: [] },
  automatic: { type: Boolean, default: true },
});

const seatingSchema = new Schema<Seating>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    areas: { type: [area], default: [] },
    seats: { type: Schema.Types.Mixed, default: {} },
    steps: { type: Schema.Types.Mixed, default: [] },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'seatings', minimize: false },
);

export const Seatings = model('Seating', seatingSchema);
