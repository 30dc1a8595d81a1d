import { inLocale } from '../../../contract/localised.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Nomination, Nominations } from '../../../models/nomination.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit, type AuditAction } from '../audit/audit.ts';
import { loadNomination } from './load-nomination.ts';
import { tellNominations } from './tell-nominations.ts';

export interface Change {
  set: Partial<Nomination>;
  action: AuditAction;
  params?: Record<string, string | number>;
  effects?: readonly Effect[];
}

const TRIES = 8;

/**
 * The one way a unit's list changes: in one update with its audit entry and whatever follows from it. When somebody
 * else was quicker the change is decided again on what is true then. Null: it is as wanted already.
 */
export async function changeNomination(
  access: Access,
  id: string,
  decide: (nomination: Nomination) => Change | null,
): Promise<Nomination> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const nomination = await loadNomination(access, id);
    const change = decide(nomination);
    if (!change) return nomination;
    const changed = await write(access, nomination, change);
    if (changed) {
      settle(Nominations, changed._id);
      tellNominations(access.event);
      return changed;
    }
  }
  throw new Refused('errors.conflict-rev');
}

async function write(access: Access, nomination: Nomination, change: Change): Promise<Nomination | null> {
  const { _id, rev } = nomination;
  const event = access.event._id;
  const entry = audit(access.actor, {
    action: change.action,
    event,
    subject: { kind: 'nomination', id: String(_id) },
    params: { unit: inLocale(nomination.name, 'vi'), ...change.params },
  });
  return Nominations.findOneAndUpdate(
    { _id, event, rev },
    {
      $set: change.set,
      $inc: { rev: 1 },
      $push: { effects: { $each: [entry, ...(change.effects ?? [])] } },
    },
    { returnDocument: 'after' },
  ).lean<Nomination>();
}
