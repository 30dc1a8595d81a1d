import { Router } from 'express';
import { paths } from '../../paths.ts';
import { useLayout } from '../../platform/http/page.ts';
import { contactRoutes } from './contact-routes.ts';
import { organisationRoutes } from './organisation-routes.ts';

export function routes(): Router {
  const router = Router();
  router.use([paths.contacts, paths.organisations], useLayout('desk'));
  router.use(contactRoutes());
  router.use(organisationRoutes());
  return router;
}
