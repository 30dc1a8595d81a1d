import type { Headcount } from '../../../contract/live/attendance.ts';
import type { Agenda } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import type { Stage } from '../../../models/stage.ts';
import type { Access } from '../access/access.ts';
import { loadAgenda } from '../agenda/load-agenda.ts';
import { type Speaker, speakersOf } from '../agenda/speakers.ts';
import { headcount } from '../guests/headcount.ts';
import { type Presence, presences } from '../guests/presence.ts';
import { loadStage } from './load-stage.ts';

export interface ConsoleFacts {
  event: Conference;
  agenda: Agenda;
  stage: Stage;
  speakers: Map<string, Speaker>;
  /** Of the speakers who are in: whether they came themselves. */
  presences: ReadonlyMap<string, Presence>;
  count: Headcount;
}

/** Everything the left side of the console shows. */
export async function consoleFacts(access: Access): Promise<ConsoleFacts> {
  const { event } = access;
  const [agenda, stage, count] = await Promise.all([loadAgenda(event), loadStage(event), headcount(event)]);
  const speakers = await speakersOf(
    event,
    agenda.items.flatMap((item) => item.speakers),
  );
  const those = [...speakers.values()].map(({ _id }) => _id);
  return { event, agenda, stage, speakers, presences: await presences(event, those), count };
}
