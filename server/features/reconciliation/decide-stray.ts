import type { Decision } from '../../../models/fields/decision.ts';
import { type StrayScan, StrayScans } from '../../../models/stray-scan.ts';
import { now } from '../../platform/clock.ts';
import { settleNow } from '../../platform/database/effects.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { eventList } from '../door-plan/door-plan.ts';
import { decisionEffect } from './carry-decisions.ts';
import { decisionAudit } from './decision-audit.ts';
import { findElsewhere } from './find-elsewhere.ts';
import type { StrayInput } from './input.ts';
import { type Fact, planDecision } from './plan-decision.ts';
import { readStray } from './read-stray.ts';
import { tellReconciled } from './tell-reconciled.ts';

/** Says whom a stray upload meant, or sets it aside. It stays as it came, and can be decided anew. */
export async function decideStray(access: Access, input: StrayInput): Promise<void> {
  demand(access, 'attendance.reconcile');
  const stray = await StrayScans.findOne({ _id: input.stray, event: access.event._id }).lean<StrayScan>();
  if (!stray) throw new NotFound('reconciliation.no-such-case');
  const decided = stray.decisions ?? [];
  if (decided.some(({ id }) => id === input.id)) return;
  if ((decided.at(-1)?.id ?? '') !== input.seen) throw new Refused('reconciliation.decided-meanwhile');

  const { decision, facts } = await decisionOf(access, stray, input);
  const list = readStray(stray).list || eventList(access.event);
  const effects = [
    decisionEffect(access.event, { id: input.id, list, facts }),
    await decisionAudit(access, { guest: decision.stands.elsewhere?.guest ?? null, kind: input.kind }),
  ];
  const { modifiedCount } = await StrayScans.updateOne(
    { _id: stray._id, [`decisions.${decided.length}`]: { $exists: false } },
    { $push: { decisions: decision, effects: { $each: effects } } },
  );
  if (modifiedCount === 0) return decideStray(access, input);
  await settleNow(StrayScans, stray._id);
  tellReconciled(access.event);
}

async function decisionOf(
  access: Access,
  stray: StrayScan,
  input: StrayInput,
): Promise<{ decision: Decision; facts: Fact[] }> {
  const { id, kind, note } = input;
  const { passage, isUndo } = readStray(stray);
  if (isUndo && kind === 'assigned') throw new Refused('reconciliation.undo-means-nobody');
  const elsewhere = kind === 'assigned' ? await findElsewhere(access, input) : null;
  const by = access.actor.name;
  const at = now();
  const { stands, facts } = planDecision({
    id,
    kind,
    happened: { ...passage, id: '' },
    guest: '',
    before: stray.decisions?.at(-1)?.stands ?? { entry: '', companion: '', elsewhere: null },
    elsewhere,
    place: 0,
    by,
    at,
  });
  return { decision: { id, about: stray._id, of: '', kind, who: '', note, stands, by, at }, facts };
}
