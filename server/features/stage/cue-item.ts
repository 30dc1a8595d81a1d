import { type Stage, type StageRun } from '../../../models/stage.ts';
import { now } from '../../platform/clock.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { titleOf } from '../agenda/item-title.ts';
import { loadAgenda } from '../agenda/load-agenda.ts';
import { audit } from '../audit/audit.ts';
import { changeStage } from './change-stage.ts';
import type { CueInput } from './input.ts';
import { loadStage } from './load-stage.ts';

/** Puts an item on, or ends the show. What was running gets its actual end. */
export async function cueItem(access: Access, input: CueInput): Promise<Stage> {
  const { items } = await loadAgenda(access.event);
  const item = items.find((each) => each.id === input.item);
  if (input.item && !item) throw new NotFound('agenda.unknown-item');

  const stage = await loadStage(access.event);
  const at = now();
  const entry = audit(access.actor, {
    action: item ? 'audit.stage.cued' : 'audit.stage.ended',
    event: access.event._id,
    params: { item: item ? titleOf(item) : '' },
  });
  const changed = await changeStage(
    access,
    { rev: input.rev },
    {
      $set: {
        running: input.item,
        startedAt: item ? at : null,
        runs: runsAfter(stage.runs, { item: input.item, at }),
      },
      $inc: { rev: 1 },
      $push: { effects: entry },
    },
  );
  if (!changed) throw new Refused('stage.already-moved');
  return changed;
}

/** The runs with the open one closed, and a new one begun unless the show ends. */
export function runsAfter(runs: readonly StageRun[], next: { item: string; at: Date }): StageRun[] {
  const closed = runs.map((run) => (run.endedAt ? run : { ...run, endedAt: next.at }));
  return next.item ? [...closed, { item: next.item, startedAt: next.at, endedAt: null }] : closed;
}
