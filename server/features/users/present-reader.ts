import type { Response } from 'express';
import { now } from '../../platform/clock.ts';
import { localeOf } from '../../platform/http/locale.ts';
import type { Actor } from '../access/actor.ts';
import type { Reader } from './present.ts';

/** Who reads the page, as far as presenting needs it. */
export function readerOf(res: Response, { actor }: { actor: Actor }): Reader {
  const timeZone: unknown = res.locals['timeZone'] ?? res.app.get('time zone');
  return { locale: localeOf(res), timeZone: String(timeZone), now: now(), self: actor.id };
}
