import type { Types } from 'mongoose';
import { Agendas } from '../../../models/agenda.ts';
import { Awards } from '../../../models/award.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { type Guest } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { Stages } from '../../../models/stage.ts';

/** Why a guest stays although the import that brought them in is taken back. */
export const heldReasons = ['checked-in', 'answered', 'invited', 'named', 'changed'] as const;
export type HeldReason = (typeof heldReasons)[number];

/** What has happened to these guests since they came in; those to whom nothing has are not in it. */
export async function heldGuests(
  event: Types.ObjectId,
  guests: readonly Guest[],
): Promise<ReadonlyMap<string, HeldReason>> {
  const ids = guests.map(({ _id }) => _id);
  const [inside, mailed, named] = await Promise.all([
    CheckIns.distinct('guest', { guest: { $in: ids } }),
    OutboxMails.distinct('guest', { event, guest: { $in: ids } }),
    namedGuests(event, ids),
  ]);
  const held = new Map<string, HeldReason>();
  const [came, written] = [new Set(inside.map(String)), new Set(mailed.map(String))];
  for (const guest of guests) {
    const id = String(guest._id);
    if (guest.arrivedAt || came.has(id)) held.set(id, 'checked-in');
    else if (guest.answer || guest.answers.length > 0) held.set(id, 'answered');
    else if (guest.invitation || written.has(id)) held.set(id, 'invited');
    else if (named.has(id)) held.set(id, 'named');
    else if (guest.rev > 1) held.set(id, 'changed');
  }
  return held;
}

/** Guests who speak, receive an award, or have been introduced. */
async function namedGuests(event: Types.ObjectId, ids: readonly Types.ObjectId[]): Promise<Set<string>> {
  const [agenda, awards, stage] = await Promise.all([
    Agendas.findById(event, { 'items.speakers': 1 }).lean(),
    Awards.distinct('recipients.guest', { event }),
    Stages.findById(event, { introduced: 1 }).lean(),
  ]);
  const speakers = agenda?.items.flatMap(({ speakers }) => speakers.map(String)) ?? [];
  const introduced = stage?.introduced.map(({ id }) => id) ?? [];
  const everybody = new Set([...speakers, ...awards.map(String), ...introduced]);
  return new Set(ids.map(String).filter((id) => everybody.has(id)));
}
