import type { Types } from 'mongoose';
import { Guests } from '../../../models/guest.ts';
import { Waves } from '../../../models/wave.ts';

/** One sending of invitations, and what came of it. */
export interface SentWave {
  wave: number;
  sentAt: Date;
  invited: number;
  answered: number;
  /** Its own page; none for waves that came with an event from elsewhere. */
  id: Types.ObjectId | null;
}

// A substitute has the invitation of the guest whose seat they took.
const invited = { 'invitation.sentAt': { $gt: new Date(0) }, state: 'listed', standsFor: null } as const;

/** The invitations by the wave that brought them, the newest first. */
export async function waves(event: { _id: Types.ObjectId }): Promise<SentWave[]> {
  const [rows, known] = await Promise.all([
    Guests.aggregate<{ _id: number; sentAt: Date; invited: number; silent: number }>([
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
    ]),
    Waves.find({ event: event._id, kind: 'invitation' }, { number: 1 }).lean(),
  ]);
  const ids = new Map(known.map(({ _id, number }) => [number, _id]));
  return rows.map(({ _id, silent, ...row }) => ({
    ...row,
    wave: _id,
    answered: row.invited - silent,
    id: ids.get(_id) ?? null,
  }));
}
