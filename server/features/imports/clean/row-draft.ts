import type { CellField, Cells, NoteCode, ProblemCode } from '../../../../contract/import-fields.ts';
import type { Locale } from '../../../../contract/locales.ts';
import type { CellNote, CellProblem } from '../../../../models/import-row.ts';

/** What has to be known of the event to check a row. */
export interface RowContext {
  locale: Locale;
  categories: readonly { id: string; names: readonly string[] }[];
}

/** A row on its way through the checks: each takes it a step further. */
export interface RowDraft {
  cells: Cells;
  problems: CellProblem[];
  notes: CellNote[];
  settled: ReadonlySet<string>;
  context: RowContext;
}

export interface Matter {
  level?: 'error' | 'question';
  fix?: Cells;
  people?: string[];
  params?: Record<string, string | number>;
}

/** Raises a matter, unless somebody has said that the text shall stay as it is. */
export function raise(draft: RowDraft, field: CellField, code: ProblemCode, matter: Matter = {}): void {
  const { level = 'error', fix = {}, people = [], params = {} } = matter;
  if (draft.settled.has(settledKey(code, field, draft.cells[field] ?? ''))) return;
  draft.problems.push({ field, code, level, fix, people, params });
}

export function note(draft: RowDraft, field: CellField, code: NoteCode, text = ''): void {
  draft.notes.push({ field, code, params: { text } });
}

export function settledKey(code: ProblemCode, field: CellField, text: string): string {
  return `${code}:${field}:${text}`;
}
