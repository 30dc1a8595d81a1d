import { Router } from 'express';
import { publicRoutes as publicAgenda } from './features/agenda/public-routes.ts';
import { routes as agenda } from './features/agenda/routes.ts';
import { routes as attendance } from './features/attendance/routes.ts';
import { editRoutes as editEvents } from './features/events/edit-routes.ts';
import { routes as directory } from './features/directory/routes.ts';
import { publicRoutes as publicEvents } from './features/events/public-routes.ts';
import { routes as events } from './features/events/routes.ts';
import { routes as exchange } from './features/exchange/routes.ts';
import { routes as history } from './features/audit/routes.ts';
import { cloneRoutes } from './features/exchange/clone-routes.ts';
import { routes as home } from './features/home/routes.ts';
import { routes as guests } from './features/guests/routes.ts';
import { certificateRoutes } from './features/awards/certificate-routes.ts';
import { routes as awards } from './features/awards/routes.ts';
import { memberRoutes } from './features/users/member-routes.ts';
import { passwordRoutes } from './features/users/password-routes.ts';
import { profileRoutes } from './features/users/profile-routes.ts';
import { routes as users } from './features/users/routes.ts';
import { signInRoutes } from './features/users/sign-in-routes.ts';
import { routes as screens } from './features/screens/routes.ts';
import { routes as stage } from './features/stage/routes.ts';
import { publicRoutes as publicInvitations } from './features/invitations/public-routes.ts';
import { routes as invitations } from './features/invitations/routes.ts';
import { routes as mail } from './features/mail/routes.ts';

/** The site map: one line per feature. */
export function routes(): Router {
  const router = Router();
  // Before the events: /events/import is none of them.
  router.use(exchange());
  router.use(agenda());
  router.use(publicAgenda());
  router.use(attendance());
  router.use(directory());
  router.use(events());
  router.use(editEvents());
  router.use(publicEvents());
  router.use(cloneRoutes());
  router.use(home());
  router.use(history());
  router.use(guests());
  router.use(signInRoutes());
  router.use(passwordRoutes());
  router.use(profileRoutes());
  router.use(users());
  router.use(memberRoutes());
  router.use(stage());
  router.use(screens());
  router.use(certificateRoutes());
  router.use(awards());
  router.use(invitations());
  router.use(publicInvitations());
  router.use(mail());
  return router;
}
