import type { Types } from 'mongoose';
import type { Locale } from '../../../contract/locales.ts';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { searchWords } from '../../platform/text.ts';
import { phoneKey } from './clean/phone.ts';
import { cellsOfPerson, type KnownPerson } from './cells-of-person.ts';
import { type Description, describe } from './compare-people.ts';

export interface Known {
  kind: 'guest' | 'contact';
  id: Types.ObjectId;
  person: KnownPerson;
  isCancelled: boolean;
  /** A guest's own entry in the directory. */
  contact: Types.ObjectId | null;
}

const fields = { name: 1, addressForm: 1, position: 1, organisationName: 1, email: 1, phone: 1 } as const;
const guestFields = {
  ...fields,
  category: 1,
  delegation: 1,
  seat: 1,
  note: 1,
  state: 1,
  contact: 1,
} as const;

/** Where to look: the guests of the event, and the directory for those who may see it. */
export interface Circle {
  event: Types.ObjectId;
  directory: boolean;
  locale: Locale;
}

/** Everybody who may be met again, one after the other: the list first, then the directory. */
export async function* everybodyKnown(circle: Circle): AsyncGenerator<Known> {
  const guests = Guests.find({ event: circle.event }, guestFields).lean<Guest[]>().cursor({ batchSize: 500 });
  for await (const person of guests) yield knownGuest(person);
  if (!circle.directory) return;
  const contacts = Contacts.find({ archivedAt: null }, fields).lean<Contact[]>().cursor({ batchSize: 500 });
  for await (const person of contacts) yield knownContact(person);
}

function knownGuest(person: Guest): Known {
  return {
    kind: 'guest',
    id: person._id,
    person,
    isCancelled: person.state === 'cancelled',
    contact: person.contact,
  };
}

function knownContact(person: Contact): Known {
  return { kind: 'contact', id: person._id, person, isCancelled: false, contact: null };
}

const FEW = 20;

/** Those who may be this one person, found by the indexes of search. */
export async function knownLike(circle: Circle, wanted: Description): Promise<Known[]> {
  const reach = reachWords(wanted);
  const words = searchWords(wanted.name.vi ?? wanted.name.latin ?? russian(wanted));
  const guests = await Guests.find(
    {
      event: circle.event,
      $or: [
        ...(words.length > 0 ? [{ event: circle.event, words: { $all: words } }] : []),
        ...reach.map((found) => ({ event: circle.event, contactWords: found })),
        { _id: null },
      ],
    },
    guestFields,
  )
    .limit(FEW)
    .lean<Guest[]>();
  const found = guests.map(knownGuest);
  if (!circle.directory) return found;
  const contacts = await Contacts.find(
    {
      archivedAt: null,
      $or: [
        ...(words.length > 0 ? [{ words: { $all: words } }] : []),
        ...reach.map((told) => ({ words: told })),
        { _id: null },
      ],
    },
    fields,
  )
    .limit(FEW)
    .lean<Contact[]>();
  return [...found, ...contacts.map(knownContact)];
}

export function describeKnown({ person }: Known, locale: Locale): Description {
  const { name } = person;
  return { ...describe({ ...cellsOfPerson(person, locale), name: '' }, []), name };
}

function russian({ name }: Description): string {
  return [name.ru?.family, name.ru?.given].filter(Boolean).join(' ');
}

/** Conditions on the words of reach: all words of the address, any spelling of the telephone. */
function reachWords({ email, phone }: Description): object[] {
  const address = searchWords(email);
  const digits = phoneKey(phone) || phone;
  return [
    ...(address.length > 0 ? [{ $all: address }] : []),
    ...(digits === '' ? [] : [{ $in: ['', '0', '84', '7', '8'].map((prefix) => prefix + digits) }]),
  ];
}
