import { openAgendas } from './features/agenda/open-agendas.ts';
import { recordArrivals } from './features/attendance/record-arrivals.ts';
import { record } from './features/audit/record.ts';
import { dropAwards } from './features/awards/remove-award.ts';
import { repointGuests } from './features/directory/merge-contacts.ts';
import { renameInContacts } from './features/directory/rename-in-contacts.ts';
import { orderAnew } from './features/guests/order-anew.ts';
import { enqueueMailEffects } from './features/mail/enqueue-mail.ts';
import { carrySeats } from './features/seating/carry-seats.ts';
import { addAccepted } from './features/nominations/add-accepted.ts';
import { endMemberships } from './features/users/revoke-role.ts';
import { carryDecisions } from './features/reconciliation/carry-decisions.ts';
import { bringIn } from './features/substitutes/bring-in.ts';
import { carryProposed } from './features/substitutes/carry-proposed.ts';
import { takeOff } from './features/substitutes/take-off.ts';
import type { Effect } from '../models/fields/effects.ts';

/** Kind of effect → who carries it out. */
export const carriers: Record<string, (effects: readonly Effect[]) => Promise<void>> = {
  agenda: openAgendas,
  arrival: recordArrivals,
  audit: record,
  'award-removed': dropAwards,
  'categories-saved': orderAnew,
  'contact-merged': repointGuests,
  'door-decision': carryDecisions,
  mail: enqueueMailEffects,
  'member-left': endMemberships,
  'nominees-accepted': addAccepted,
  'organisation-renamed': renameInContacts,
  'stand-down': takeOff,
  'stand-in': bringIn,
  'substitute-proposed': carryProposed,
  seats: carrySeats,
};
