import { Schema, model } from 'mongoose';

/** A mail that an address could not take for the time being. Three in a fortnight, and it is not written to. */
export interface SoftBounce {
  /** `<key>:<mail>`: two reports of one mail count once. */
  _id: string;
  key: string;
  expires: Date;
}

const softBounceSchema = new Schema<SoftBounce>(
  {
    _id: { type: String, required: true },
    key: { type: String, required: true },
    expires: { type: Date, required: true },
  },
  { collection: 'soft-bounces', versionKey: false },
);
softBounceSchema.index({ key: 1, expires: 1 });
softBounceSchema.index({ expires: 1 });

export const SoftBounces = model('SoftBounce', softBounceSchema);
