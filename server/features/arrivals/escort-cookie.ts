import type { Request, Response } from 'express';
import { hostCookie, setHostCookie } from '../../platform/http/host-cookie.ts';
import { type Escorting, findEscort } from './escorts.ts';

const THREE_WEEKS = 21 * 24 * 60 * 60 * 1000;
const name = 'rostrum-escort';

/** Keeps the link's secret out of the address: from here on the cookie carries it, to this host only. */
export function rememberEscort(req: Request, res: Response, token: string): void {
  setHostCookie(req, res, { name, value: token, maxAge: THREE_WEEKS });
}

export async function escortOf(req: Request): Promise<Escorting | null> {
  return findEscort(hostCookie(req, name));
}
