import { type Locale, locales } from '../../../contract/locales.ts';
import type { Types } from 'mongoose';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type Circumstances, type ExceptionKind, exceptionKinds, exceptionOf } from './exceptions.ts';
import { rulesOf } from './kinds.ts';
import { type Addressing, quietSince, addresseesOf } from './recipients.ts';
import { meantBy } from './selection.ts';
import { type StopList, suppressedGuests } from './suppressed.ts';

/** What is said before anything is sent. */
export interface Review {
  /** How many get the letter. */
  ready: number;
  /** Who is meant and gets nothing, and why. */
  exceptions: { why: ExceptionKind; count: number }[];
  /** How many of those who get it read which language. */
  readers: Record<Locale, number>;
  /** The first in protocol order: the letter is shown with this name. */
  first: Guest | null;
}

interface Group {
  _id: Circumstances & { locale: Locale };
  count: number;
}

export async function reviewWave(
  event: Conference,
  addressing: Addressing,
  office: StopList,
): Promise<Review> {
  const [meant, recipients] = await Promise.all([
    meantBy(event, addressing.selection),
    addresseesOf(event, addressing),
  ]);
  const [groups, suppressed, first] = await Promise.all([
    Guests.aggregate<Group>([
      { $match: meant },
      { $group: { _id: { ...circumstances(), locale: '$locale' }, count: { $sum: 1 } } },
    ]),
    stoppedBy(addressing) ? suppressedGuests(event, recipients, { ...rulesOf(addressing.kind), office }) : [],
    Guests.findOne(recipients).sort({ order: 1, _id: 1 }).lean<Guest>(),
  ]);
  const counts = new Map<ExceptionKind | null, number>([['suppressed', suppressed.length]]);
  for (const { _id, count } of groups) {
    const why = exceptionOf(addressing, _id);
    counts.set(why, (counts.get(why) ?? 0) + count);
  }
  const written = groups.filter(({ _id }) => exceptionOf(addressing, _id) === null);
  const stopped = suppressed.length > 0 ? await languagesOf(suppressed) : [];
  return {
    ready: (counts.get(null) ?? 0) - suppressed.length,
    exceptions: exceptionKinds.flatMap((why) => {
      const count = counts.get(why) ?? 0;
      return count > 0 ? [{ why, count }] : [];
    }),
    readers: readersOf(written, stopped),
    first,
  };
}

type Language = { _id: { locale: Locale }; count: number };

async function languagesOf(guests: readonly Types.ObjectId[]): Promise<Language[]> {
  return Guests.aggregate<Language>([
    { $match: { _id: { $in: guests } } },
    { $group: { _id: { locale: '$locale' }, count: { $sum: 1 } } },
  ]);
}

function readersOf(written: readonly Language[], stopped: readonly Language[]): Review['readers'] {
  const of = (groups: readonly Language[], locale: Locale) =>
    groups.reduce((sum, { _id, count }) => sum + (_id.locale === locale ? count : 0), 0);
  const [vi, en, ru] = locales.map((locale) => of(written, locale) - of(stopped, locale));
  return { vi: vi ?? 0, en: en ?? 0, ru: ru ?? 0 };
}

/** In the language of the database; missing dates are older than all others. */
function circumstances(): Record<keyof Circumstances, unknown> {
  const after = (field: string, moment: Date) => ({ $gt: [{ $ifNull: [field, new Date(0)] }, moment] });
  return {
    standing: '$standing',
    hasEmail: {
      $or: [
        { $gt: ['$email', ''] },
        { $and: [{ $gt: ['$secretary.email', ''] }, { $ne: ['$secretary.mail', 'none'] }] },
      ],
    },
    remindedLately: after('$invitation.remindedAt', quietSince()),
    isWithdrawn: after('$invitation.withdrawnAt', new Date(0)),
  };
}

function stoppedBy({ channel }: Addressing): boolean {
  return channel === 'mail';
}
