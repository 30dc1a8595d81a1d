import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { Refused } from '../../platform/errors.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout, useTimeZone } from '../../platform/http/page.ts';
import { siteOf } from '../../platform/http/site.ts';
import { eventCalendar } from './event-calendar.ts';
import { publicModel } from './present-public.ts';
import { findPublicEvent, publicParts } from './public-event.ts';
import { views } from './views.ts';

/** What anybody may see of a published event. */
export function publicRoutes(): Router {
  const router = Router();
  router.get(paths.publicEvent(anEvent), useLayout('site'), showPublicEvent);
  router.get(paths.publicCalendar(anEvent), downloadCalendar);
  return router;
}

async function showPublicEvent(req: Request, res: Response): Promise<void> {
  const event = await findPublicEvent(String(req.params['event']));
  useTimeZone(res, event.timeZone);
  const model = publicModel(localeOf(res), event, await publicParts(event));
  page(res, views, 'events/public', model, { title: model.title });
}

async function downloadCalendar(req: Request, res: Response): Promise<void> {
  const event = await findPublicEvent(String(req.params['event']));
  const { url, mailFrom } = siteOf(req);
  const calendar = eventCalendar(event, {
    locale: localeOf(res),
    url: `${url}${paths.publicEvent(event)}`,
    organiser: event.contact.email ? { name: event.contact.name, address: event.contact.email } : mailFrom,
  });
  if (!calendar) throw new Refused('events.calendar-unknown');
  res.attachment(`${event.slug}.ics`).type('text/calendar; charset=utf-8').send(calendar);
}
