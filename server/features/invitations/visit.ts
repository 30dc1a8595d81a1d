import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { addressOf } from '../../platform/http/rate-limit.ts';
import type { Visit } from './suspicion.ts';

/** Who opens this guest's link: network and browser, kept as a hash only. */
export function visitOf(req: Request, { _id }: Pick<Guest, '_id'>): Visit {
  const client = createHash('sha256')
    .update(`${addressOf(req)}\n${req.get('user-agent') ?? ''}`)
    .digest('base64url')
    .slice(0, 16);
  return { client, guest: String(_id), at: now() };
}

/** Fetched ahead, before anybody asked for it. */
export function isPrefetch(req: Request): boolean {
  return [req.get('sec-purpose'), req.get('purpose'), req.get('x-moz')].some((each) =>
    each?.includes('prefetch'),
  );
}
