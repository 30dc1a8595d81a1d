import { callbackify } from 'node:util';
import type { Request, RequestHandler, Response } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { OfficeRole } from '../../../contract/roles.ts';
import { type User, Users } from '../../../models/user.ts';
import { now } from '../../platform/clock.ts';
import { addressOf } from '../../platform/http/rate-limit.ts';
import { SESSION_LIFETIME } from '../../platform/http/session.ts';
import { checkCredentials } from './check-credentials.ts';

declare global {
  // passport's own way of saying what `req.user` is.
  // oxlint-disable-next-line typescript/no-namespace
  namespace Express {
    interface User {
      id: string;
      name: string;
      email: string;
      role: OfficeRole;
      locale: Locale;
      generation: number;
    }
  }
}

/** What a session remembers of a sign-in. */
const SignedIn = z.object({ id: z.string(), generation: z.number(), since: z.number() });

/** The part of a session in which passport keeps it. */
const Session = z.object({ passport: z.object({ user: SignedIn }) });

const people = new passport.Passport();
people.serializeUser((user, done) => {
  done(null, { id: user.id, generation: user.generation, since: now().getTime() });
});
people.deserializeUser((stored, done) => {
  callbackify(async () => (await recognise(SignedIn.safeParse(stored).data)) ?? false)(done);
});

people.use(
  new Strategy({ usernameField: 'email', passReqToCallback: true }, (req, email, password, done) => {
    const input = { email: email.trim().toLowerCase(), password };
    callbackify(async () => {
      const user = await checkCredentials(input, addressOf(req));
      return user ? signedInAs(user) : false;
    })(done);
  }),
);

/** Who the e-mail address and password of the posted form belong to. */
export function authenticate(req: Request, res: Response): Promise<Express.User | null> {
  return new Promise((resolve, reject) => {
    const decide = (error: unknown, user: Express.User | false | undefined): void =>
      error ? reject(error instanceof Error ? error : new Error('sign-in failed')) : resolve(user || null);
    people.authenticate('local', decide)(req, res, reject);
  });
}

/** Turns the session's user into `req.user`, as the account is now. */
export function passportSession(): RequestHandler[] {
  return [people.initialize(), people.session()];
}

/** The same for a socket, whose session was loaded without passport. */
export async function userOfSession(session: unknown): Promise<Express.User | null> {
  return recognise(Session.safeParse(session).data?.passport.user);
}

/** A session ends with its time, with the account, and with every change of the password. */
async function recognise(signedIn: z.output<typeof SignedIn> | undefined): Promise<Express.User | null> {
  if (!signedIn || signedIn.since + SESSION_LIFETIME < now().getTime()) return null;
  const user = await Users.findOne(
    { _id: signedIn.id, generation: signedIn.generation, active: true },
    { name: 1, email: 1, role: 1, locale: 1, generation: 1 },
  ).lean();
  return user && signedInAs(user);
}

export function signedInAs(
  user: Pick<User, '_id' | 'name' | 'email' | 'role' | 'locale' | 'generation'>,
): Express.User {
  const { name, email, role, locale, generation } = user;
  return { id: String(user._id), name, email, role, locale, generation };
}
