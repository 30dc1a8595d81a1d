import { Guests } from '../../../models/guest.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { searchAtDoor } from '../attendance/door-search.ts';

/** Who is said to have come in: chosen, or the only one whom the typed words mean. */
export async function findElsewhere(
  access: Access,
  { guest, q }: { guest: string; q: string },
): Promise<string> {
  if (guest !== '') return listed(access, guest);
  if (q === '') throw new Refused('reconciliation.choose-guest');
  const [first, ...others] = await searchAtDoor(access, q);
  if (!first) throw new Refused('reconciliation.nobody-found', { q });
  if (others.length > 0) throw new Refused('reconciliation.choose-one', { count: others.length + 1 });
  return String(first._id);
}

async function listed({ event }: Access, guest: string): Promise<string> {
  const found = await Guests.exists({ _id: guest, event: event._id });
  if (!found) throw new Refused('reconciliation.choose-guest');
  return guest;
}
