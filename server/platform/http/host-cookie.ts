import type { Request, Response } from 'express';
import { cookieOf } from './cookies.ts';
import { siteOf } from './site.ts';

/** A cookie for this host only, which no script reads; it goes along when a link of another site is followed. */
export function setHostCookie(
  req: Request,
  res: Response,
  { name, value, maxAge }: { name: string; value: string; maxAge: number },
): void {
  const options = { httpOnly: true, secure: isSecure(req), sameSite: 'lax', path: '/', maxAge } as const;
  res.cookie(fullName(req, name), value, options);
}

/** Empty when the browser has none. */
export function hostCookie(req: Request, name: string): string {
  return cookieOf(req, fullName(req, name));
}

// `__Host-` exists on https only.
function fullName(req: Request, name: string): string {
  return isSecure(req) ? `__Host-${name}` : name;
}

function isSecure(req: Request): boolean {
  return siteOf(req).url.startsWith('https:');
}
