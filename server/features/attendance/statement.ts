import type { Localised } from '../../../contract/localised.ts';
import type { GuestStanding } from '../../../contract/states.ts';

/** What the statement needs to know of each guest on the list. */
export interface Summoned {
  standing: GuestStanding;
  present: boolean;
  /** Somebody else came in the guest's place. */
  bySubstitute: boolean;
  /** Reason given with a decline. */
  reason: string;
  unit: Localised;
}

export interface Figures {
  summoned: number;
  present: number;
  /** Among those present: seats taken by a substitute. */
  substitutes: number;
  absentWithReason: number;
  absentWithoutReason: number;
  /** Present of summoned, 0 to 1; null when nobody was summoned. */
  share: number | null;
}

export interface Statement extends Figures {
  units: (Figures & { unit: Localised })[];
}

/**
 * The attendance figures as they are read aloud. Whoever declined before the event is absent with reason, whether or
 * not the reason was written down; whoever said nothing, or said yes and did not come, is absent without.
 */
export function statement(guests: readonly Summoned[]): Statement {
  const summoned = guests.filter((guest) => guest.standing !== 'cancelled');
  const units = [...byUnit(summoned)].map(({ unit, members }) => ({ unit, ...figures(members) }));
  return { ...figures(summoned), units };
}

function byUnit(guests: readonly Summoned[]): Iterable<{ unit: Localised; members: Summoned[] }> {
  const units = new Map<string, { unit: Localised; members: Summoned[] }>();
  for (const guest of guests) {
    const key = unitKey(guest.unit);
    const found = units.get(key) ?? { unit: guest.unit, members: [] };
    found.members.push(guest);
    units.set(key, found);
  }
  return units.values();
}

function figures(guests: readonly Summoned[]): Figures {
  const present = guests.filter((guest) => guest.present);
  const absent = guests.filter((guest) => !guest.present);
  const excused = absent.filter((guest) => guest.standing === 'declined');
  return {
    summoned: guests.length,
    present: present.length,
    substitutes: present.filter((guest) => guest.bySubstitute).length,
    absentWithReason: excused.length,
    absentWithoutReason: absent.length - excused.length,
    share: guests.length === 0 ? null : present.length / guests.length,
  };
}

function unitKey(unit: Localised): string {
  return unit.vi ?? unit.en ?? unit.ru ?? '';
}
