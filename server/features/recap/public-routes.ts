import { type Request, type Response, Router } from 'express';
import type { EventState } from '../../../contract/states.ts';
import type { Award } from '../../../models/award.ts';
import { NotFound } from '../../platform/errors.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout, useTimeZone } from '../../platform/http/page.ts';
import { anEvent, paths } from '../../paths.ts';
import { findPublicEvent } from '../events/public-event.ts';
import { awardList } from '../awards/award-list.ts';
import { publishedRecap } from './load-recap.ts';
import { loadReport } from './load-report.ts';
import { articleModel } from './present-article.ts';
import { views } from './views.ts';

export function publicRoutes(): Router {
  const router = Router();
  router.get(paths.publicRecap(anEvent), useLayout('site'), showRecap);
  return router;
}

async function showRecap(req: Request, res: Response): Promise<void> {
  const event = await findPublicEvent(String(req.params['event']));
  useTimeZone(res, event.timeZone);
  const recap = await publishedRecap(event);
  if (!recap) throw new NotFound('recap.not-published');
  const [report, awards] = await Promise.all([loadReport(event), awardList({ event })]);
  const to = { locale: localeOf(res), back: paths.publicEvent(event), isPreview: false };
  const known = { ...awards, awards: awards.awards.filter((award) => isKnown(award, event.state)) };
  const model = articleModel({ event, recap, report, awards: known }, to);
  page(res, views, 'recap/article', model, { title: model.headline });
}

/** What has not been announced yet stays sealed, whatever is published meanwhile. After the event all is known. */
function isKnown(award: Pick<Award, 'announcedAt'>, state: EventState): boolean {
  return award.announcedAt !== null || state === 'closed' || state === 'archived';
}
