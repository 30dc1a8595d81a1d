import type { Access } from '../access/access.ts';
import { changeGuests, type Outcome } from './change-guests.ts';

/** Puts many guests into one delegation; an empty name takes them out of theirs. */
export async function delegateGuests(
  access: Access,
  ids: readonly string[],
  delegation: string,
): Promise<Outcome> {
  return changeGuests(access, ids, (guest) =>
    guest.delegation === delegation
      ? null
      : { facts: { delegation }, action: 'audit.guests.delegated', params: { delegation } },
  );
}
