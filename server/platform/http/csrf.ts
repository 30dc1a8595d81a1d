import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Forbidden } from '../errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The session's synchroniser token, made when first asked for; forms carry it in a hidden field. */
export function csrfToken(req: Request): string {
  req.session.csrf ??= randomBytes(24).toString('base64url');
  return req.session.csrf;
}

/**
 * Refuses unsafe requests that another site may have sent. Browsers say where a request comes from
 * (`Sec-Fetch-Site`); plain http to a LAN name does not, so `Origin` decides there. Requests with a bearer token carry
 * no cookie authority and are exempt.
 */
export function refuseForeignRequests(origin: () => string): RequestHandler {
  return (req: Request, _res: Response, next: NextFunction) => {
    if (SAFE.has(req.method) || hasOwnKey(req)) return next();
    const site = req.get('sec-fetch-site');
    const own = site ? site === 'same-origin' : isOwnOrigin(req, origin());
    next(own ? undefined : new Forbidden('errors.csrf'));
  };
}

/**
 * The second lock, for whoever is signed in or has been shown a form: the synchroniser token, as a field or as a
 * header.
 */
export function requireCsrfToken(req: Request, _res: Response, next: NextFunction): void {
  if (SAFE.has(req.method) || hasOwnKey(req) || !(req.user ?? req.session.csrf)) return next();
  const body: unknown = req.body;
  const field = typeof body === 'object' && body !== null && 'csrf' in body ? body.csrf : undefined;
  const given = req.get('x-csrf-token') ?? field;
  next(same(given, req.session.csrf) ? undefined : new Forbidden('errors.csrf'));
}

/** A bearer token is no cookie; and the API, which takes nothing else, turns away whoever comes without one. */
function hasOwnKey(req: Request): boolean {
  return /^bearer /i.test(req.get('authorization') ?? '') || req.originalUrl.startsWith('/api/');
}

function isOwnOrigin(req: Request, own: string): boolean {
  const origin = req.get('origin');
  return origin !== undefined && (origin === own || origin === `${req.protocol}://${req.get('host') ?? ''}`);
}

function same(given: unknown, expected = ''): boolean {
  if (typeof given !== 'string' || !expected || given.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
