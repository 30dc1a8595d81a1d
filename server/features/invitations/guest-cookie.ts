import type { Request, Response } from 'express';
import { cookieOf } from '../../platform/http/cookies.ts';
import { spendUnknownToken } from '../../platform/http/rate-limit.ts';
import { siteOf } from '../../platform/http/site.ts';
import { type Invited, findInvited } from './find-invited.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Keeps the link's secret out of the address: from here on the cookie carries it, to this host only. */
export function rememberGuest(req: Request, res: Response, token: string): void {
  const secure = isSecure(req);
  const options = { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: WEEK } as const;
  res.cookie(cookieName(secure), token, options);
}

export async function invitedBy(req: Request): Promise<Invited | null> {
  const token = cookieOf(req, cookieName(isSecure(req)));
  const invited = await findInvited(token);
  if (token !== '' && !invited) await spendUnknownToken(req);
  return invited;
}

const HALF_HOUR = 30 * 60 * 1000;

/** The browser that gave an answer may take it back with one tap; whoever opens the link later may not. */
export function rememberAnswer(req: Request, res: Response, key: string): void {
  const secure = isSecure(req);
  const options = { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: HALF_HOUR } as const;
  res.cookie(answerCookie(secure), key, options);
}

/** The key of the answer this browser gave a moment ago; empty when it gave none. */
export function answeredBy(req: Request): string {
  return cookieOf(req, answerCookie(isSecure(req)));
}

function answerCookie(secure: boolean): string {
  return secure ? '__Host-rostrum-answer' : 'rostrum-answer';
}

// `__Host-` exists on https only.
function cookieName(secure: boolean): string {
  return secure ? '__Host-rostrum-guest' : 'rostrum-guest';
}

function isSecure(req: Request): boolean {
  return siteOf(req).url.startsWith('https:');
}
