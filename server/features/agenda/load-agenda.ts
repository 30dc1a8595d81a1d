import { type Agenda, Agendas } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';

/** The event's agenda. An event without one has an empty agenda at revision 0, written with the first change. */
export async function loadAgenda(event: Pick<Conference, '_id'>): Promise<Agenda> {
  const agenda = await Agendas.findById(event._id).lean<Agenda>();
  return agenda ?? { _id: event._id, items: [], rev: 0, effects: [] };
}
