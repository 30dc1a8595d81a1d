import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { tally } from '../guests/tally.ts';
import { answersByChannel, countUnconfirmed, latestAnswers } from './answers.ts';
import { passPrintRoutes } from './pass-print-routes.ts';
import { passRoutes } from './pass-routes.ts';
import { boardModel } from './present.ts';
import { recordRoutes } from './record-routes.ts';
import { views } from './views.ts';
import { waves } from './waves.ts';

export function routes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.invitations(anEvent), desk, showBoard);
  router.use(recordRoutes());
  router.use(passRoutes());
  router.use(passPrintRoutes());
  return router;
}

async function showBoard(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.view');
  const model = boardModel(access, await boardFacts(req, access), localeOf(res));
  if (req.query['part'] === 'board') return fragment(res, views, 'invitations/_board', model);
  page(res, views, 'invitations/index', model, { title: translate(localeOf(res), 'invitations.title') });
}

async function boardFacts(req: Request, access: Access) {
  const [counted, sendings, channels, answers, unconfirmed] = await Promise.all([
    tally(access.event),
    waves(access.event),
    answersByChannel(access),
    latestAnswers(access),
    countUnconfirmed(access),
  ]);
  const { sendsMail } = siteOf(req);
  return { tally: counted, waves: sendings, channels, answers, unconfirmed, sendsMail };
}
