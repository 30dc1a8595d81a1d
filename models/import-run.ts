import { Schema, model, type Types } from 'mongoose';

/**
 * The intent of an import. Everything it writes hangs on an event that does not exist until the last step, so that
 * nobody sees half of it; when it breaks off, this row says what has to be taken away again.
 */
export interface ImportRun {
  /** The id of the event to be. */
  _id: Types.ObjectId;
  state: 'writing' | 'appearing' | 'done' | 'abandoned';
  by: string;
  /** Directory entries made for this import. */
  organisations: Types.ObjectId[];
  contacts: Types.ObjectId[];
  /** Renewed while the import goes on; past it, the run counts as broken off. */
  aliveUntil: Date;
  createdAt: Date;
}

const importRunSchema = new Schema<ImportRun>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    state: { type: String, enum: ['writing', 'appearing', 'done', 'abandoned'], required: true },
    by: { type: String, default: '' },
    organisations: { type: [Schema.Types.ObjectId], default: [] },
    contacts: { type: [Schema.Types.ObjectId], default: [] },
    aliveUntil: { type: Date, required: true },
  },
  { timestamps: true, collection: 'import-runs', versionKey: false },
);
importRunSchema.index({ state: 1, aliveUntil: 1 });

export const ImportRuns = model('ImportRun', importRunSchema);
