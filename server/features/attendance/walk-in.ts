import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import type { Access } from '../access/access.ts';
import { factsOf } from '../guests/guest-facts.ts';
import { insertGuests, newGuest } from '../guests/new-guest.ts';
import { orderAsNow } from '../guests/order-anew.ts';
import { tellGuests } from '../guests/tell-guests.ts';

/** Somebody who came without being on the list, as they were written down at the door. */
export interface WalkIn {
  /** Made by the device, so that the same person told twice is one guest. */
  id: string;
  name: string;
  position: string;
  unit: string;
  phone: string;
  category: string;
  /** Whether they agreed to be photographed; "no" is a box left empty, which says nothing. */
  photo: 'yes' | 'no';
  note: string;
}

/**
 * Puts them on the list as having said that they come. A category that is gone meanwhile keeps nobody outside. False
 * for somebody who was written down before.
 */
export async function addWalkIn(access: Access, walkIn: WalkIn): Promise<boolean> {
  const guest = newGuest(access, {
    facts: await factsOf(access, typedAs(access, walkIn)),
    contact: null,
    id: walkIn.id,
    answer: cameAlong(access, walkIn),
  });
  const [added] = await insertGuests([guest]);
  if (!added) return false;
  await orderAsNow(access.event, [guest._id]);
  settle(Guests, guest._id);
  tellGuests(access.event);
  return true;
}

function typedAs({ event }: Access, { name, position, unit, phone, category, note }: WalkIn) {
  const text = (words: string): { vi?: string } => (words === '' ? {} : { vi: words });
  return {
    name: { vi: name },
    addressForm: 'none' as const,
    position: text(position),
    organisation: '' as const,
    organisationName: text(unit),
    email: '',
    phone,
    locale: event.defaultLocale,
    pronunciation: '',
    nationality: '',
    category: event.categories.some(({ id }) => id === category) ? category : '',
    side: 'guest' as const,
    delegation: '',
    headOfDelegation: false,
    tiers: [],
    organisationTier: null,
    seniority: 0,
    seat: '',
    note,
  };
}

function cameAlong({ actor }: Access, { photo }: WalkIn): Guest['answer'] {
  const details = {
    companions: [],
    dietary: '',
    access: '',
    transport: '',
    photo: photo === 'yes' ? photo : null,
    questions: [],
  };
  return {
    kind: 'attending',
    channel: 'staff',
    by: actor.name,
    at: now(),
    note: '',
    substitute: null,
    details,
  };
}
