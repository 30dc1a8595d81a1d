import type { Conference } from '../../../models/event.ts';
import { Forbidden } from '../../platform/errors.ts';
import type { Actor, UserActor } from './actor.ts';
import { type Action, allows, type OfficeAction, officeAllows, type Role } from './permissions.ts';

/**
 * Proof that somebody checked who acts, in which event, in what role. The first parameter of every verb.
 * Only `enter`, its socket twin, guest links and `systemAccess` make one.
 */
export interface Access {
  actor: Actor;
  event: Conference;
  role: Role;
}

/** The same outside any event. */
export interface OfficeAccess {
  actor: UserActor;
}

export function can(access: Access, action: Action): boolean {
  return allows(access.role, action);
}

export function demand(access: Access, action: Action): Access {
  if (!can(access, action)) throw new Forbidden();
  return access;
}

export function officeCan(access: OfficeAccess, action: OfficeAction): boolean {
  return officeAllows(access.actor.role, action);
}

/** For jobs, imports and the command line: acts in the event with every right, in the system's name. */
export function systemAccess(event: Conference, name = 'Rostrum'): Access {
  return { actor: { kind: 'system', id: 'system', name }, event, role: 'system' };
}
