import type { DoorGuest } from '../../../contract/door/sync.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { displayName } from '../directory/person-name.ts';
import { sentInstead } from '../events/stand-ins.ts';
import { seatIn } from '../guests/seat-text.ts';
import { passIdNow } from '../passes/pass-book.ts';
import { marked } from './row-mark.ts';

/** What is read of a guest for a device. */
export const rowFields = {
  event: 1,
  code: 1,
  pass: 1,
  state: 1,
  standing: 1,
  name: 1,
  position: 1,
  organisationName: 1,
  category: 1,
  side: 1,
  seat: 1,
  note: 1,
  delegation: 1,
  answer: 1,
  replacedBy: 1,
  standsFor: 1,
  updatedAt: 1,
} as const;

type Event = Pick<Conference, 'shortId' | 'defaultLocale'>;

/** A guest as a device keeps them: what a person at a door needs to see, and nothing to write to them by. */
export function guestRow(guest: Guest, event: Event): DoorGuest {
  const { defaultLocale: locale } = event;
  const { pass } = guest;
  const former = (pass?.former ?? []).map((code) => passIdNow(event, code));
  const own = passIdNow(event, guest.code);
  return marked({
    id: String(guest._id),
    pass: pass?.revokedAt ? '' : own,
    former: pass?.revokedAt ? [...former, own] : former,
    name: displayName(guest.name, locale),
    position: inLocale(guest.position, locale),
    unit: inLocale(guest.organisationName, locale),
    category: guest.category,
    state: stateOf(guest),
    standing: guest.standing,
    seat: guest.seat ? seatIn(guest.seat, locale) : '',
    delegation: guest.delegation,
    vip: guest.side === 'leadership',
    note: guest.note,
    substitute: sentInstead(guest),
    companions: (guest.answer?.details?.companions ?? []).map(({ name }) => name),
  });
}

function stateOf({ state, replacedBy }: Guest): DoorGuest['state'] {
  if (state === 'cancelled') return 'cancelled';
  return replacedBy ? 'replaced' : 'expected';
}
