import type { GuestStanding } from '../../../contract/states.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { foldCheckIn } from '../attendance/fold-check-in.ts';
import { wholeEvent } from '../door-plan/door-plan.ts';
import type { Summoned } from '../attendance/statement.ts';

type Row = Pick<
  Guest,
  '_id' | 'name' | 'position' | 'organisationName' | 'category' | 'standing' | 'answer' | 'standsFor'
>;

/** Somebody who counts, and whether they were there. */
export interface Attendee extends Summoned {
  guest: Row;
  standing: GuestStanding;
}

/**
 * Everybody on the list, in protocol order, and whether they were there at that moment by all that is known now: what
 * devices have uploaded since belongs to it, what happened since does not.
 */
export async function attendees(event: Conference, at: Date): Promise<Attendee[]> {
  const list = wholeEvent(event);
  const [guests, checkIns] = await Promise.all([
    // Of a seat that a substitute has taken, the substitute is counted.
    Guests.find(
      { event: event._id, replacedBy: null },
      { name: 1, position: 1, organisationName: 1, category: 1, standing: 1, answer: 1, standsFor: 1 },
    )
      .sort({ order: 1, _id: 1 })
      .lean<Row[]>(),
    CheckIns.find({ event: event._id, list: list.id }, { guest: 1, passages: 1 }).lean<CheckIn[]>(),
  ]);
  const admissions = new Map(
    checkIns.map(({ guest, passages }) => {
      const until = passages.filter((passage) => passage.at <= at);
      return [String(guest), foldCheckIn(until, list).admission];
    }),
  );
  return guests.map((guest) => {
    const admission = admissions.get(String(guest._id)) ?? null;
    return {
      guest,
      standing: guest.standing,
      present: admission !== null,
      bySubstitute: admission !== null && Boolean(admission.substitute || guest.standsFor),
      reason: guest.answer?.note ?? '',
      unit: guest.organisationName,
    };
  });
}
