import { Schema, model, type Types } from 'mongoose';
import type { Localised } from '../contract/localised.ts';
import type { FigureQualifier } from '../contract/states.ts';
import { type Effect, effectsField } from './fields/effects.ts';

/** One number of a report. */
export interface Figure {
  id: string;
  label: Localised;
  value: number;
  unit: Localised;
  plan: number | null;
  qualifier: FigureQualifier | '';
  estimate: boolean;
}

export interface ReportDocument {
  id: string;
  kind: string;
  title: Localised;
  commentsOpen: boolean;
}

export interface DelegationNote {
  id: string;
  side: string;
  name: Localised;
}

/** What the event reported: figures, tasks ahead, documents, and units that came without named delegates. */
export interface Report {
  /** The event's id. */
  _id: Types.ObjectId;
  figures: Figure[];
  tasks: Localised[];
  documents: ReportDocument[];
  delegations: DelegationNote[];
  rev: number;
  effects: Effect[];
}

const reportSchema = new Schema<Report>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    figures: { type: Schema.Types.Mixed, default: [] },
    tasks: { type: Schema.Types.Mixed, default: [] },
    documents: { type: Schema.Types.Mixed, default: [] },
    delegations: { type: Schema.Types.Mixed, default: [] },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'reports', minimize: false },
);

export const Reports = model('Report', reportSchema);
