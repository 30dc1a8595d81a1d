import { Router, type Request, type Response } from 'express';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { enterOwn } from '../access/enter.ts';
import { myBoard } from './my-board.ts';
import { presentBoard, presentLanding } from './present.ts';
import { isSetUp, publicEvents } from './public-events.ts';
import { views } from './views.ts';
import { whatWaits } from './what-waits.ts';

export function routes(): Router {
  const router = Router();
  router.get(paths.home, showHome);
  return router;
}

async function showHome(req: Request, res: Response): Promise<void> {
  await (req.user ? showBoard(req, res) : showLanding(res));
}

async function showBoard(req: Request, res: Response): Promise<void> {
  const access = enterOwn(req);
  const board = await myBoard(access, now());
  const { running, upcoming, planning } = board;
  const waits = await whatWaits([...running, ...upcoming, ...planning], now());
  const model = presentBoard(localeOf(res), access.actor.name, { board, waits });
  page(res, views, 'home/dashboard', model, {
    layout: 'desk',
    title: translate(localeOf(res), 'home.title'),
  });
}

async function showLanding(res: Response): Promise<void> {
  const model = presentLanding(localeOf(res), await isSetUp(), await publicEvents(now()));
  page(res, views, 'home/landing', model, { layout: 'site' });
}
