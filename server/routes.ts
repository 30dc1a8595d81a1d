import { Router } from 'express';
import { publicRoutes as publicAgenda } from './features/agenda/public-routes.ts';
import { routes as agenda } from './features/agenda/routes.ts';

/** The site map: one line per feature. */
export function routes(): Router {
  const router = Router();
  router.use(agenda());
  router.use(publicAgenda());
  return router;
}
