import type { Types } from 'mongoose';
import type { Localised } from '../../../contract/localised.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { expectedStandings, standingsOnList, unitKey } from './list-filter.ts';

/** The guests of one organisation, or of a delegation with a name of its own. */
export interface Delegation {
  /** As the list's filter reads it. */
  key: string;
  name: Localised;
  head: Guest['name'] | null;
  total: number;
  going: number;
  silent: number;
  declined: number;
  arrived: number;
}

interface Group extends Omit<Delegation, 'key' | 'name' | 'head'> {
  _id: { delegation: string; organisation: Types.ObjectId | null; name: Localised | null };
  name: Localised;
}

/** Everybody on the list by delegation, in the order in which the first of each is named. */
export async function delegations(access: Access): Promise<Delegation[]> {
  const listed = { event: access.event._id, standing: { $in: standingsOnList }, replacedBy: null };
  const [groups, heads] = await Promise.all([
    Guests.aggregate<Group>([{ $match: listed }, { $group: grouping }, { $sort: { order: 1 } }]),
    Guests.find(
      { ...listed, headOfDelegation: true },
      { name: 1, delegation: 1, organisation: 1, organisationName: 1 },
    )
      .sort({ order: -1 })
      .lean<Pick<Guest, 'name' | 'delegation' | 'organisation' | 'organisationName'>[]>(),
  ]);
  const headOf = new Map(heads.map((head) => [unitKey(head), head.name]));
  return groups.map(({ _id, name, total, going, silent, declined, arrived }) => {
    const { delegation, organisation } = _id;
    const key = unitKey({ delegation, organisation, organisationName: name });
    const shown = delegation ? { vi: delegation } : name;
    return { key, name: shown, head: headOf.get(key) ?? null, total, going, silent, declined, arrived };
  });
}

const inDelegation = { $gt: ['$delegation', ''] };
const inOrganisation = { $ne: ['$organisation', null] };
const countIf = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });

// A guest belongs to the delegation, if there is none to the organisation, if there is none to the name typed in.
const grouping = {
  _id: {
    delegation: '$delegation',
    organisation: { $cond: [inDelegation, null, '$organisation'] },
    name: { $cond: [{ $or: [inDelegation, inOrganisation] }, null, '$organisationName'] },
  },
  name: { $first: '$organisationName' },
  order: { $min: '$order' },
  total: { $sum: 1 },
  going: countIf({ $in: ['$standing', [...expectedStandings]] }),
  silent: countIf({ $eq: ['$standing', 'no-answer'] }),
  declined: countIf({ $eq: ['$standing', 'declined'] }),
  arrived: countIf({ $gt: ['$arrivedAt', null] }),
};
