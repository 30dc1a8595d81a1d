import type { DoorGuest } from '../../../contract/door/sync.ts';

/** Another of the same delegation, who is not in. */
export interface Fellow {
  guest: DoorGuest;
  /** Why they are let in one by one and never with all the others: they declined, or send somebody else. */
  apart: 'declined' | 'substitute' | null;
}

/** Who of the guest's delegation is not in: those who are waited for first. */
export function fellowsOutside(
  { id, delegation }: DoorGuest,
  everybody: Iterable<DoorGuest>,
  isInside: (guest: DoorGuest) => boolean,
): Fellow[] {
  if (delegation === '') return [];
  const fellows: Fellow[] = [];
  for (const guest of everybody)
    if (guest.delegation === delegation && guest.id !== id && guest.state === 'expected' && !isInside(guest))
      fellows.push({ guest, apart: apart(guest) });
  return fellows.toSorted((a, b) => Number(a.apart !== null) - Number(b.apart !== null));
}

function apart({ standing, substitute }: DoorGuest): Fellow['apart'] {
  if (standing === 'substitute' || substitute !== '') return 'substitute';
  return standing === 'declined' ? standing : null;
}
