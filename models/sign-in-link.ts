import { Schema, model, type Types } from 'mongoose';

/** A link that signs somebody in without a password: once, or again and again in the demo. */
export interface SignInLink {
  _id: Types.ObjectId;
  tokenHash: string;
  user: Types.ObjectId;
  /** Of the account when the link was made: a new password ends it. */
  generation: number;
  reusable: boolean;
  /** Where it leads; empty for the start page. */
  to: string;
  expires: Date;
}

const signInLinkSchema = new Schema<SignInLink>(
  {
    tokenHash: { type: String, required: true },
    user: { type: Schema.Types.ObjectId, required: true },
    generation: { type: Number, required: true },
    reusable: { type: Boolean, required: true, default: false },
    to: { type: String, default: '' },
    expires: { type: Date, required: true },
  },
  { collection: 'sign-in-links', versionKey: false },
);
signInLinkSchema.index({ tokenHash: 1 }, { unique: true });
signInLinkSchema.index({ expires: 1 });

export const SignInLinks = model('SignInLink', signInLinkSchema);
