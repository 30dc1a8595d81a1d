import { cellFields, type RowPlan } from '../../../contract/import-fields.ts';
import type { ImportRow } from '../../../models/import-row.ts';

type Decided = Pick<ImportRow, 'cells' | 'problems' | 'notes' | 'match' | 'choice'>;

/** What a row will do when the import is written, and what of it still waits for somebody. */
export function planRow(row: Decided): Pick<ImportRow, 'plan' | 'open' | 'matters' | 'reason'> {
  const { choice, match, problems } = row;
  if (choice === 'skip') return settled('skip');
  const asks = match !== null && !match.certain && choice === '';
  const matters = [...problems.map(({ code }) => code), ...(asks ? [`match-${match.kind}`] : [])];
  const open = matters.length > 0;
  const blocked = asks || problems.some(({ level }) => level === 'error');
  if (blocked) return { plan: 'blocked', open, matters, reason: '' };
  if (match?.kind === 'guest' && choice !== 'keep' && saysNothingNew(row))
    return { plan: 'skip', open, matters, reason: 'same' };
  return { plan: planOf(row), open, matters, reason: '' };
}

function settled(plan: RowPlan): ReturnType<typeof planRow> {
  return { plan, open: false, matters: [], reason: 'chosen' };
}

function planOf({ match, choice }: Decided): RowPlan {
  if (!match || choice === 'keep') return 'add';
  if (match.kind === 'guest') return 'update';
  return match.kind === 'row' ? 'merge' : 'add';
}

function saysNothingNew({ cells, match }: Decided): boolean {
  return cellFields.every((field) => !cells[field] || cells[field] === match?.there[field]);
}
