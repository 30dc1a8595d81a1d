import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { Refused } from '../../platform/errors.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout, useTimeZone } from '../../platform/http/page.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { findPublicEvent } from '../events/public-event.ts';
import { agendaFacts } from './agenda-facts.ts';
import { programmeModel } from './present.ts';
import { programmeFeed } from './programme-feed.ts';
import { views } from './views.ts';

export function publicRoutes(): Router {
  const router = Router();
  router.get(paths.publicProgramme(anEvent), useLayout('site'), showProgramme);
  router.get(paths.programmeFeed(anEvent), sendFeed);
  return router;
}

async function showProgramme(req: Request, res: Response): Promise<void> {
  const event = await findPublicEvent(String(req.params['event']));
  useTimeZone(res, event.timeZone);
  const model = {
    ...programmeModel(await agendaFacts(event), localeOf(res), paths.publicEvent(event)),
    subscribe: siteOf(req).url.replace(/^https?:/, 'webcal:') + paths.programmeFeed(event),
  };
  const title = `${translate(localeOf(res), 'agenda.title')} · ${model.title}`;
  page(res, views, 'agenda/public', model, { title });
}

/** Calendars ask every hour; as long as nothing has changed the answer is short. */
async function sendFeed(req: Request, res: Response): Promise<void> {
  const event = await findPublicEvent(String(req.params['event']));
  const { url, mailFrom } = siteOf(req);
  const feed = await programmeFeed(event, {
    locale: localeOf(res),
    url: `${url}${paths.publicProgramme(event)}`,
    organiser: event.contact.email ? { name: event.contact.name, address: event.contact.email } : mailFrom,
  });
  if (!feed) throw new Refused('events.calendar-unknown');
  const version = `"${createHash('sha256').update(feed).digest('base64url')}"`;
  res.setHeader('ETag', version);
  res.setHeader('Cache-Control', 'no-cache');
  if (req.get('if-none-match') === version) return void res.status(304).end();
  res.type('text/calendar; charset=utf-8').send(feed);
}
