import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout, useTimeZone } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { findPublicEvent } from '../events/public-event.ts';
import { agendaFacts } from './agenda-facts.ts';
import { programmeModel } from './present.ts';
import { views } from './views.ts';

export function publicRoutes(): Router {
  const router = Router();
  router.get('/e/:event/programme', useLayout('site'), showProgramme);
  return router;
}

async function showProgramme(req: Request, res: Response): Promise<void> {
  const event = await findPublicEvent(String(req.params['event']));
  useTimeZone(res, event.timeZone);
  const model = programmeModel(await agendaFacts(event), localeOf(res), paths.publicEvent(event));
  const title = `${translate(localeOf(res), 'agenda.title')} · ${model.title}`;
  page(res, views, 'agenda/public', model, { title });
}
