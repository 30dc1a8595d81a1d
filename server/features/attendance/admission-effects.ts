import type { Admission } from '../../../models/check-in.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { Guest } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { displayName } from '../directory/person-name.ts';
import { checkInId, eventList } from './check-in-list.ts';

/** What follows from an admission: its line in the scan journal, the arrival on the guest, the audit entry. */
export function admissionEffects(access: Access, guest: Guest, admission: Admission): Effect[] {
  const { scanId, at } = admission;
  return [
    {
      id: `scan:${scanId}`,
      kind: 'scan',
      data: {
        scanId,
        event: access.event._id,
        list: eventList(access.event),
        guest: guest._id,
        verdict: 'welcome',
        door: admission.door,
        by: admission.by,
      },
      at,
    },
    {
      id: `arrival:${scanId}`,
      kind: 'arrival',
      data: { checkIn: checkInId(eventList(access.event), guest._id) },
      at,
    },
    audit(access.actor, {
      action: 'audit.attendance.checked-in',
      event: access.event._id,
      subject: { kind: 'guest', id: String(guest._id) },
      params: { guest: displayName(guest.name, 'vi') },
    }),
  ];
}
