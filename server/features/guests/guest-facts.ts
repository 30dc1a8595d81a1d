import { Types } from 'mongoose';
import { isPositionTier } from '../../../contract/protocol.ts';
import type { Guest } from '../../../models/guest.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { tiersOf } from '../directory/protocol-rank.ts';
import { usualTier } from './guest-record.ts';
import type { GuestInput } from './input.ts';

export type GuestTyped = Pick<
  Guest,
  Exclude<keyof GuestInput, 'organisation'> | 'organisation' | 'organisationTier' | 'tiers'
>;

/** What was typed, with what the directory and the position say where nothing was. */
export async function factsOf(access: Access, input: GuestInput): Promise<GuestTyped> {
  checkCategory(access, input.category);
  const unit = input.organisation === '' ? null : await unitCalled(input.organisation);
  const typed = Object.keys(input.organisationName).length > 0;
  return {
    ...input,
    organisation: unit?._id ?? null,
    organisationName: unit && !typed ? unit.name : input.organisationName,
    organisationTier: input.organisationTier ?? unit?.tier ?? usualTier,
    tiers: input.tiers.length > 0 ? input.tiers : tiersOf(input.position),
  };
}

/** Offices somebody has set; those that were only read from the position are left to it. */
export function tiersSetByHand(guest: Pick<Guest, 'position' | 'tiers'>): GuestInput['tiers'] {
  const read: readonly string[] = tiersOf(guest.position);
  const same = read.length === guest.tiers.length && guest.tiers.every((tier) => read.includes(tier));
  return same ? [] : guest.tiers.filter(isPositionTier);
}

/** A category is one of the event's, or none. */
export function checkCategory({ event }: Access, category: string): void {
  if (category === '' || event.categories.some(({ id }) => id === category)) return;
  throw new Invalid([{ path: 'category', key: 'errors.choice', params: {} }]);
}

async function unitCalled(id: string): Promise<Organisation> {
  const unit = await Organisations.findById(new Types.ObjectId(id)).lean<Organisation>();
  if (!unit) throw new Invalid([{ path: 'organisation', key: 'errors.choice', params: {} }]);
  return unit;
}
