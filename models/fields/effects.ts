import { Schema } from 'mongoose';

/** Something that must follow from a fact: an audit entry, a mail. Written with the fact, carried out later. */
export interface Effect {
  /** Unique for ever; who carries the effect out uses it to notice a repeat. */
  id: string;
  kind: string;
  data: Record<string, unknown>;
  at: Date;
  /** How often it could not be carried out. */
  failures?: number;
  /** Set aside after too many failures: the effects behind it go on, `repair` tries it again. */
  dead?: boolean;
}

// Sparse: only documents with something left to do are in the index, so finding them costs nothing.
const effectSchema = new Schema<Effect>(
  {
    id: { type: String, required: true, index: { sparse: true } },
    kind: { type: String, required: true },
    data: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
    failures: Number,
    dead: Boolean,
  },
  { _id: false, minimize: false },
);

export const effectsField = { type: [effectSchema], default: [] };
