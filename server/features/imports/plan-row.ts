import { cellFields, type RowPlan } from '../../../contract/import-fields.ts';
import type { ImportRow, RowMatch } from '../../../models/import-row.ts';

type Decided = Pick<ImportRow, 'cells' | 'problems' | 'notes' | 'match' | 'others' | 'choice'>;
type Met = Pick<Decided, 'match' | 'others' | 'choice'>;

/** What a row will do when the import is written, and what of it still waits for somebody. */
export function planRow(row: Decided): Pick<ImportRow, 'plan' | 'open' | 'matters' | 'reason'> {
  const { choice, match, problems } = row;
  if (choice === 'skip') return settled('skip');
  const asked = asksWho(row) ? [`match-${meetingWord(row)}`] : [];
  const asks = asked.length > 0;
  const matters = [...problems.map(({ code }) => code), ...asked];
  const open = matters.length > 0;
  const blocked = asks || problems.some(({ level }) => level === 'error');
  if (blocked) return { plan: 'blocked', open, matters, reason: '' };
  if (match?.kind === 'guest' && !match.isCancelled && choice !== 'keep' && saysNothingNew(row))
    return { plan: 'skip', open, matters, reason: 'same' };
  return { plan: planOf(row), open, matters, reason: '' };
}

/**
 * Whether somebody is to say who this is: a likeness that is not certain, somebody taken off the list, or two who are
 * both certain.
 */
export function asksWho<T extends Met>(row: T): row is T & { match: RowMatch } {
  const { match, others = [], choice } = row;
  if (match === null || choice !== '') return false;
  const rivals = others.some((other) => other.certain && other.kind === match.kind && !other.isCancelled);
  return !match.certain || match.isCancelled === true || rivals;
}

/** What a match is called where it is talked about. */
export function matchWord({ kind, isCancelled }: RowMatch): RowMatch['kind'] | 'cancelled' {
  return isCancelled ? 'cancelled' : kind;
}

/** The same for a row, for which namesakes of one kind cannot be told apart by one word for many. */
export function meetingWord({
  match,
  others = [],
}: Pick<Met, 'others'> & { match: RowMatch }): ReturnType<typeof matchWord> | 'several' {
  return others.some(({ kind }) => kind === match.kind) ? 'several' : matchWord(match);
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
