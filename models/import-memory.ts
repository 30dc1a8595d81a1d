import { Schema, model } from 'mongoose';
import type { ImportField } from '../contract/import-fields.ts';
import { part } from './fields/part.ts';

/** What the columns of one host unit's lists are called, as somebody there decided last. */
export interface ImportMemory {
  /** The host's organisation, or its name without accents. */
  _id: string;
  columns: { title: string; field: ImportField | '' }[];
  rev: number;
}

const column = part({ title: { type: String, default: '' }, field: { type: String, default: '' } });
const importMemorySchema = new Schema<ImportMemory>(
  {
    _id: { type: String, required: true },
    columns: { type: [column], default: [] },
    rev: { type: Number, default: 0 },
  },
  { collection: 'import-memories', minimize: false, versionKey: false },
);

export const ImportMemories = model('ImportMemory', importMemorySchema);
