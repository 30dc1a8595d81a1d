import { type Request, type Response, Router } from 'express';
import { NotFound } from '../../platform/errors.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout, useTimeZone } from '../../platform/http/page.ts';
import { paths } from '../../paths.ts';
import { findPublicEvent } from '../events/public-event.ts';
import { awardList } from '../awards/award-list.ts';
import { publishedRecap } from './load-recap.ts';
import { loadReport } from './load-report.ts';
import { articleModel } from './present-article.ts';
import { views } from './views.ts';

export function publicRoutes(): Router {
  const router = Router();
  router.get('/e/:event/recap', useLayout('site'), showRecap);
  return router;
}

async function showRecap(req: Request, res: Response): Promise<void> {
  const event = await findPublicEvent(String(req.params['event']));
  useTimeZone(res, event.timeZone);
  const recap = await publishedRecap(event);
  if (!recap) throw new NotFound('recap.not-published');
  const [report, awards] = await Promise.all([loadReport(event), awardList({ event })]);
  const to = { locale: localeOf(res), back: paths.publicEvent(event), isPreview: false };
  const model = articleModel({ event, recap, report, awards }, to);
  page(res, views, 'recap/article', model, { title: model.headline });
}
