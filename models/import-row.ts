import { Schema, model, type Types } from 'mongoose';
import type {
  CellField,
  Cells,
  MatchChoice,
  NoteCode,
  ProblemCode,
  RowPlan,
} from '../contract/import-fields.ts';

export interface CellProblem {
  field: CellField;
  code: ProblemCode;
  /** An error keeps the row out; a question may stay unanswered. */
  level: 'error' | 'question';
  /** What the cells would become; empty when nothing can be proposed. */
  fix: Cells;
  /** Several people in one cell, one by one. */
  people: string[];
  params: Record<string, string | number>;
}

export interface CellNote {
  field: CellField;
  code: NoteCode;
  params: Record<string, string | number>;
}

/** Somebody who may be the same person: on the list, in the directory, or further up in this very table. */
export interface RowMatch {
  kind: 'guest' | 'contact' | 'row';
  id: Types.ObjectId;
  /** Certain ones are decided until somebody says otherwise, likely ones are asked. */
  certain: boolean;
  by: 'email' | 'phone' | 'name';
  /** On the list, but taken off it: whether they come back is asked. */
  isCancelled?: boolean;
  /** A guest's own entry in the directory, which is the same person. */
  contact?: Types.ObjectId | null;
  /** What is known there, for the eye. */
  there: Cells;
  /** Row number of the table, for the kind `row`. */
  number: number;
}

export type RowOutcome =
  '' | 'added' | 'updated' | 'merged' | 'skipped' | 'left' | 'removed' | 'restored' | 'kept';

/** One person of a table that is being imported. Its id becomes the id of the guest, so writing twice writes once. */
export interface ImportRow {
  _id: Types.ObjectId;
  import: Types.ObjectId;
  /** As the spreadsheet counts, from one. */
  number: number;
  /** Above zero for people who were split off one cell. */
  part: number;
  /** Number and part as a text that sorts as they do. */
  sort: string;
  /** As it stands in the file. */
  source: Cells;
  cells: Cells;
  problems: CellProblem[];
  notes: CellNote[];
  /** Questions answered with "leave it": code, field and the text it was about. */
  settled: string[];
  keys: string[];
  match: RowMatch | null;
  /** Who else on the list or in the directory may be meant, the likeliest first. Older rows have none. */
  others?: RowMatch[];
  /** How many more there are of them than are kept. */
  unnamed?: number;
  choice: MatchChoice | '';
  plan: RowPlan;
  /** Something is still to be mended, answered or chosen. */
  open: boolean;
  /** The code of what is open, for doing many at once. */
  matters: string[];
  outcome: RowOutcome;
  /** Why the row was left out or a guest kept on undoing; a message key. */
  reason: string;
  /** What was before, for undoing. */
  before: { guest: object | null; contact: object | null } | null;
  /** The contact made or changed for this row. */
  contact: Types.ObjectId | null;
  contactIsNew: boolean;
  rev: number;
  expires: Date | null;
}

const mixed = { type: Schema.Types.Mixed, default: null };

const importRowSchema = new Schema<ImportRow>(
  {
    import: { type: Schema.Types.ObjectId, required: true },
    number: { type: Number, required: true },
    part: { type: Number, default: 0 },
    sort: { type: String, required: true },
    source: { type: Schema.Types.Mixed, default: {} },
    cells: { type: Schema.Types.Mixed, default: {} },
    problems: { type: Schema.Types.Mixed, default: [] },
    notes: { type: Schema.Types.Mixed, default: [] },
    settled: { type: [String], default: [] },
    keys: { type: [String], default: [] },
    match: mixed,
    others: { type: Schema.Types.Mixed, default: [] },
    unnamed: { type: Number, default: 0 },
    choice: { type: String, default: '' },
    plan: { type: String, required: true },
    open: { type: Boolean, required: true },
    matters: { type: [String], default: [] },
    outcome: { type: String, default: '' },
    reason: { type: String, default: '' },
    before: mixed,
    contact: { type: Schema.Types.ObjectId, default: null },
    contactIsNew: { type: Boolean, default: false },
    rev: { type: Number, default: 1 },
    expires: { type: Date, default: null },
  },
  { collection: 'import-rows', minimize: false, versionKey: false },
);
importRowSchema.index({ import: 1, sort: 1, _id: 1 });
importRowSchema.index({ import: 1, number: 1 });
importRowSchema.index({ import: 1, open: 1, sort: 1, _id: 1 });
importRowSchema.index({ import: 1, plan: 1, outcome: 1, sort: 1, _id: 1 });
importRowSchema.index({ import: 1, keys: 1 });
importRowSchema.index({ import: 1, matters: 1, sort: 1 });
importRowSchema.index({ expires: 1 });

export const ImportRows = model('ImportRow', importRowSchema);
