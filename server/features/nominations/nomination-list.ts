import type { Types } from 'mongoose';
import { type Nomination, Nominations, type Nominee } from '../../../models/nomination.ts';

const fields = {
  name: 1,
  secretary: 1,
  quota: 1,
  deadline: 1,
  state: 1,
  submittedAt: 1,
  sentAt: 1,
  remindedAt: 1,
  activeAt: 1,
  linkHash: 1,
  linkRevision: 1,
  'nominees.state': 1,
  'nominees.replaces': 1,
} as const;

export type ListedUnit = Pick<
  Nomination,
  | '_id'
  | 'name'
  | 'secretary'
  | 'quota'
  | 'deadline'
  | 'state'
  | 'submittedAt'
  | 'sentAt'
  | 'remindedAt'
  | 'activeAt'
  | 'linkHash'
  | 'linkRevision'
> & { nominees: Pick<Nominee, 'state' | 'replaces'>[] };

const MOST = 1000;

/** Every unit that was asked, by name, without the people it named. */
export async function nominationList(event: { _id: Types.ObjectId }): Promise<ListedUnit[]> {
  return Nominations.find({ event: event._id }, fields)
    .sort({ sortKey: 1, _id: 1 })
    .limit(MOST)
    .lean<ListedUnit[]>();
}
