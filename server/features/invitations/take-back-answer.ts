import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { answerMark } from './answer-mark.ts';
import { replyState } from './reply-state.ts';
import { undone } from './record-answer.ts';
import { writeAnswer } from './write-answer.ts';

/** One tap: `keys` are of the answers this browser gave, `mark` of the one its page has shown. */
export interface TakingBack {
  keys: ReadonlySet<string>;
  mark: unknown;
}

/** The guest takes an answer back that they gave in this browser: what held before it holds again. */
export async function takeBackAnswer(
  access: Access,
  seen: Guest,
  { keys, mark }: TakingBack,
): Promise<Guest> {
  demand(access, 'invitations.answer');
  return writeAnswer(access, seen, (guest) => {
    const state = replyState(access.event, guest, now());
    if (state !== 'open') throw new Refused(`invitations.closed.${state}`);
    if (!isGivenBy(guest.answer, keys) || answerMark(guest.answer) !== mark)
      throw new Refused('invitations.nothing-to-undo');
    return undone(access, guest);
  });
}

export function isGivenBy(answer: GuestAnswer | null, keys: ReadonlySet<string>): boolean {
  return answer?.key !== undefined && keys.has(answer.key);
}
