import type { Headcount } from '../../../contract/live/attendance.ts';
import type { Agenda } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import { Stages } from '../../../models/stage.ts';
import type { Access } from '../access/access.ts';
import { loadAgenda } from '../agenda/load-agenda.ts';
import { type Speaker, speakersOf } from '../agenda/speakers.ts';
import { headcount } from '../guests/headcount.ts';

export interface SceneFacts {
  event: Conference;
  agenda: Agenda;
  running: string;
  /** Something ran already: with nothing running now, the show is over. */
  hasRun: boolean;
  speakers: Map<string, Speaker>;
  count: Headcount;
}

export async function sceneFacts(access: Access): Promise<SceneFacts> {
  const { event } = access;
  const [agenda, stage, count] = await Promise.all([
    loadAgenda(event),
    Stages.findById(event._id, { running: 1, runs: 1 }).lean(),
    headcount(event),
  ]);
  const ids = agenda.items.flatMap((item) => item.speakers);
  return {
    event,
    agenda,
    running: stage?.running ?? '',
    hasRun: (stage?.runs.length ?? 0) > 0,
    speakers: await speakersOf(event, ids),
    count,
  };
}
