import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { cellFields, importFields, matchChoices } from '../../../contract/import-fields.ts';

/** A table in the box for pasting; a file comes beside the form. */
export const PasteInput = z.object({ text: z.string().max(5_000_000).default('') });
export type PasteInput = z.infer<typeof PasteInput>;

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'windows-1251', 'koi8-r'] as const;
const separators = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

/** How the file is to be read; what is left out is guessed. */
export const ReadAgainInput = z
  .object({
    sheet: z.coerce.number().int().min(0).max(500).default(0),
    encoding: z.enum(encodings).nullable().catch(null),
    delimiter: z
      .enum(['comma', 'semicolon', 'tab', 'pipe'])
      .transform((word) => separators[word])
      .nullable()
      .catch(null),
    header: z.coerce.number().int().min(0).max(1000).nullable().catch(null),
    headerRows: z.coerce.number().int().min(1).max(2).catch(1),
  })
  .transform(({ header, headerRows, ...rest }) => ({
    ...rest,
    header: header === null ? null : { row: header, rows: headerRows },
  }));
export type ReadAgainInput = z.infer<typeof ReadAgainInput>;

const field = z.union([z.literal(''), z.enum(importFields)]);
const listed = z.preprocess(
  (value) => (Array.isArray(value) ? value : Object.values(value ?? {})),
  z.array(field).max(200),
);

export const ColumnsInput = z.object({ columns: listed.default([]) });
export type ColumnsInput = z.infer<typeof ColumnsInput>;

/** Cells of one row as typed, and what was pressed in it. */
export const RowInput = z.object({
  cells: z.partialRecord(z.enum(cellFields), z.string().max(limits.longText)).default({}),
  /** A proposal taken, or the text left as it is: place of the problem in its row. */
  fix: z.coerce.number().int().min(0).max(200).optional(),
  leave: z.coerce.number().int().min(0).max(200).optional(),
  split: z.coerce.number().int().min(0).max(200).optional(),
  choice: z.union([z.literal(''), z.literal('undo'), z.enum(matchChoices)]).optional(),
  person: z.string().max(60).optional(),
  back: z.string().max(2000).default(''),
});
export type RowInput = z.infer<typeof RowInput>;

/** One answer for all rows with the same matter. */
export const ManyInput = z.object({
  matter: z.string().max(60),
  answer: z.enum(['fix', 'leave', 'split', 'skip', 'update', 'keep', 'write']),
  /** Words the answer is about, and the choice each becomes; those without one are left for later. */
  words: z
    .array(z.object({ text: z.string().max(limits.longText), becomes: z.string().max(60).default('') }))
    .max(20)
    .default([]),
  back: z.string().max(2000).default(''),
});
export type ManyInput = z.infer<typeof ManyInput>;

export const RowsQuery = z.object({
  show: z.enum(['all', 'open', 'add', 'update', 'skip']).catch('all'),
  matter: z.string().max(60).catch(''),
  page: z.string().max(2000).catch(''),
});
export type RowsQuery = z.infer<typeof RowsQuery>;
