import { type Conference, Events } from '../../../models/event.ts';
import { locales } from '../../../contract/locales.ts';
import { settle } from '../../platform/database/effects.ts';
import { type FieldProblem, Invalid, Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import type { LetterInput } from './input.ts';
import { unknownFields } from './merge-fields.ts';

/** Saves the text of the invitation. A field that does not exist is named, because a guest would see the braces. */
export async function saveLetter(access: Access, { rev, letter }: LetterInput): Promise<void> {
  const problems = problemsOf(letter);
  if (problems.length > 0) throw new Invalid(problems);

  const saved = await Events.findOneAndUpdate(
    { _id: access.event._id, rev },
    {
      $set: { letter },
      $inc: { rev: 1 },
      $push: {
        effects: audit(access.actor, { action: 'audit.invitations.letter', event: access.event._id }),
      },
    },
    { projection: { _id: 1 } },
  ).lean();
  if (!saved) throw new Refused('errors.conflict-rev');
  settle(Events, access.event._id);
}

function problemsOf(letter: Conference['letter']): FieldProblem[] {
  return locales.flatMap((locale) =>
    (['subject', 'body'] as const).flatMap((part) =>
      unknownFields(letter[locale][part])
        .slice(0, 1)
        .map((name) => ({
          path: `letter.${locale}.${part}`,
          key: 'invitations.unknown-field' as const,
          params: { name },
        })),
    ),
  );
}
