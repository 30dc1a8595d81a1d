import type { Types } from 'mongoose';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Nominee } from '../../../models/nomination.ts';
import type { Access } from '../access/access.ts';
import { namesAgree } from '../directory/name-keys.ts';
import { nameSortKey } from '../directory/person-name.ts';
import { likeness } from './same-person.ts';

type Met = Pick<Guest, '_id' | 'name' | 'email' | 'phone' | 'state' | 'contact'>;
const fields = { name: 1, email: 1, phone: 1, state: 1, contact: 1 } as const;

/** The guest who certainly is this nominee: brought in before, or of the same address and name. */
export async function findListed({ event }: Access, nominee: Nominee): Promise<Met | null> {
  const own = await Guests.findOne({ _id: nominee.id, event: event._id }, fields).lean<Met>();
  if (own || nominee.email === '') return own;
  const contact = await Contacts.findOne({ email: nominee.email }, { name: 1 }).lean<
    Pick<Contact, '_id' | 'name'>
  >();
  const ways: object[] = [{ email: nominee.email }, ...(contact ? [{ contact: contact._id }] : [])];
  const found = await Promise.all(
    ways.map((way) =>
      Guests.find({ event: event._id, ...way }, fields)
        .limit(20)
        .lean<Met[]>(),
    ),
  );
  return found.flat().find((guest) => namesAgree(guest.name, nominee.name)) ?? null;
}

export interface Resemblance {
  guest: Types.ObjectId;
  name: Guest['name'];
  by: 'name' | 'email' | 'phone';
  /** The same address and name: accepting brings nobody in a second time. */
  isCertain: boolean;
}

/** Who on the guest list looks like which nominee, by the nominee's id: for the organisers to see, never for a unit. */
export async function resemblances(
  { event }: Access,
  nominees: readonly Nominee[],
): Promise<Map<string, Resemblance>> {
  const waiting = nominees.filter(({ state }) => state === 'named' || state === 'returned');
  if (waiting.length === 0) return new Map();
  const keys = waiting.map(({ name }) => nameSortKey(name));
  const emails = waiting.map(({ email }) => email).filter((email) => email !== '');
  const found = await Promise.all([
    Guests.find({ event: event._id, state: 'listed', sortKey: { $in: keys } }, fields).lean<Met[]>(),
    Guests.find({ event: event._id, state: 'listed', email: { $in: emails } }, fields).lean<Met[]>(),
  ]);
  const met = found.flat();
  return new Map(
    waiting.flatMap((nominee) => {
      const resemblance = resemblanceOf(nominee, met);
      return resemblance ? [[nominee.id, resemblance] as const] : [];
    }),
  );
}

function resemblanceOf(nominee: Nominee, met: readonly Met[]): Resemblance | null {
  for (const guest of met) {
    const by = likeness(guest, nominee);
    const isCertain =
      guest.email !== '' && guest.email === nominee.email && namesAgree(guest.name, nominee.name);
    if (by) return { guest: guest._id, name: guest.name, by, isCertain };
  }
  return null;
}
