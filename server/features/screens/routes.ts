import { type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import { anEvent, paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { enter } from '../access/enter.ts';
import { ScreenQuery } from './input.ts';
import { sceneModel } from './present.ts';
import { sceneFacts } from './scene-facts.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  router.get(paths.screen(anEvent), useLayout('screen'), showScreen);
  router.get(paths.screenScene(anEvent), showScene);
  return router;
}

async function showScreen(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'screens.show');
  const { scene, greet } = parse(ScreenQuery, req.query);
  const model = {
    source: `${paths.screenScene(access.event)}?scene=${scene}`,
    greets: greet === '1',
    part: sceneModel(await sceneFacts(access), scene, localeOf(res)),
  };
  page(res, views, 'screens/screen', model, { title: inLocale(access.event.title, localeOf(res)) });
}

async function showScene(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'screens.show');
  const { scene } = parse(ScreenQuery, req.query);
  fragment(res, views, 'screens/_scene', sceneModel(await sceneFacts(access), scene, localeOf(res)));
}
