import type { Conference } from '../../../models/event.ts';
import { FormalLetters } from '../../../models/formal-letter.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import type { ReplyState } from './reply-state.ts';

/** Where a guest finds their invitation on paper; empty while the organisers do not offer it, or to who is not awaited. */
export async function paperLink(
  event: Pick<Conference, '_id'>,
  guest: Pick<Guest, 'standing' | 'replacedBy'>,
  state: ReplyState,
): Promise<string> {
  const isAwaited = guest.standing !== 'declined' && guest.standing !== 'cancelled' && !guest.replacedBy;
  if (!isAwaited || state === 'withdrawn' || state === 'paused') return '';
  const offered = await FormalLetters.exists({ _id: event._id, shared: true });
  return offered ? paths.ownFormalLetter : '';
}
