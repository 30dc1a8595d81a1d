import type { Guest } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { editGuest } from './edit-guest.ts';
import type { GuestInput } from './input.ts';
import { loadGuest } from './load-guest.ts';
import { typedAs } from './typed-as.ts';

/** Changes what is named and leaves the rest. Another organisation brings its own name and level along. */
export async function editPart(
  access: Access,
  id: string,
  { rev, ...part }: Partial<GuestInput> & { rev: number },
): Promise<Guest> {
  const guest = await loadGuest(access, id);
  const moved = part.organisation === undefined ? {} : { organisationName: {}, organisationTier: null };
  return editGuest(access, id, { ...typedAs(guest), ...moved, ...part, rev });
}
