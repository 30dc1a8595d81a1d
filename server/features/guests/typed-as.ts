import type { Guest } from '../../../models/guest.ts';
import { tiersSetByHand } from './guest-facts.ts';
import type { GuestInput } from './input.ts';

/** A guest as somebody would type them in: what edits of a part are put on. */
export function typedAs(guest: Guest): GuestInput {
  const { name, addressForm, position, organisationName, email, phone, locale } = guest;
  return {
    name,
    addressForm,
    position,
    organisation: guest.organisation ? String(guest.organisation) : '',
    organisationName,
    email,
    phone,
    ...(guest.secretary ? { secretary: guest.secretary } : {}),
    locale,
    pronunciation: guest.pronunciation,
    nationality: guest.nationality,
    category: guest.category,
    side: guest.side,
    delegation: guest.delegation,
    headOfDelegation: guest.headOfDelegation,
    tiers: tiersSetByHand(guest),
    organisationTier: guest.organisationTier,
    seniority: guest.seniority,
    seat: guest.seat,
    note: guest.note,
  };
}
