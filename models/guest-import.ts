import { Schema, model, type Types } from 'mongoose';
import type { CellField, ImportField, MatchChoice } from '../contract/import-fields.ts';
import { part } from './fields/part.ts';

/** From the file to the written list. `reading` and `writing` go on by themselves, also after a crash. */
export const importStates = [
  'columns',
  'checking',
  'checked',
  'answering',
  'writing',
  'done',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

export interface ImportSource {
  kind: 'xlsx' | 'csv' | 'vcard';
  /** Name of the file; empty for what was pasted. */
  file: string;
  encoding: string;
  delimiter: string;
  sheets: { name: string; rows: number; columns: number }[];
}

export interface ImportColumn {
  title: string;
  field: ImportField | '';
}

/** How the table is read: chosen by its owner on the second step. */
export interface ImportLayout {
  sheet: number;
  /** Rows before the first person, and how many of them name the columns. */
  firstRow: number;
  headerRows: number;
  columns: ImportColumn[];
}

export interface ImportCounts {
  added: number;
  updated: number;
  merged: number;
  skipped: number;
  left: number;
}

/** One import of guests into an event. Until it is written, it is a draft that concerns nobody else. */
export interface GuestImport {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  state: ImportState;
  by: { id: string; name: string; mayEnter: boolean; locale: string };
  /** Who asked for the present work: answering many rows, writing, undoing. */
  actor: GuestImport['by'] | null;
  /** One answer for many rows, while it is being given. */
  answering: {
    matter: string;
    answer: MatchChoice | 'fix' | 'leave' | 'split' | 'write';
    /** Which words of a column become which, for `write`. */
    words?: { field: CellField; becomes: { text: string; becomes: string }[] };
  } | null;
  source: ImportSource;
  /** The file itself, until the rows are written. */
  bytes: Buffer | null;
  layout: ImportLayout;
  /** Columns in which its rows say something beside those that are mapped. Older ones have none. */
  shown?: CellField[];
  /** The first rows, for the eye. */
  preview: string[][];
  /** Why the present work was given up: a message key, with its numbers. */
  trouble: { code: string; params: Record<string, string | number> } | null;
  /** How far the present work has come. */
  progress: { done: number; total: number };
  counts: ImportCounts;
  undo: { removed: number; restored: number; left: number } | null;
  /** Categories and ladder by which the written guests were ordered. */
  ranking: { categories: { id: string; order: number }[]; ladder: string[] } | null;
  lease: { until: Date; turn: number };
  /** How often the present work was begun. */
  tries: number;
  /** Drafts go after a while; what was written is kept. */
  expires: Date | null;
  createdAt: Date;
  writtenAt: Date | null;
}

const counts = { added: Number, updated: Number, merged: Number, skipped: Number, left: Number };
const column = part({ title: { type: String, default: '' }, field: { type: String, default: '' } });
const sheet = part({ name: { type: String, default: '' }, rows: Number, columns: Number });

const guestImportSchema = new Schema<GuestImport>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    state: { type: String, enum: importStates, required: true },
    by: { type: { id: String, name: String, mayEnter: Boolean, locale: String }, _id: false, required: true },
    actor: { type: Schema.Types.Mixed, default: null },
    answering: { type: Schema.Types.Mixed, default: null },
    source: {
      type: part({
        kind: String,
        file: { type: String, default: '' },
        encoding: { type: String, default: '' },
        delimiter: { type: String, default: '' },
        sheets: { type: [sheet], default: [] },
      }),
      required: true,
    },
    bytes: { type: Schema.Types.Buffer, default: null },
    layout: {
      type: part({
        sheet: Number,
        firstRow: Number,
        headerRows: Number,
        columns: { type: [column], default: [] },
      }),
      required: true,
    },
    shown: { type: [String], default: [] },
    preview: { type: Schema.Types.Mixed, default: [] },
    trouble: { type: Schema.Types.Mixed, default: null },
    progress: { type: { done: Number, total: Number }, _id: false, default: { done: 0, total: 0 } },
    counts: { type: counts, _id: false, default: { added: 0, updated: 0, merged: 0, skipped: 0, left: 0 } },
    undo: { type: Schema.Types.Mixed, default: null },
    ranking: { type: Schema.Types.Mixed, default: null },
    lease: { type: { until: Date, turn: Number }, _id: false, default: { until: new Date(0), turn: 0 } },
    tries: { type: Number, default: 0 },
    expires: { type: Date, default: null },
    writtenAt: { type: Date, default: null },
  },
  { timestamps: true, collection: 'guest-imports', minimize: false, versionKey: false },
);
guestImportSchema.index({ event: 1, createdAt: -1, _id: -1 });
guestImportSchema.index({ state: 1, 'lease.until': 1 });
guestImportSchema.index({ expires: 1 });

export const GuestImports = model('GuestImport', guestImportSchema);
