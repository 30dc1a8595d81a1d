import { join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { allowWebAssembly } from '../../platform/http/security.ts';
import { views } from './views.ts';

const worker = join(import.meta.dirname, '../../../public/build/door-worker.js');

/**
 * The page of devices. It is the same for everybody and holds nobody's name: what it shows comes to a device that has
 * proved who it is, and stays there.
 */
export function routes(): Router {
  const router = Router();
  router.get(paths.doorApp, useLayout('device'), allowWebAssembly, showApp);
  router.get(paths.doorWorker, sendWorker);
  return router;
}

function showApp(_req: Request, res: Response): void {
  res.setHeader('Cache-Control', 'no-cache');
  page(res, views, 'door-app/index', {});
}

/** It stands beside the page, because a service worker watches over its own folder only. */
function sendWorker(_req: Request, res: Response): void {
  res.setHeader('Cache-Control', 'no-cache');
  res.sendFile(worker);
}
