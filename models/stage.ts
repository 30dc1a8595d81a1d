import { Schema, model, type Types } from 'mongoose';
import { type Effect, effectsField } from './fields/effects.ts';

export interface StageTick {
  /** Guest id, or award id for announcements. */
  id: string;
  at: Date;
  by: string;
}

export interface StageRun {
  item: string;
  startedAt: Date;
  endedAt: Date | null;
}

/** What is true right now on stage: one document per event. */
export interface Stage {
  /** The event's id. */
  _id: Types.ObjectId;
  /** Agenda item that is running; empty before the start and after the end. */
  running: string;
  startedAt: Date | null;
  /** What ran when, in order: the actual times. */
  runs: StageRun[];
  introduced: StageTick[];
  message: { text: string; at: Date; by: string } | null;
  rev: number;
  effects: Effect[];
}

const tick = { id: String, at: Date, by: String };

const stageSchema = new Schema<Stage>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    running: { type: String, default: '' },
    startedAt: { type: Date, default: null },
    runs: { type: [{ item: String, startedAt: Date, endedAt: Date, _id: false }], default: [] },
    introduced: { type: [{ ...tick, _id: false }], default: [] },
    message: { type: { text: String, at: Date, by: String }, _id: false, default: null },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'stages' },
);

export const Stages = model('Stage', stageSchema);
