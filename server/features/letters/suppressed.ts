import { setImmediate as breathe } from 'node:timers/promises';
import type { Types } from 'mongoose';
import type { MailPurpose } from '../../../contract/mail.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { Suppressions } from '../../../models/suppression.ts';
import { walkById } from '../../platform/database/walk.ts';
import { type Recipient, recipientsOf } from '../invitations/recipients-of.ts';
import { addressKey, suppressionId } from '../mail/address-key.ts';
import type { GuestFilter } from './selection.ts';

const CHUNK = 1000;

/** The key by which the stop list recognises addresses. */
export type StopList = { secret: string };

const fields = { name: 1, email: 1, locale: 1, secretary: 1 } as const;
type Row = Pick<Guest, keyof typeof fields | '_id'>;

interface Stopping {
  event: Conference;
  purpose: MailPurpose;
  office: StopList;
}

/**
 * Whom the stop list keeps from this kind of mail, because it keeps everybody who gets their mails. The list stores no
 * addresses, so each has to be looked at; while the list is empty none is.
 */
export async function suppressedGuests(
  event: Conference,
  recipients: GuestFilter,
  { purpose, office }: { purpose: MailPurpose; office: StopList },
): Promise<Types.ObjectId[]> {
  const found: Types.ObjectId[] = [];
  if (!(await Suppressions.exists({ liftedAt: null }))) return found;
  for await (const rows of rowsOf(recipients)) {
    found.push(...(await stoppedAmong(rows, { event, purpose, office })));
    await breathe();
  }
  return found;
}

async function stoppedAmong(rows: readonly Row[], stopping: Stopping): Promise<Types.ObjectId[]> {
  const ways = rows.map((guest) => ({
    _id: guest._id,
    ids: recipientsOf(guest).map((recipient) => idsOf(recipient, stopping)),
  }));
  const asked = [...new Set(ways.flatMap(({ ids }) => ids.flat()))];
  const entries = await Suppressions.find({ _id: { $in: asked }, liftedAt: null }, { _id: 1 }).lean();
  const stopped = new Set(entries.map(({ _id }) => _id));
  const isStopped = (ids: readonly string[]): boolean => ids.some((id) => stopped.has(id));
  return ways.flatMap(({ _id, ids }) => (ids.length > 0 && ids.every(isStopped) ? [_id] : []));
}

function rowsOf(recipients: GuestFilter): AsyncIterable<Row[]> {
  return walkById(CHUNK, async ({ size, beyond }) =>
    Guests.find({ $and: [recipients, ...beyond] }, fields)
      .sort({ _id: 1 })
      .limit(size)
      .lean<Row[]>(),
  );
}

function idsOf({ address }: Recipient, { event, purpose, office }: Stopping): string[] {
  const key = addressKey(office, address);
  const service = [suppressionId('hard', null, key), suppressionId('complaint', null, key)];
  if (purpose === 'service') return service;
  const host = event.host.organisation;
  return [...service, suppressionId('unsubscribe', null, key), suppressionId('unsubscribe', host, key)];
}
