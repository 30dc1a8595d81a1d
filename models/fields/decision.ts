import { Schema, type Types } from 'mongoose';
import {
  type DoubleDecision,
  doubleDecisions,
  type StrayDecision,
  strayOutcomes,
} from '../../contract/attendance/decisions.ts';
import { part } from './part.ts';

/** Which passages say what was decided; '' and null for those that do not stand. */
export interface Stands {
  /** The doubtful entry, with the guest it was recorded for. */
  entry: string;
  companion: string;
  /** With somebody else on the list. */
  elsewhere: { guest: Types.ObjectId; id: string } | null;
}

/** What a person decided about a contradiction. Added, never changed; the last one about a passage holds. */
export interface Decision {
  /** Of the form it was made with: sent twice it decides once. */
  id: string;
  /** The passage it is about; of something stray its id. */
  about: string;
  /** The admission it contradicted; '' for something stray. */
  of: string;
  kind: DoubleDecision | StrayDecision;
  /** Who the second person was, where somebody wrote it. */
  who: string;
  note: string;
  stands: Stands;
  by: string;
  at: Date;
}

const decision = {
  id: String,
  about: String,
  of: { type: String, default: '' },
  kind: { type: String, enum: [...new Set([...doubleDecisions, ...strayOutcomes])] },
  who: { type: String, default: '' },
  note: { type: String, default: '' },
  stands: {
    type: part({
      entry: { type: String, default: '' },
      companion: { type: String, default: '' },
      elsewhere: { type: part({ guest: Schema.Types.ObjectId, id: String }), default: null },
    }),
  },
  by: String,
  at: Date,
};

export const decisionsField = { type: [part(decision)], default: [] };
