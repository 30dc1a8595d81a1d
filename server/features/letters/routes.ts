import { Router } from 'express';
import { templateRoutes } from './template-routes.ts';
import { waveRoutes } from './wave-routes.ts';
import { sheetRoutes } from './sheet-routes.ts';

/** What is written to guests, and when. */
export function routes(): Router {
  const router = Router();
  router.use(templateRoutes());
  router.use(waveRoutes());
  router.use(sheetRoutes());
  return router;
}
