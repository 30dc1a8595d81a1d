import type { LetterKind } from '../../../contract/letters.ts';
import type { GuestStanding } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { limits } from '../../../contract/limits.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { keysetPage, type KeysetPage, type Order, readPlace } from '../../platform/database/keyset.ts';
import { rulesOf } from './kinds.ts';
import { type Addressing, quietSince, addresseesOf } from './recipients.ts';
import { awaitedStandings, type GuestFilter, meantBy } from './selection.ts';
import { type StopList, suppressedGuests } from './suppressed.ts';

/** Why somebody who is meant gets nothing. */
export const exceptionKinds = [
  'no-email',
  'suppressed',
  'not-invited',
  'no-answer',
  'attending',
  'tentative',
  'substitute',
  'declined',
  'cancelled',
  'withdrawn',
  'lately',
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** What the reason follows from. */
export interface Circumstances {
  standing: GuestStanding;
  hasEmail: boolean;
  remindedLately: boolean;
  isWithdrawn: boolean;
}

/** Null for those who get the letter, as `addresseesOf` finds them. */
export function exceptionOf(
  { kind, channel }: Pick<Addressing, 'kind' | 'channel'>,
  { standing, hasEmail, remindedLately, isWithdrawn }: Circumstances,
): ExceptionKind | null {
  const anew = kind === 'invitation' && isWithdrawn && isAwaited(standing);
  if (!anew && !rulesOf(kind).standings.includes(standing)) return standing;
  if (needsInvitation(kind) && isWithdrawn) return 'withdrawn';
  if (kind === 'reminder' && remindedLately) return 'lately';
  return channel === 'mail' && !hasEmail ? 'no-email' : null;
}

const listed = { name: 1, addressForm: 1, position: 1, organisationName: 1, order: 1, standing: 1 } as const;
export type ExceptedGuest = Pick<Guest, keyof typeof listed | '_id'>;

const byProtocol: Order = { keys: { order: 'text', _id: 'id' }, direction: 1 };

/** The people behind a number of the review, page by page. */
export async function exceptedGuests(
  event: Conference,
  addressing: Addressing,
  { why, after, office }: { why: ExceptionKind; after: string; office: StopList },
): Promise<KeysetPage<ExceptedGuest>> {
  const meant = await meantBy(event, addressing.selection);
  const reason = why === 'suppressed' ? await stopped(event, addressing, office) : filterOf(why, addressing);
  return keysetPage(
    byProtocol,
    { place: readPlace(after, byProtocol), size: limits.pageSize },
    async (reading) =>
      Guests.find({ $and: [meant, reason, ...reading.conditions] }, listed)
        .sort(reading.sort)
        .limit(reading.limit)
        .lean<ExceptedGuest[]>(),
  );
}

async function stopped(event: Conference, addressing: Addressing, office: StopList): Promise<GuestFilter> {
  const recipients = await addresseesOf(event, addressing);
  const { purpose } = rulesOf(addressing.kind);
  return { _id: { $in: await suppressedGuests(event, recipients, { purpose, office }) } };
}

function filterOf(why: Exclude<ExceptionKind, 'suppressed'>, { kind }: Addressing): GuestFilter {
  const { standings } = rulesOf(kind);
  switch (why) {
    case 'no-email':
      return { standing: { $in: standings }, email: '', ...noSecretary };
    case 'withdrawn':
      return { standing: { $in: standings }, 'invitation.withdrawnAt': { $gt: new Date(0) } };
    case 'lately':
      return { standing: 'no-answer', 'invitation.remindedAt': { $gt: quietSince() } };
    case 'not-invited':
    case 'no-answer':
    case 'attending':
    case 'tentative':
    case 'substitute':
    case 'declined':
    case 'cancelled':
      return kind === 'invitation' ? { standing: why, 'invitation.withdrawnAt': null } : { standing: why };
  }
}

const noSecretary: GuestFilter & Record<string, unknown> = {
  $or: [{ 'secretary.email': { $in: [null, ''] } }, { 'secretary.mail': 'none' }],
};

const invitedKinds = ['reminder', 'programme-changed', 'update', 'cancellation', 'withdrawal'] as const;

function needsInvitation(kind: LetterKind): boolean {
  return invitedKinds.some((one) => one === kind);
}

function isAwaited(standing: GuestStanding): boolean {
  return awaitedStandings.some((one) => one === standing);
}
