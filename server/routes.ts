import { Router } from 'express';
import { publicRoutes as publicAgenda } from './features/agenda/public-routes.ts';
import { routes as agenda } from './features/agenda/routes.ts';
import { memberRoutes } from './features/users/member-routes.ts';
import { passwordRoutes } from './features/users/password-routes.ts';
import { profileRoutes } from './features/users/profile-routes.ts';
import { routes as users } from './features/users/routes.ts';
import { signInRoutes } from './features/users/sign-in-routes.ts';

/** The site map: one line per feature. */
export function routes(): Router {
  const router = Router();
  router.use(agenda());
  router.use(publicAgenda());
  router.use(signInRoutes());
  router.use(passwordRoutes());
  router.use(profileRoutes());
  router.use(users());
  router.use(memberRoutes());
  return router;
}
