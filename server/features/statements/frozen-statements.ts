import { type Conference, Events } from '../../../models/event.ts';
import { type FrozenStatement, Statements } from '../../../models/statement.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

const MOST = 50;
export type FrozenLine = Pick<FrozenStatement, 'number' | 'at' | 'by' | 'note' | 'figures' | 'quorum'>;

/** Those of the event, the last one first. */
export async function frozenStatements({ event }: Access): Promise<FrozenLine[]> {
  return Statements.find({ event: event._id }, { number: 1, at: 1, by: 1, note: 1, figures: 1, quorum: 1 })
    .sort({ number: -1 })
    .limit(MOST)
    .lean<FrozenLine[]>();
}

export async function findFrozen({ event }: Access, number: string): Promise<FrozenStatement> {
  const wanted = /^\d{1,6}$/.test(number) ? Number(number) : 0;
  const found = await Statements.findOne({ event: event._id, number: wanted }).lean<FrozenStatement>();
  if (!found) throw new NotFound('statements.unknown');
  return found;
}

/** What somebody who holds a print may see of it, in the zone of its event; null when no print bears this code. */
export async function findByCode(
  code: string,
): Promise<{ frozen: FrozenStatement; timeZone: string } | null> {
  if (!/^[0-9A-Z]{16}$/.test(code)) return null;
  const frozen = await Statements.findOne({ code }).lean<FrozenStatement>();
  const event = frozen && (await Events.findById(frozen.event, { timeZone: 1 }).lean<Conference>());
  return event ? { frozen, timeZone: event.timeZone } : null;
}
