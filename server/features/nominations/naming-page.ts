import type { Request, Response } from 'express';
import { now } from '../../platform/clock.ts';
import { localeOf, preferLocale } from '../../platform/http/locale.ts';
import { page, useTimeZone } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Naming } from './find-unit.ts';
import { views } from './naming-views.ts';
import type { NamingFacts } from './present-naming.ts';

/** What the pages of a secretary are drawn from, in the unit's language unless the reader chose another. */
export function factsFor(req: Request, res: Response, naming: Naming): NamingFacts {
  preferLocale(req, res, naming.nomination.locale);
  useTimeZone(res, naming.access.event.timeZone);
  return { ...naming, locale: localeOf(res), now: now() };
}

export function lostPage(res: Response): void {
  const title = translate(localeOf(res), 'nominations.lost.title');
  page(res, views, 'nominations/lost', {}, { title, status: 404 });
}
