import type { Request } from 'express';
import { paths } from '../../paths.ts';
import { csrfToken } from '../../platform/http/csrf.ts';
import { ownPath } from '../../platform/http/own-path.ts';

/**
 * Signs in under a new session id. Answers where the person was going. The token of forms is made here, because pages
 * that are opened at once would each make one, and the last one kept would turn the forms of the others away.
 */
export async function signIn(req: Request, user: Express.User): Promise<string> {
  const destination = ownPath(req.session.returnTo) ?? paths.home;
  await new Promise<void>((resolve, reject) => {
    req.logIn(user, (error: unknown) => (error instanceof Error ? reject(error) : resolve()));
  });
  csrfToken(req);
  return destination;
}

/** Ends the session itself, not only the sign-in. */
export function signOut(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((error: unknown) => (error instanceof Error ? reject(error) : resolve()));
  });
}
