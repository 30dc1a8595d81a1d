import type { IncomingHttpHeaders } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Actor } from './features/access/actor.ts';
import { findUserByApiToken } from './features/users/find-user-by-api-token.ts';
import { AppError } from './platform/errors.ts';
import { spendUnknownToken } from './platform/http/rate-limit.ts';

/** What a request or a socket shows to say who it is, besides a session. */
export interface Credentials {
  bearer: string;
}

/** Finds out who asks: a bearer token, or a signed-in person, in this order. */
export function identify(): RequestHandler {
  return async (req: Request, res: Response, next: NextFunction) => {
    const actor = await actorOf(credentialsOf(req), async () => req.user ?? null).catch(
      async (error: unknown) => {
        if (error instanceof AppError && error.status === 401) await spendUnknownToken(req);
        throw error;
      },
    );
    if (actor) {
      res.locals.actor = actor;
      res.setHeader('Cache-Control', 'no-store');
    }
    next();
  };
}

export function credentialsOf(request: { headers: IncomingHttpHeaders }): Credentials {
  const bearer = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return { bearer: bearer?.trim() ?? '' };
}

export async function actorOf(
  { bearer }: Credentials,
  session: () => Promise<Express.User | null>,
): Promise<Actor | null> {
  if (bearer) {
    const user = await findUserByApiToken(bearer);
    if (!user) throw new AppError(401, 'errors.bad-token');
    return { kind: 'user', id: String(user._id), name: user.name, role: user.role, locale: user.locale };
  }
  const user = await session();
  return user && { kind: 'user', id: user.id, name: user.name, role: user.role, locale: user.locale };
}
