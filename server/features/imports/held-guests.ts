import type { Types } from 'mongoose';
import { Agendas } from '../../../models/agenda.ts';
import { Awards } from '../../../models/award.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { type Guest } from '../../../models/guest.ts';
import { InboundMails } from '../../../models/inbound-mail.ts';
import { Nominations } from '../../../models/nomination.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { type Seating, Seatings } from '../../../models/seating.ts';
import { Stages } from '../../../models/stage.ts';

/** Why a guest stays although the import that brought them in is taken back. */
export const heldReasons = [
  'checked-in',
  'answered',
  'invited',
  'wrote',
  'seated',
  'nominated',
  'named',
  'changed',
] as const;
export type HeldReason = (typeof heldReasons)[number];

/** What has happened to these guests since they came in; those to whom nothing has are not in it. */
export async function heldGuests(
  event: Types.ObjectId,
  guests: readonly Guest[],
): Promise<ReadonlyMap<string, HeldReason>> {
  const ids = guests.map(({ _id }) => _id);
  const [inside, mailed, wrote, seated, nominated, named] = await Promise.all([
    CheckIns.distinct('guest', { _id: { $in: ids.map((id) => `${String(event)}:${String(id)}`) } }),
    OutboxMails.distinct('guest', { event, guest: { $in: ids } }),
    InboundMails.distinct('guest', { event, guest: { $in: ids } }),
    seatedGuests(event),
    Nominations.distinct('nominees.guest', { event }),
    namedGuests(event, ids),
  ]);
  const kept: Readonly<Record<HeldReason, (guest: Guest) => boolean>> = {
    'checked-in': among(inside, ({ arrivedAt }) => arrivedAt !== null),
    answered: ({ answer, answers }) => answer !== null || answers.length > 0,
    invited: among(mailed, ({ invitation }) => invitation !== null),
    wrote: among(wrote),
    seated: among(seated),
    nominated: among(nominated),
    named: among(named),
    changed: ({ rev }) => rev > 1,
  };
  return new Map(
    guests.flatMap((guest) => {
      const reason = heldReasons.find((each) => kept[each](guest));
      return reason ? [[String(guest._id), reason] as const] : [];
    }),
  );
}

function among(ids: readonly unknown[], orElse: (guest: Guest) => boolean = () => false) {
  const known = new Set(ids.map(String));
  return (guest: Guest): boolean => known.has(String(guest._id)) || orElse(guest);
}

/** Whoever has a place in the hall, or somebody they bring along. */
async function seatedGuests(event: Types.ObjectId): Promise<string[]> {
  const seating = await Seatings.findById(event, { seats: 1 }).lean<Pick<Seating, 'seats'>>();
  return Object.values(seating?.seats ?? {}).map(guestOnSeat);
}

/** An occupant is a guest's id, or that with "+1" for the first person they bring. */
export function guestOnSeat(who: string): string {
  return who.split('+')[0] ?? '';
}

/** Guests who speak, receive, hand over or collect an award, or have been introduced. */
async function namedGuests(event: Types.ObjectId, ids: readonly Types.ObjectId[]): Promise<string[]> {
  const [agenda, recipients, proxies, presenters, stage] = await Promise.all([
    Agendas.findById(event, { 'items.speakers': 1 }).lean(),
    Awards.distinct('recipients.guest', { event }),
    Awards.distinct('recipients.representedBy', { event }),
    Awards.distinct('presenter', { event }),
    Stages.findById(event, { introduced: 1 }).lean(),
  ]);
  const speakers = agenda?.items.flatMap(({ speakers }) => speakers.map(String)) ?? [];
  const introduced = stage?.introduced.map(({ id }) => id) ?? [];
  const awarding = [...recipients, ...proxies, ...presenters].map(String);
  const everybody = new Set([...speakers, ...awarding, ...introduced]);
  return ids.map(String).filter((id) => everybody.has(id));
}
