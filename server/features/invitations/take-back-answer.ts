import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { replyState } from './reply-state.ts';
import { undone } from './record-answer.ts';
import { writeAnswer } from './write-answer.ts';

/** The guest takes back the answer of this very key: what held before it holds again. */
export async function takeBackAnswer(access: Access, seen: Guest, key: string): Promise<Guest> {
  demand(access, 'invitations.answer');
  return writeAnswer(access, seen, (guest) => {
    const state = replyState(access.event, guest, now());
    if (state !== 'open') throw new Refused(`invitations.closed.${state}`);
    if (key === '' || guest.answer?.key !== key) throw new Refused('invitations.nothing-to-undo');
    return undone(access, guest);
  });
}
