import type { Conference } from '../../../models/event.ts';
import { Stages } from '../../../models/stage.ts';
import { loadAgenda } from './load-agenda.ts';
import type { AgendaFacts } from './present.ts';
import { speakersOf } from './speakers.ts';

type AgendaEvent = AgendaFacts['event'] & Pick<Conference, '_id'>;

/** The agenda with its speakers and the item that is running. */
export async function agendaFacts(event: AgendaEvent): Promise<AgendaFacts> {
  const [agenda, stage] = await Promise.all([
    loadAgenda(event),
    Stages.findById(event._id, { running: 1 }).lean(),
  ]);
  const ids = agenda.items.flatMap((item) => item.speakers);
  return { event, agenda, speakers: await speakersOf(event, ids), running: stage?.running ?? '' };
}
