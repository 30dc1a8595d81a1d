import type { Conference } from '../../../models/event.ts';
import { type Stage, Stages } from '../../../models/stage.ts';

/** What is true on stage; before the first word an empty stage at revision 0. */
export async function loadStage(event: Pick<Conference, '_id'>): Promise<Stage> {
  const stage = await Stages.findById(event._id).lean<Stage>();
  return (
    stage ?? {
      _id: event._id,
      running: '',
      startedAt: null,
      runs: [],
      introduced: [],
      message: null,
      rev: 0,
      effects: [],
    }
  );
}
