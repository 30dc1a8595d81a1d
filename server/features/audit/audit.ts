import { randomUUID } from 'node:crypto';
import type { Types } from 'mongoose';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { now } from '../../platform/clock.ts';
import type { Actor } from '../access/actor.ts';

export type AuditAction = Extract<MessageKey, `audit.${string}`>;

export interface AuditFacts {
  action: AuditAction;
  /** Null for what happens outside events. */
  event?: Types.ObjectId | null;
  subject?: { kind: string; id: string };
  params?: Record<string, string | number>;
}

/** The audit entry of a change, as an effect to be pushed with the change itself. Carried out by the dispatcher. */
export function audit(actor: Pick<Actor, 'kind' | 'id' | 'name'>, facts: AuditFacts): Effect {
  return {
    id: `audit:${randomUUID()}`,
    kind: 'audit',
    data: {
      event: facts.event ?? null,
      actor: { kind: actor.kind, id: actor.id, name: actor.name },
      action: facts.action,
      subject: facts.subject ?? null,
      params: facts.params ?? {},
    },
    at: now(),
  };
}
