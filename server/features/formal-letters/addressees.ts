import type { QueryFilter } from 'mongoose';
import { lettersPerFile } from '../../../contract/formal-letter.ts';
import { locales } from '../../../contract/locales.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type Wave, Waves } from '../../../models/wave.ts';
import type { Access } from '../access/access.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisation: 1,
  organisationName: 1,
  locale: 1,
  standing: 1,
  code: 1,
  pass: 1,
  category: 1,
  side: 1,
  createdAt: 1,
  seat: 1,
  invitation: 1,
  answer: 1,
} as const;

/** A guest as a letter needs one. */
export type Addressee = Pick<Guest, keyof typeof fields | '_id'>;

const MOST_WAVES = 30;

/** The people one file for the printer is for, in protocol order; the first file is 1. */
export async function addressees(access: Access, who: string, file: number): Promise<Addressee[]> {
  return Guests.find(meantBy(access, who), fields)
    .sort({ order: 1, _id: 1 })
    .skip((file - 1) * lettersPerFile)
    .limit(lettersPerFile)
    .lean<Addressee[]>();
}

const written = [
  'name.vi',
  'name.latin',
  'name.ru.family',
  'name.ru.given',
  'name.ru.patronymic',
  'seat',
  ...locales.flatMap((locale) => [`position.${locale}`, `organisationName.${locale}`]),
];

/** Those of the people meant, in protocol order, of whom something is written in this way. */
export function writtenAs(access: Access, who: string, pattern: RegExp): AsyncIterable<Addressee> {
  const suspect = { $or: written.map((path) => ({ [path]: pattern })) };
  return Guests.find({ $and: [meantBy(access, who), suspect] }, fields)
    .sort({ order: 1, _id: 1 })
    .lean<Addressee>()
    .cursor();
}

export interface AddresseeCount {
  all: number;
  /** Without a personal link: nobody has recorded that they are invited. */
  withoutLink: number;
}

export async function countAddressees(access: Access, who: string): Promise<AddresseeCount> {
  const [counted] = await Guests.aggregate<{ all: number; linked: number }>([
    { $match: meantBy(access, who) },
    {
      $group: {
        _id: null,
        all: { $sum: 1 },
        linked: { $sum: { $cond: [{ $gt: ['$invitation.linkHash', ''] }, 1, 0] } },
      },
    },
  ]);
  const { all = 0, linked = 0 } = counted ?? {};
  return { all, withoutLink: all - linked };
}

/** The first guest of the list, to show the letter with. */
export async function exampleAddressee(access: Access, id: string): Promise<Addressee | null> {
  const event = access.event._id;
  const wanted = /^[0-9a-f]{24}$/.test(id)
    ? { event, _id: id }
    : { event, standing: { $ne: 'cancelled' as const } };
  return Guests.findOne(wanted, fields).sort({ order: 1, _id: 1 }).lean<Addressee>();
}

/** The first guest of each language, to try the letter on. */
export async function examplesOf(
  { event }: Access,
  languages: readonly Guest['locale'][],
): Promise<Addressee[]> {
  const found = await Promise.all(
    languages.map((locale) =>
      Guests.findOne({ event: event._id, locale, standing: { $ne: 'cancelled' } }, fields)
        .sort({ order: 1, _id: 1 })
        .hint({ event: 1, locale: 1, order: 1, _id: 1 })
        .lean<Addressee>(),
    ),
  );
  return found.filter((guest) => guest !== null);
}

export type BegunWave = Pick<Wave, '_id' | 'number' | 'kind' | 'channel'>;

/** Waves that have written to somebody, the newest first. */
export async function begunWaves({ event }: Access): Promise<BegunWave[]> {
  return Waves.find({ event: event._id, startedAt: { $gt: new Date(0) } }, { number: 1, kind: 1, channel: 1 })
    .sort({ number: -1 })
    .limit(MOST_WAVES)
    .lean<BegunWave[]>();
}

/** Nobody who has declined or was taken off the list gets a letter. */
function meantBy({ event }: Access, who: string): QueryFilter<Guest> {
  const expected = { event: event._id, standing: { $nin: ['declined' as const, 'cancelled' as const] } };
  const [kind] = who.split(':', 1);
  const name = who.slice(who.indexOf(':') + 1);
  switch (kind) {
    case 'not-invited':
    case 'no-answer':
    case 'attending':
      return { event: event._id, standing: kind };
    case 'no-email':
      return { ...expected, email: '' };
    case 'category':
      return { ...expected, category: name };
    case 'wave':
      return { ...expected, waves: name };
    default:
      return expected;
  }
}
