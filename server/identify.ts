import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Actor } from './features/access/actor.ts';
import { findDoorByToken } from './features/attendance/find-door.ts';
import { findUserByApiToken } from './features/users/find-user-by-api-token.ts';
import { AppError } from './platform/errors.ts';
import { cookieOf } from './platform/http/cookies.ts';

export const DOOR_COOKIE = 'rostrum-door';

/** Finds out who asks: a bearer token, a signed-in person, or an enrolled door, in this order. */
export function identify(): RequestHandler {
  return async (req: Request, res: Response, next: NextFunction) => {
    const actor = await whoAsks(req);
    if (actor) res.locals.actor = actor;
    next();
  };
}

async function whoAsks(req: Request): Promise<Actor | null> {
  const bearer = /^bearer (.+)$/i.exec(req.get('authorization') ?? '')?.[1];
  if (bearer) {
    const user = await findUserByApiToken(bearer.trim());
    if (!user) throw new AppError(401, 'errors.bad-token');
    return { kind: 'user', id: String(user._id), name: user.name, role: user.role, locale: user.locale };
  }
  if (req.user)
    return {
      kind: 'user',
      id: req.user.id,
      name: req.user.name,
      role: req.user.role,
      locale: req.user.locale,
    };
  const token = cookieOf(req, DOOR_COOKIE);
  const door = token ? await findDoorByToken(token) : null;
  return door && { kind: 'door', id: String(door._id), name: door.name, event: door.event };
}
