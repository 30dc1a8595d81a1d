import type { Types, UpdateQuery } from 'mongoose';
import { type Agenda, type AgendaItem, Agendas } from '../../../models/agenda.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';
import { audit, type AuditAction } from '../audit/audit.ts';
import { loadAgenda } from './load-agenda.ts';

interface Change {
  action: AuditAction;
  /** What the history calls the item. */
  item: (items: readonly AgendaItem[]) => string;
  /**
   * Makes the new agenda of the stored one, or refuses. It may be asked again when somebody else was quicker. Null
   * when it is done already.
   */
  apply: (items: readonly AgendaItem[]) => AgendaItem[] | null;
}

const ATTEMPTS = 8;

/** The one way the agenda changes: all of it at once, on the revision it was made from. */
export async function changeAgenda(access: Access, change: Change): Promise<Agenda> {
  const event = access.event._id;
  const changed = await attempt(access, change, ATTEMPTS);

  settle(Agendas, event);
  tell(hallRooms(access.event), 'page:stale', 'agenda');
  return changed;
}

async function attempt(access: Access, change: Change, left: number): Promise<Agenda> {
  if (left === 0) throw new Refused('errors.conflict-rev');
  const event = access.event._id;
  const agenda = await loadAgenda(access.event);
  const items = change.apply(agenda.items);
  if (!items) return agenda;
  const params = { item: change.item(agenda.items) };
  const changed = await write(event, agenda.rev, {
    $set: { items },
    $inc: { rev: 1 },
    $push: { effects: audit(access.actor, { action: change.action, event, params }) },
  });
  return changed ?? attempt(access, change, left - 1);
}

/** Null when another revision is stored by now. */
async function write(
  event: Types.ObjectId,
  rev: number,
  update: UpdateQuery<Agenda>,
): Promise<Agenda | null> {
  try {
    // Revision 0 has no document yet: the first change makes it, and of two first changes the id lets one win.
    const options = { returnDocument: 'after', upsert: rev === 0 } as const;
    return await Agendas.findOneAndUpdate({ _id: event, rev }, update, options).lean<Agenda>();
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}
