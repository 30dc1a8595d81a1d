import type { QueryFilter, Types } from 'mongoose';
import type { Selection, Told } from '../../../models/wave.ts';
import type { Guest } from '../../../models/guest.ts';
import type { Conference } from '../../../models/event.ts';
import { bouncedGuests } from '../guests/bounced.ts';
import { expectedStandings, standingsOnList, unitFilter } from '../guests/list-filter.ts';
import { toldOf } from '../events/event-calendar.ts';
import { untold } from '../events/untold-guests.ts';

export type GuestFilter = QueryFilter<Guest>;

/** Those who have been asked and have not said no. */
export const awaitedStandings = [
  'no-answer',
  'attending',
  'tentative',
  'substitute',
] as const satisfies Guest['standing'][];
const answered = ['attending', 'tentative', 'substitute', 'declined'] as const satisfies Guest['standing'][];

/** Everybody a selection means, whatever keeps some of them from being written to. */
export async function meantBy(event: Conference, selection: Selection): Promise<GuestFilter> {
  const bounced = selection.who === 'bounced' ? await bouncedGuests(event) : [];
  return { event: event._id, ...narrowed(selection, { bounced, told: toldOf(event) }) };
}

function narrowed(
  selection: Selection,
  { bounced, told }: { bounced: readonly Types.ObjectId[]; told: Told | null },
): GuestFilter {
  const { who, category, delegation, wave, guests } = selection;
  switch (who) {
    case 'not-invited':
    case 'no-answer':
    case 'attending':
    case 'tentative':
    case 'substitute':
    case 'declined':
      return { standing: who };
    case 'expected':
      return { standing: { $in: expectedStandings } };
    case 'invited':
      return { standing: { $in: [...awaitedStandings, 'declined'] } };
    case 'everybody':
      return { standing: { $in: standingsOnList } };
    case 'unconfirmed':
      return { standing: { $in: answered }, 'answer.beforeChange': true };
    case 'outdated':
      return untold(told);
    case 'arrived':
      return { arrivedAt: { $gt: new Date(0) } };
    case 'removed':
      return { standing: 'cancelled', 'invitation.sentAt': { $gt: new Date(0) } };
    case 'bounced':
      return { standing: { $in: standingsOnList }, _id: { $in: bounced } };
    case 'no-email':
      return { standing: { $in: standingsOnList }, email: '' };
    case 'category':
      return { category };
    case 'delegation':
      return unitFilter(delegation);
    case 'wave':
      return { waves: wave, ...answerOf(selection) };
    case 'guests':
      return { _id: { $in: guests } };
  }
}

function answerOf({ answered: wanted }: Selection): GuestFilter {
  if (wanted === '') return {};
  return { standing: wanted === 'yes' ? { $in: answered } : 'no-answer' };
}
