import { channel } from 'node:diagnostics_channel';
import type { Request } from 'express';
import { Forbidden, SignInNeeded } from '../../platform/errors.ts';
import { useTimeZone } from '../../platform/http/page.ts';
import { type Access, demand, type OfficeAccess } from './access.ts';
import type { Actor } from './actor.ts';
import { accessOfDevice, findAccess } from './find-access.ts';
import { type Action, type OfficeAction, officeAllows } from './permissions.ts';

declare module 'express-serve-static-core' {
  interface Locals {
    /** Set by the sign-in, bearer and door middlewares. */
    actor?: Actor;
    /** Set by `enter`; the page frame reads it to draw the event's menu. */
    access?: Access;
  }
}

/** Who watches learns with what right each request asked to enter: the test of all routes does. */
export const entrances = channel('rostrum.entrances');

export interface Entrance {
  req: Request;
  action: Action | OfficeAction | 'own';
}

/**
 * The way into an event: who asks, which event (the route's `:event`), with what right. A stranger gets 404,
 * a member without the right 403, nobody at all 401.
 */
export async function enter(req: Request, action: Action): Promise<Access> {
  announce({ req, action });
  const actor = actorOf(req);
  return inside(req, await findAccess(actor, String(req.params['event'])), action);
}

/** The way of an enrolled device into the one event it is for, which no address names. */
export async function enterAsDevice(req: Request, action: Action): Promise<Access> {
  announce({ req, action });
  const actor = actorOf(req);
  if (actor.kind !== 'door') throw new Forbidden();
  return inside(req, await accessOfDevice(actor), action);
}

/** The way into what lies outside events: the directory, accounts, creating an event. */
export function enterOffice(req: Request, action: OfficeAction): OfficeAccess {
  announce({ req, action });
  const actor = actorOf(req);
  if (actor.kind !== 'user') throw new Forbidden();
  if (!officeAllows(actor.role, action)) throw new Forbidden();
  return { actor };
}

/** Any signed-in person, for their own profile and their own list of events. */
export function enterOwn(req: Request): OfficeAccess {
  announce({ req, action: 'own' });
  const actor = actorOf(req);
  if (actor.kind !== 'user') throw new Forbidden();
  return { actor };
}

function inside(req: Request, access: Access, action: Action): Access {
  if (req.res) {
    req.res.locals.access = access;
    useTimeZone(req.res, access.event.timeZone);
  }
  return demand(access, action);
}

function announce(entrance: Entrance): void {
  if (entrances.hasSubscribers) entrances.publish(entrance);
}

function actorOf(req: Request): Actor {
  const actor = req.res?.locals.actor;
  if (!actor) throw new SignInNeeded();
  return actor;
}
