import type { Types } from 'mongoose';
import { Guests } from '../../../models/guest.ts';

/** One sending, and what came of it. */
export interface Wave {
  wave: number;
  sentAt: Date;
  invited: number;
  answered: number;
}

const invited = { 'invitation.sentAt': { $gt: new Date(0) }, state: 'listed' } as const;

export async function waves(event: { _id: Types.ObjectId }): Promise<Wave[]> {
  const rows = await Guests.aggregate<{ _id: number; sentAt: Date; invited: number; silent: number }>([
    { $match: { event: event._id, ...invited } },
    {
      $group: {
        _id: '$invitation.wave',
        sentAt: { $min: '$invitation.sentAt' },
        invited: { $sum: 1 },
        silent: { $sum: { $cond: [{ $eq: ['$standing', 'no-answer'] }, 1, 0] } },
      },
    },
    { $sort: { _id: -1 } },
  ]);
  return rows.map(({ _id, silent, ...row }) => ({ ...row, wave: _id, answered: row.invited - silent }));
}

export async function latestWave(event: { _id: Types.ObjectId }): Promise<number> {
  const [row] = await Guests.aggregate<{ wave: number | null }>([
    { $match: { event: event._id } },
    { $group: { _id: null, wave: { $max: '$invitation.wave' } } },
  ]);
  return row?.wave ?? 0;
}
