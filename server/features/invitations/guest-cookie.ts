import type { Request, Response } from 'express';
import { hostCookie, setHostCookie } from '../../platform/http/host-cookie.ts';
import { spendUnknownToken } from '../../platform/http/rate-limit.ts';
import { type Invited, findInvited } from './find-invited.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const REMEMBERED = 40;
const BETWEEN = '~';
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

/** The browser that gave answers may take each back with one tap; whoever opens the link later may not. */
export function rememberAnswer(req: Request, res: Response, key: string): void {
  const keys = [...answeredBy(req)].filter((each) => each !== key);
  const value = [...keys, key].slice(-REMEMBERED).join(BETWEEN);
  setHostCookie(req, res, { name: answerCookie, value, maxAge: WEEK });
}

/** The keys of the answers this browser gave in the last days, for one guest or for all the people of a secretary. */
export function answeredBy(req: Request): ReadonlySet<string> {
  return new Set(hostCookie(req, answerCookie).split(BETWEEN).filter(Boolean));
}
