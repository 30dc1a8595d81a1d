import { FormalLetters } from '../../../models/formal-letter.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import type { FormalLetterInput } from './input.ts';

/** Saves the letter on the revision it was opened on; a quicker editor is not overwritten. */
export async function saveFormalLetter(access: Access, { rev, ...facts }: FormalLetterInput): Promise<void> {
  const event = access.event._id;
  const update = {
    $set: facts,
    $inc: { rev: 1 },
    $push: { effects: audit(access.actor, { action: 'audit.formal-letters.saved', event }) },
  };
  try {
    // Revision 0 is the letter nobody has written yet: the first one makes it.
    const written = await FormalLetters.updateOne({ _id: event, rev }, update, { upsert: rev === 0 });
    if (written.matchedCount + written.upsertedCount === 0) throw new Refused('errors.conflict-rev');
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused('errors.conflict-rev');
    throw error;
  }
  settle(FormalLetters, event);
}
