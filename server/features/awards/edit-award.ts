import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { awardFacts } from './award-facts.ts';
import { changeAward } from './change-award.ts';
import { findAward } from './find-award.ts';
import type { AwardInput } from './input.ts';

/** Writes the form on the revision its editor saw. */
export async function editAward(access: Access, id: string, input: AwardInput): Promise<void> {
  const award = await findAward(access, id);
  const set = await awardFacts(access, input);
  const changed = await changeAward(access, award, {
    action: 'audit.awards.edited',
    when: { rev: input.rev },
    set,
  });
  if (!changed) throw new Refused('errors.conflict-rev');
}
