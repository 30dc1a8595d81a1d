import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { type GuestFacts, guestRecord, type GuestRecord } from './guest-record.ts';
import { standingOf } from './standing.ts';

/** Everything that is derived of a guest, for verbs that change what it is derived from. */
export function computedOf(
  guest: GuestFacts & Pick<Guest, 'state' | 'invitation' | 'answer'>,
  event: Pick<Conference, 'categories' | 'ladder'>,
): GuestRecord & Pick<Guest, 'standing'> {
  return { ...guestRecord(guest, event), standing: standingOf(guest) };
}
