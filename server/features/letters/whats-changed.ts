import { type Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Told } from '../../../models/wave.ts';
import { toldOf } from '../invitations/calendar-step.ts';
import { meantBy } from './selection.ts';

/** What guests were told and what is true now. */
export interface WhatsChanged {
  before: Told;
  now: Told | null;
  isMoved: boolean;
  isElsewhere: boolean;
  /** How many have something else in their calendars. */
  count: number;
}

const outdated = {
  who: 'outdated',
  category: '',
  delegation: '',
  wave: null,
  answered: '',
  guests: [],
} as const;

/** Null while everybody who was invited knows the time and place that hold. */
export async function whatsChanged(event: Conference): Promise<WhatsChanged | null> {
  const filter = await meantBy(event, { ...outdated, guests: [] });
  const first = await Guests.findOne(filter, { 'invitation.told': 1 }).lean<Pick<Guest, 'invitation'>>();
  const before = first?.invitation?.told;
  if (!before) return null;
  const now = toldOf(event);
  return {
    before,
    now,
    isMoved: before.time !== now?.time,
    isElsewhere: before.place !== now?.place,
    count: await Guests.countDocuments(filter),
  };
}
