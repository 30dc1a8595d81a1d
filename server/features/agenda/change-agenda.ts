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
  /** The revision the change was made on; another one means that somebody else was quicker. */
  rev: number;
  action: AuditAction;
  /** What the history calls the item. */
  item: string;
  apply: (items: readonly AgendaItem[]) => AgendaItem[];
}

/** The one way the agenda changes: all of it at once, on the revision the editor saw. */
export async function changeAgenda(access: Access, change: Change): Promise<Agenda> {
  const event = access.event._id;
  const agenda = await loadAgenda(access.event);
  if (agenda.rev !== change.rev) throw new Refused('errors.conflict-rev');

  const items = change.apply(agenda.items);
  const entry = audit(access.actor, { action: change.action, event, params: { item: change.item } });
  const changed = await write(event, change.rev, {
    $set: { items },
    $inc: { rev: 1 },
    $push: { effects: entry },
  });

  settle(Agendas, event);
  tell(hallRooms(access.event), 'page:stale', 'agenda');
  return changed;
}

async function write(event: Types.ObjectId, rev: number, update: UpdateQuery<Agenda>): Promise<Agenda> {
  try {
    // Revision 0 has no document yet: the first change makes it, and of two first changes the id lets one win.
    const options = { returnDocument: 'after', upsert: rev === 0 } as const;
    const changed = await Agendas.findOneAndUpdate({ _id: event, rev }, update, options).lean<Agenda>();
    if (changed) return changed;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  throw new Refused('errors.conflict-rev');
}
