import { limits } from '../../../contract/limits.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Wave } from '../../../models/wave.ts';
import {
  everyPage,
  keysetPage,
  type KeysetPage,
  type Order,
  readPlace,
} from '../../platform/database/keyset.ts';
import type { Access } from '../access/access.ts';
import { guestToken } from '../invitations/guest-link.ts';

const fields = {
  name: 1,
  position: 1,
  organisationName: 1,
  phone: 1,
  email: 1,
  standing: 1,
  code: 1,
  order: 1,
  invitation: 1,
} as const;

const CHUNK = 500;

export type SheetLine = Pick<Guest, keyof typeof fields | '_id'> & { link: string };

const byProtocol: Order = { keys: { order: 'text', _id: 'id' }, direction: 1 };

/** The key of personal links, and where they lead: the organisers put them into letters on paper. */
export interface LinkMaker {
  linkKey: string;
  addressOf: (token: string) => string;
}

/** The people a wave has reached, in protocol order, to work through by hand. */
export async function sheetPage(
  { event }: Access,
  { _id }: Pick<Wave, '_id'>,
  { after, links, size = limits.pageSize }: { after: string; links: LinkMaker; size?: number },
): Promise<KeysetPage<SheetLine>> {
  const page = await keysetPage(byProtocol, { place: readPlace(after, byProtocol), size }, async (reading) =>
    Guests.find({ $and: [{ event: event._id, waves: _id }, ...reading.conditions] }, fields)
      .sort(reading.sort)
      .limit(reading.limit)
      .lean<Pick<Guest, keyof typeof fields | '_id'>[]>(),
  );
  return { ...page, rows: page.rows.map((guest) => ({ ...guest, link: linkOf(guest, links) })) };
}

/** All of them, some hundreds at a time. */
export function everybodyOn(
  access: Access,
  wave: Pick<Wave, '_id'>,
  links: LinkMaker,
): AsyncIterable<SheetLine[]> {
  return everyPage((after) => sheetPage(access, wave, { after, links, size: CHUNK }));
}

function linkOf(guest: Pick<Guest, '_id' | 'invitation'>, { linkKey, addressOf }: LinkMaker): string {
  const revision = guest.invitation?.linkRevision ?? 0;
  return revision === 0 ? '' : addressOf(guestToken(linkKey, guest, revision));
}
