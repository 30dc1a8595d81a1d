import type { Request, Response } from 'express';
import { hostCookie, setHostCookie } from '../../platform/http/host-cookie.ts';
import { spendUnknownToken } from '../../platform/http/rate-limit.ts';
import { type Invited, findInvited } from './find-invited.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const HALF_HOUR = 30 * 60 * 1000;
const guestCookie = 'rostrum-guest';
const answerCookie = 'rostrum-answer';

/** Keeps the link's secret out of the address: from here on the cookie carries it, to this host only. */
export function rememberGuest(req: Request, res: Response, token: string): void {
  setHostCookie(req, res, { name: guestCookie, value: token, maxAge: WEEK });
}

export async function invitedBy(req: Request): Promise<Invited | null> {
  const token = hostCookie(req, guestCookie);
  const invited = await findInvited(token);
  if (token !== '' && !invited) await spendUnknownToken(req);
  return invited;
}

/** The browser that gave an answer may take it back with one tap; whoever opens the link later may not. */
export function rememberAnswer(req: Request, res: Response, key: string): void {
  setHostCookie(req, res, { name: answerCookie, value: key, maxAge: HALF_HOUR });
}

/** The key of the answer this browser gave a moment ago; empty when it gave none. */
export function answeredBy(req: Request): string {
  return hostCookie(req, answerCookie);
}
