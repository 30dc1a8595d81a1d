import type { Request, Response } from 'express';
import { cookieOf } from '../../platform/http/cookies.ts';
import { siteOf } from '../../platform/http/site.ts';
import { findUnit, type Naming } from './find-unit.ts';

const THREE_WEEKS = 21 * 24 * 60 * 60 * 1000;

/** Keeps the link's secret out of the address: from here on the cookie carries it, to this host only. */
export function rememberUnit(req: Request, res: Response, token: string): void {
  const secure = isSecure(req);
  const options = { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: THREE_WEEKS } as const;
  res.cookie(cookieName(secure), token, options);
}

export async function unitOf(req: Request): Promise<Naming | null> {
  return findUnit(cookieOf(req, cookieName(isSecure(req))));
}

// `__Host-` exists on https only.
function cookieName(secure: boolean): string {
  return secure ? '__Host-rostrum-unit' : 'rostrum-unit';
}

function isSecure(req: Request): boolean {
  return siteOf(req).url.startsWith('https:');
}
