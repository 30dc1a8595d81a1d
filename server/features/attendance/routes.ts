import { Router } from 'express';
import { doorRoutes } from './door-routes.ts';

export function routes(): Router {
  const router = Router();
  router.use(doorRoutes());
  return router;
}
