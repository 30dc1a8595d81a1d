import type { CheckInList } from '../../../contract/attendance/list.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { wholeEvent } from '../door-plan/door-plan.ts';
import { inNow } from './in-now.ts';
import { statement, type Statement } from './statement.ts';

type Row = Pick<Guest, '_id' | 'standing' | 'organisationName' | 'answer' | 'standsFor'>;

/**
 * The statement of this event as of now, or of one of its check-in lists: from the guests and the check-ins themselves,
 * not from derived counts.
 */
export async function eventStatement(
  { event }: Access,
  list: CheckInList = wholeEvent(event),
): Promise<Statement> {
  const [guests, checkIns] = await Promise.all([
    Guests.find(
      // Of a seat that a substitute has taken, the substitute is counted.
      { event: event._id, replacedBy: null },
      { standing: 1, organisationName: 1, answer: 1, standsFor: 1 },
    )
      .sort({ order: 1, _id: 1 })
      .lean<Row[]>(),
    CheckIns.find(inNow(event, list), { guest: 1, admission: 1 }).lean<CheckIn[]>(),
  ]);
  const present = new Map(checkIns.map((checkIn) => [String(checkIn.guest), checkIn.admission]));
  return statement(
    guests.map((guest) => {
      const admission = present.get(String(guest._id)) ?? null;
      return {
        standing: guest.standing,
        present: admission !== null,
        bySubstitute: admission !== null && Boolean(admission.substitute || guest.standsFor),
        reason: guest.answer?.note ?? '',
        unit: guest.organisationName,
      };
    }),
  );
}
