import type { Request, Response } from 'express';
import { cookieOf } from '../../../platform/http/cookies.ts';
import { spendUnknownToken } from '../../../platform/http/rate-limit.ts';
import { siteOf } from '../../../platform/http/site.ts';
import { type FoundSecretary, findSecretary } from './find-secretary.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Keeps the link's secret out of the address: from here on the cookie carries it, to this host only. */
export function rememberSecretary(req: Request, res: Response, token: string): void {
  const secure = isSecure(req);
  const options = { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: WEEK } as const;
  res.cookie(cookieName(secure), token, options);
}

export async function secretaryOf(req: Request): Promise<FoundSecretary | null> {
  const token = cookieOf(req, cookieName(isSecure(req)));
  const found = await findSecretary(token);
  if (token !== '' && !found) await spendUnknownToken(req);
  return found;
}

function cookieName(secure: boolean): string {
  return secure ? '__Host-rostrum-secretary' : 'rostrum-secretary';
}

function isSecure(req: Request): boolean {
  return siteOf(req).url.startsWith('https:');
}
