import { Schema, model, type Types } from 'mongoose';
import { type PrintReason, printReasons, type PrintState, printStates } from '../contract/badge/print.ts';
import { part } from './fields/part.ts';

/** One badge that was to be printed, and what became of it. Whoever asks for it makes the id, so it is asked for once. */
export interface PrintJob {
  _id: string;
  event: Types.ObjectId;
  guest: Types.ObjectId;
  /** Of this guest: 1 is the first, and no two are the same. */
  copy: number;
  reason: PrintReason;
  state: PrintState;
  /** Of the badge's design when it was taken to be printed. */
  designRev: number;
  /** Who asked: a person or a door. */
  by: { kind: string; id: string; name: string };
  /** The station that has it, or had it last. */
  station: string;
  /** Of the station that has it. Nobody else may say what became of it. */
  token: string | null;
  /** Until when that station is believed to be at work. */
  leaseUntil: Date | null;
  /** A station had it and was not heard again: there may be a badge. A person decides. */
  maybePrinted: boolean;
  queuedAt: Date;
  endedAt: Date | null;
}

const printJobSchema = new Schema<PrintJob>(
  {
    _id: { type: String, required: true },
    event: { type: Schema.Types.ObjectId, required: true },
    guest: { type: Schema.Types.ObjectId, required: true },
    copy: { type: Number, required: true },
    reason: { type: String, enum: printReasons, required: true },
    state: { type: String, enum: printStates, required: true },
    designRev: { type: Number, required: true },
    by: { type: part({ kind: String, id: String, name: String }), required: true },
    station: { type: String, default: '' },
    token: { type: String, default: null },
    leaseUntil: { type: Date, default: null },
    maybePrinted: { type: Boolean, default: false },
    queuedAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
  },
  { collection: 'print-jobs', versionKey: false },
);
// Two who ask for the next copy at once get two numbers.
printJobSchema.index({ event: 1, guest: 1, copy: 1 }, { unique: true });
printJobSchema.index({ event: 1, state: 1, maybePrinted: 1, queuedAt: 1 });
printJobSchema.index({ event: 1, endedAt: -1 });
// A claim that is sent again gets the job it got before.
printJobSchema.index({ token: 1 }, { unique: true, partialFilterExpression: { token: { $type: 'string' } } });

export const PrintJobs = model('PrintJob', printJobSchema);
