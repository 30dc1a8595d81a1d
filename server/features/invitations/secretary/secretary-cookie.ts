import type { Request, Response } from 'express';
import { hostCookie, setHostCookie } from '../../../platform/http/host-cookie.ts';
import { spendUnknownToken } from '../../../platform/http/rate-limit.ts';
import { type FoundSecretary, findSecretary } from './find-secretary.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const name = 'rostrum-secretary';

/** Keeps the link's secret out of the address: from here on the cookie carries it, to this host only. */
export function rememberSecretary(req: Request, res: Response, token: string): void {
  setHostCookie(req, res, { name, value: token, maxAge: WEEK });
}

export async function secretaryOf(req: Request): Promise<FoundSecretary | null> {
  const token = hostCookie(req, name);
  const found = await findSecretary(token);
  if (token !== '' && !found) await spendUnknownToken(req);
  return found;
}
