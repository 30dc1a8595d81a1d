import { Schema, model, type Types } from 'mongoose';
import { type ConcernKind, concernKinds } from '../contract/attention.ts';

/** Somebody has looked at a row of the attention list and said: not now. */
export interface PutOff {
  /** `<event>:<kind>:<key>` */
  _id: string;
  event: Types.ObjectId;
  kind: ConcernKind;
  /** What the row is about. */
  key: string;
  /** What was true then; when that changes the row comes back. */
  mark: string;
  by: string;
  at: Date;
}

const putOffSchema = new Schema<PutOff>(
  {
    _id: { type: String, required: true },
    event: { type: Schema.Types.ObjectId, required: true },
    kind: { type: String, enum: concernKinds, required: true },
    key: { type: String, required: true },
    mark: { type: String, default: '' },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'put-offs', versionKey: false },
);
putOffSchema.index({ event: 1, kind: 1 });

export const PutOffs = model('PutOff', putOffSchema);
