import { expect } from 'chai';
import { Events } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { type Access, systemAccess } from '../../server/features/access/access.ts';
import { differences, repair } from '../../server/repair.ts';
import { importedCampaign } from '../features/exchange/campaign.ts';

/** An event with letters, waves, a hall and a unit, in which everything follows from the facts. */
export async function soundCampaign(): Promise<Access> {
  const event = await importedCampaign();
  await Events.updateOne({ _id: event._id }, { $set: { effects: [] } });
  expect(await differences()).to.deep.equal([]);
  return systemAccess(event);
}

export async function campaignGuest({ event }: Access, ref: string): Promise<Guest> {
  return Guests.findOne({ event: event._id, ref }).orFail().lean<Guest>();
}

/** What is found, with ids left out. */
export async function foundLines(): Promise<string[]> {
  const found = await differences();
  return found.map(({ line }) => line.replaceAll(/[0-9a-f]{24}/g, 'ID')).toSorted();
}

/** Mends, and then there is nothing left to be found. */
export async function mendAll(): Promise<void> {
  await repair();
  expect(await foundLines()).to.deep.equal([]);
}
