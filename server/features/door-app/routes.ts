import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { allowWebAssembly } from '../../platform/http/security.ts';
import { serviceWorker } from '../../platform/http/service-worker.ts';
import { views } from './views.ts';

/**
 * The page of devices. It is the same for everybody and holds nobody's name: what it shows comes to a device that has
 * proved who it is, and stays there.
 */
export function routes(): Router {
  const router = Router();
  router.get(paths.doorApp, useLayout('device'), allowWebAssembly, showApp);
  router.get(paths.doorWorker, serviceWorker('door-worker'));
  return router;
}

function showApp(_req: Request, res: Response): void {
  res.setHeader('Cache-Control', 'no-cache');
  page(res, views, 'door-app/index', {});
}
