import { Agendas } from '../../../models/agenda.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { Recaps } from '../../../models/recap.ts';
import { NotFound } from '../../platform/errors.ts';

/** An event as the public may know it: nothing of its guests. Before it is published it does not exist. */
export type PublicEvent = Omit<
  Conference,
  | 'effects'
  | 'words'
  | 'letter'
  | 'categories'
  | 'ladder'
  | 'reportedHeadcount'
  | 'createdBy'
  | 'clonedFrom'
  | 'capacity'
>;

export async function findPublicEvent(slug: string): Promise<PublicEvent> {
  const event = await Events.findOne(
    { slug, state: { $ne: 'draft' } },
    {
      effects: 0,
      words: 0,
      letter: 0,
      categories: 0,
      ladder: 0,
      reportedHeadcount: 0,
      createdBy: 0,
      clonedFrom: 0,
      capacity: 0,
    },
  ).lean<PublicEvent>();
  if (!event) throw new NotFound('errors.no-such-event');
  return event;
}

/** Which further pages the event's public page can lead to. */
export async function publicParts(event: PublicEvent): Promise<{ hasProgramme: boolean; hasRecap: boolean }> {
  const [agenda, recap] = await Promise.all([
    Agendas.findById(event._id, { 'items.id': 1 }).lean(),
    Recaps.findOne({ _id: event._id, state: 'published' }, { _id: 1 }).lean(),
  ]);
  return { hasProgramme: (agenda?.items.length ?? 0) > 0, hasRecap: recap !== null };
}
