import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Decision } from '../../../models/fields/decision.ts';
import { now } from '../../platform/clock.ts';
import { settleNow } from '../../platform/database/effects.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { casesOf, type Case } from './cases.ts';
import { decisionEffect } from './carry-decisions.ts';
import { decisionAudit } from './decision-audit.ts';
import { findElsewhere } from './find-elsewhere.ts';
import type { DoubleInput } from './input.ts';
import { placeAlong } from './place-along.ts';
import { type Fact, planDecision } from './plan-decision.ts';
import { tellReconciled } from './tell-reconciled.ts';

/**
 * Decides about an entry that contradicts another. The decision is written into the check-in together with the order to
 * add the passages that follow from it, so that the fold sees nothing but passages. It can be decided anew at any time.
 */
export async function decideDouble(access: Access, input: DoubleInput): Promise<void> {
  demand(access, 'attendance.reconcile');
  const checkIn = await CheckIns.findOne({ _id: input.checkIn, event: access.event._id }).lean<CheckIn>();
  const revokedAt = checkIn && (await revokedAtOf(checkIn));
  const found =
    checkIn && casesOf(checkIn, revokedAt ?? undefined).find(({ about }) => about === input.about);
  if (!checkIn || !found) throw new NotFound('reconciliation.no-such-case');
  if (found.decisions.some(({ id }) => id === input.id)) return;
  if ((found.decisions.at(-1)?.id ?? '') !== input.seen)
    throw new Refused('reconciliation.decided-meanwhile');

  const { decision, facts } = await decisionOf(access, { checkIn, found, input });
  const effects = [
    decisionEffect(access.event, { id: input.id, list: checkIn.list, facts }),
    await decisionAudit(access, { guest: checkIn.guest, kind: input.kind }),
  ];
  const { modifiedCount } = await CheckIns.updateOne(
    { _id: checkIn._id, rev: checkIn.rev },
    {
      $push: { decisions: decision, effects: { $each: effects } },
      $inc: { rev: 1 },
      $set: { changedAt: now() },
    },
  );
  if (modifiedCount === 0) return decideDouble(access, input);
  await settleNow(CheckIns, checkIn._id);
  tellReconciled(access.event);
}

async function decisionOf(
  access: Access,
  { checkIn, found, input }: { checkIn: CheckIn; found: Case; input: DoubleInput },
): Promise<{ decision: Decision; facts: Fact[] }> {
  const guest = String(checkIn.guest);
  const elsewhere = input.kind === 'wrong-guest' ? await findElsewhere(access, input) : null;
  if (elsewhere === guest) throw new Refused('reconciliation.same-guest');
  const { id, about, kind, who, note } = input;
  const before = found.decisions.at(-1)?.stands ?? { entry: about, companion: '', elsewhere: null };
  const placed = checkIn.passages.find((passage) => passage.id === before.companion)?.place;
  const by = access.actor.name;
  const at = now();
  const { stands, facts } = planDecision({
    id,
    kind,
    happened: found.second,
    guest,
    before,
    elsewhere,
    place: placeAlong(checkIn, { named: await namedBy(guest), who, placed }),
    placed,
    by,
    at,
  });
  const of = found.first?.id ?? '';
  return { decision: { id, about, of, kind, who, note, stands, by, at }, facts };
}

async function revokedAtOf({ guest }: CheckIn): Promise<Date | null> {
  const found = await Guests.findById(guest, { 'pass.revokedAt': 1 }).lean<Pick<Guest, 'pass'>>();
  return found?.pass?.revokedAt ?? null;
}

/** The names of those whom the guest said they bring along. */
async function namedBy(guest: string): Promise<string[]> {
  const found = await Guests.findById(guest, { 'answer.details.companions': 1 }).lean<
    Pick<Guest, 'answer'>
  >();
  return (found?.answer?.details?.companions ?? []).map(({ name }) => name);
}
