import { Router, type Request, type Response } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { enter } from '../access/enter.ts';
import { TrailQuery } from './input.ts';
import { presentTrail } from './present.ts';
import { trail } from './trail.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  router.get(paths.history(anEvent), useLayout('desk'), showTrail);
  return router;
}

async function showTrail(req: Request, res: Response): Promise<void> {
  const { event, ...access } = await enter(req, 'events.history');
  const query = parse(TrailQuery, req.query);
  const locale = localeOf(res);
  const found = await trail({ event, ...access }, query);
  page(res, views, 'audit/index', presentTrail({ locale, event, query }, found), {
    title: translate(locale, 'history.title'),
  });
}
