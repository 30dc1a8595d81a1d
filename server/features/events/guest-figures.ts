import type { GuestStanding } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';

/**
 * The list in numbers, as the dashboard shows it. Cancelled guests are not counted; whoever answered counts as invited,
 * by whatever way the invitation came.
 */
export interface GuestFigures {
  listed: number;
  invited: number;
  attending: number;
  silent: number;
  declined: number;
  substitutes: number;
  tentative: number;
  present: number;
}

interface Row {
  _id: GuestStanding;
  guests: number;
  present: number;
}

export async function guestFigures(event: Pick<Conference, '_id'>): Promise<GuestFigures> {
  const rows = await Guests.aggregate<Row>([
    { $match: { event: event._id, state: 'listed' } },
    {
      $group: {
        _id: '$standing',
        guests: { $sum: 1 },
        present: { $sum: { $cond: [{ $gt: ['$arrivedAt', null] }, 1, 0] } },
      },
    },
  ]);
  const total = (field: 'guests' | 'present'): number => rows.reduce((sum, row) => sum + row[field], 0);
  const standing = (name: GuestStanding): number => rows.find(({ _id }) => _id === name)?.guests ?? 0;
  return {
    listed: total('guests'),
    invited: total('guests') - standing('not-invited'),
    attending: standing('attending'),
    silent: standing('no-answer'),
    declined: standing('declined'),
    substitutes: standing('substitute'),
    tentative: standing('tentative'),
    present: total('present'),
  };
}
