import { Guests } from '../../../../models/guest.ts';
import { type SecretaryLink, SecretaryLinks } from '../../../../models/secretary.ts';
import type { Access } from '../../access/access.ts';

/** Somebody who answers for guests, and how far they have come. */
export interface SecretaryLine {
  email: string;
  name: string;
  phone: string;
  guests: number;
  silent: number;
  sentAt: Date | null;
}

interface Row {
  _id: string;
  name: string;
  phone: string;
  guests: number;
  silent: number;
}

/** Everybody named as a secretary on the list of this event. */
export async function secretaryList({ event }: Access): Promise<SecretaryLine[]> {
  const [rows, links] = await Promise.all([
    Guests.aggregate<Row>([
      { $match: { event: event._id, 'secretary.email': { $gt: '' }, state: 'listed' } },
      {
        $group: {
          _id: '$secretary.email',
          name: { $max: '$secretary.name' },
          phone: { $max: '$secretary.phone' },
          guests: { $sum: 1 },
          silent: { $sum: { $cond: [{ $in: ['$standing', ['no-answer', 'not-invited']] }, 1, 0] } },
        },
      },
      { $sort: { _id: 1 } },
    ]),
    SecretaryLinks.find({ event: event._id }, { email: 1, sentAt: 1 }).lean<
      Pick<SecretaryLink, 'email' | 'sentAt'>[]
    >(),
  ]);
  const sent = new Map(links.map(({ email, sentAt }) => [email, sentAt]));
  return rows.map(({ _id, ...row }) => ({ ...row, email: _id, sentAt: sent.get(_id) ?? null }));
}
