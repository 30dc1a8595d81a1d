import { setImmediate as breathe } from 'node:timers/promises';
import type { Types } from 'mongoose';
import type { MailPurpose } from '../../../contract/mail.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { Suppressions } from '../../../models/suppression.ts';
import { addressKey, suppressionId } from '../mail/address-key.ts';
import type { GuestFilter } from './selection.ts';

const CHUNK = 1000;
const MOST = 20_000;

/** The key by which the stop list recognises addresses. */
export type StopList = { secret: string };

/**
 * Which of these guests the stop list keeps from this kind of mail. The list stores no addresses, so each guest's
 * has to be looked at; while the list is empty nobody's is.
 */
export async function suppressedGuests(
  event: Conference,
  recipients: GuestFilter,
  { purpose, office }: { purpose: MailPurpose; office: StopList },
): Promise<Types.ObjectId[]> {
  const entries = await entriesOf();
  const found: Types.ObjectId[] = [];
  let last: Types.ObjectId | null = null;
  while (entries.size > 0) {
    const rows: Pick<Guest, '_id' | 'email'>[] = await rowsAfter(recipients, last);
    for (const { _id, email } of rows) {
      if (idsOf(email, { event, purpose, office }).some((id) => entries.has(id))) found.push(_id);
    }
    last = rows.at(-1)?._id ?? null;
    if (!last || rows.length < CHUNK) break;
    await breathe();
  }
  return found;
}

async function entriesOf(): Promise<Set<string>> {
  const rows = await Suppressions.find({ liftedAt: null }, { _id: 1 }).limit(MOST).lean<{ _id: string }[]>();
  return new Set(rows.map(({ _id }) => _id));
}

async function rowsAfter(
  recipients: GuestFilter,
  last: Types.ObjectId | null,
): Promise<Pick<Guest, '_id' | 'email'>[]> {
  const beyond = last ? [{ _id: { $gt: last } }] : [];
  return Guests.find({ $and: [recipients, ...beyond] }, { email: 1 })
    .sort({ _id: 1 })
    .limit(CHUNK)
    .lean<Pick<Guest, '_id' | 'email'>[]>();
}

function idsOf(
  email: string,
  { event, purpose, office }: { event: Conference; purpose: MailPurpose; office: StopList },
): string[] {
  const key = addressKey(office, email);
  const service = [suppressionId('hard', null, key), suppressionId('complaint', null, key)];
  if (purpose === 'service') return service;
  const host = event.host.organisation;
  return [...service, suppressionId('unsubscribe', null, key), suppressionId('unsubscribe', host, key)];
}
