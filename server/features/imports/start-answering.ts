import { type GuestImport, GuestImports } from '../../../models/guest-import.ts';
import { ImportRows } from '../../../models/import-row.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { actorFacts } from './actor-facts.ts';
import { answeredRows } from './answered-rows.ts';
import { cellChoices, emptyCell } from './cell-choices.ts';
import { importIn } from './import-facts.ts';
import type { ManyInput } from './input.ts';
import { fieldOfMatter } from './odd-values.ts';

type Answer = Pick<ManyInput, 'matter' | 'answer'> & Partial<ManyInput>;

/**
 * Asks for one answer to every row where the same matter is open. The rows are closed to everybody until it is given;
 * a second press finds the work begun.
 */
export async function startAnswering(access: Access, id: string, answer: Answer): Promise<void> {
  const draft = await importIn(access, id, ['checked', 'answering']);
  const answering = answeringOf(access, answer);
  const total = await ImportRows.countDocuments(answeredRows(draft, answering));
  await GuestImports.updateOne(
    { _id: draft._id, state: 'checked' },
    {
      $set: {
        state: 'answering',
        answering,
        actor: actorFacts(access),
        trouble: null,
        tries: 0,
        progress: { done: 0, total },
        'lease.until': new Date(0),
      },
    },
  );
}

function answeringOf(
  { event }: Access,
  { matter, answer, words = [] }: Answer,
): NonNullable<GuestImport['answering']> {
  if (answer !== 'write') return { matter, answer };
  const field = fieldOfMatter(matter);
  const chosen = words.filter(({ becomes }) => becomes !== '');
  if (chosen.length === 0) throw new Refused('imports.many.nothing-chosen');
  if (!field) throw new Refused('errors.choice');
  const choices = [emptyCell, ...(cellChoices(field, event) ?? [])];
  if (chosen.some(({ text, becomes }) => text === '' || !choices.includes(becomes)))
    throw new Refused('errors.choice');
  const becomes = chosen.map((word) => (word.becomes === emptyCell ? { ...word, becomes: '' } : word));
  return { matter, answer, words: { field, becomes } };
}
