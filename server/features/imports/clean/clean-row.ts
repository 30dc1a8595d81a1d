import { cellFields, type Cells } from '../../../../contract/import-fields.ts';
import type { CellNote, CellProblem } from '../../../../models/import-row.ts';
import { cleanChoices, checkTexts } from './clean-choices.ts';
import { cleanName } from './clean-name.ts';
import { askAboutLetters, cleanEmail, cleanPhone, sortReach } from './clean-reach.ts';
import { writtenOut } from './read-name.ts';
import { note, raise, type RowContext, type RowDraft } from './row-draft.ts';
import { oneLine, tidyText } from './tidy-text.ts';

export interface CleanRow {
  cells: Cells;
  problems: CellProblem[];
  notes: CellNote[];
}

/**
 * One person of the table, checked: what is sure is put right and noted, what is not sure is asked, what cannot be
 * written is an error. Doing it again with its own result changes nothing.
 */
export function cleanRow(source: Cells, context: RowContext, settled: readonly string[] = []): CleanRow {
  const draft: RowDraft = { cells: {}, problems: [], notes: [], settled: new Set(settled), context };
  tidy(draft, source);
  askAboutLetters(draft);
  sortReach(draft);
  cleanName(draft);
  expandPosition(draft);
  cleanChoices(draft);
  cleanEmail(draft);
  cleanPhone(draft);
  checkTexts(draft);
  const { name, latin, russian } = draft.cells;
  if (!name && !latin && !russian) raise(draft, 'name', 'no-name');
  return { cells: draft.cells, problems: draft.problems, notes: draft.notes };
}

function tidy(draft: RowDraft, source: Cells): void {
  for (const field of cellFields) {
    const text = source[field];
    if (text === undefined) continue;
    const tidied = field === 'name' || field === 'note' ? tidyText(text) : oneLine(text);
    draft.cells[field] = tidied;
    if (tidied !== text.trim().replace(/\r\n/g, '\n')) note(draft, field, 'spaces');
  }
}

function expandPosition(draft: RowDraft): void {
  const { position = '' } = draft.cells;
  const whole = writtenOut(position);
  if (whole === position) return;
  draft.cells.position = whole;
  note(draft, 'position', 'position-expanded', position);
}
