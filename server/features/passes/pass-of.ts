import { eventMarkOf, passIdOf } from '../../../contract/pass/pass-id.ts';
import { writePayload } from '../../../contract/pass/pass-payload.ts';
import { writePass } from '../../../contract/pass/pass-text.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import { signerOf } from './pass-keys.ts';

/** What a pass is made from. */
export type PassBearer = Pick<Guest, 'code' | 'category' | 'side' | 'pass' | 'createdAt'>;
export type PassEvent = Pick<
  Conference,
  '_id' | 'shortId' | 'categories' | 'days' | 'endsAt' | 'timeZone' | 'createdAt'
>;

const DAY_MS = 86_400_000;
const AFTER_END_MS = 7 * DAY_MS;
const WITHOUT_DAYS_MS = 365 * DAY_MS;
/** Of who is in no category, or in one beyond those that five bits can name. */
const NO_CATEGORY = 31;

/** What the QR of a guest's pass says, signed by the event. `secret` is that of the purpose `pass`. */
export async function passTextOf(event: PassEvent, guest: PassBearer, secret: string): Promise<string> {
  return (await passWriter(event, secret))(guest);
}

/** The same for many guests of one event. */
export async function passWriter(
  event: PassEvent,
  secret: string,
): Promise<(guest: PassBearer) => Promise<string>> {
  const [signer, mark] = await Promise.all([signerOf(event, secret), eventMarkOf(event)]);
  const to = validUntil(event).getTime();
  return async (guest) => {
    const issued = issuedAt(guest, event).getTime();
    const signed = writePayload({
      keyId: signer.keyId,
      event: mark,
      pass: await passIdOf(event, guest.code),
      category: placeOf(guest.category, event),
      vip: guest.side === 'leadership',
      from: issued,
      to,
      issued,
    });
    return writePass(signed, signer.sign(signed));
  };
}

/** The same by the guests' ids. */
export async function passTexts(
  event: PassEvent,
  guests: readonly (PassBearer & Pick<Guest, '_id'>)[],
  secret: string,
): Promise<Map<string, string>> {
  if (guests.length === 0) return new Map();
  const write = await passWriter(event, secret);
  return new Map(
    await Promise.all(guests.map(async (guest) => [String(guest._id), await write(guest)] as const)),
  );
}

/** Since when this pass is theirs. */
function issuedAt({ pass, createdAt }: PassBearer, event: PassEvent): Date {
  return pass?.issuedAt ?? createdAt ?? event.createdAt;
}

/** A week after the event; while nobody knows when that will be, a year from now. */
export function validUntil({ days, endsAt, timeZone }: PassEvent): Date {
  const last = days.at(-1);
  if (!last) return new Date(now().getTime() + WITHOUT_DAYS_MS);
  return new Date(instantIn(timeZone, `${last}T${endsAt || '23:59'}`).getTime() + AFTER_END_MS);
}

function placeOf(category: string, { categories }: PassEvent): number {
  const place = categories.findIndex(({ id }) => id === category);
  return place < 0 ? NO_CATEGORY : Math.min(place, NO_CATEGORY);
}
