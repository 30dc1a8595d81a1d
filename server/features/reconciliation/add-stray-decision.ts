import type { StrayDecision } from '../../../contract/attendance/decisions.ts';
import { type StrayScan, StrayScans } from '../../../models/stray-scan.ts';
import { now } from '../../platform/clock.ts';
import { settleNow } from '../../platform/database/effects.ts';
import type { Access } from '../access/access.ts';
import { eventList } from '../door-plan/door-plan.ts';
import { decisionEffect } from './carry-decisions.ts';
import { decisionAudit } from './decision-audit.ts';
import { planDecision } from './plan-decision.ts';
import { readStray } from './read-stray.ts';
import { tellReconciled } from './tell-reconciled.ts';

export interface SaidOfStray {
  id: string;
  kind: StrayDecision;
  note: string;
  /** Whom it meant; null for nobody. */
  elsewhere: string | null;
}

/** Writes what was decided about something stray, with what follows from it. False when somebody else was quicker. */
export async function addStrayDecision(
  access: Access,
  stray: StrayScan,
  { id, kind, note, elsewhere }: SaidOfStray,
): Promise<boolean> {
  const decided = stray.decisions ?? [];
  const { passage, list } = readStray(stray);
  const by = access.actor.name;
  const at = now();
  const { stands, facts } = planDecision({
    id,
    kind,
    happened: { ...passage, id: '' },
    guest: '',
    before: decided.at(-1)?.stands ?? { entry: '', companion: '', elsewhere: null },
    elsewhere,
    place: 0,
    by,
    at,
  });
  const decision = { id, about: stray._id, of: '', kind, who: '', note, stands, by, at };
  const effects = [
    decisionEffect(access.event, { id, list: list || eventList(access.event), facts }),
    await decisionAudit(access, { guest: stands.elsewhere?.guest ?? null, kind }),
  ];
  const { modifiedCount } = await StrayScans.updateOne(
    { _id: stray._id, [`decisions.${decided.length}`]: { $exists: false } },
    { $push: { decisions: decision, effects: { $each: effects } } },
  );
  if (modifiedCount === 0) return false;
  await settleNow(StrayScans, stray._id);
  tellReconciled(access.event);
  return true;
}
