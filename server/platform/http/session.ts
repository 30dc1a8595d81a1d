import { MongoStore } from 'connect-mongo';
import type { RequestHandler } from 'express';
import session from 'express-session';
import mongoose from 'mongoose';

const IDLE = 60 * 60 * 1000;
/** However busy, a session ends after this long. */
export const SESSION_LIFETIME = 12 * 60 * 60 * 1000;

declare module 'express-session' {
  interface SessionData {
    csrf?: string;
    flash?: { tone: 'good' | 'bad' | 'note'; text: string };
    /** Where to go after signing in. */
    returnTo?: string;
    startedAt?: number;
    /** What was ticked in lists, for the page that goes on with it. */
    chosen?: { id: string; guests: string[] }[];
  }
}

/** Sessions in the database. `__Host-` and Secure only exist on https; plain http gets a cookie of another name. */
export function sessions(options: { secret: string; secure: boolean }): RequestHandler {
  return session({
    name: options.secure ? '__Host-rostrum' : 'rostrum',
    secret: options.secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: options.secure, maxAge: IDLE, path: '/' },
    store: MongoStore.create({
      client: mongoose.connection.getClient(),
      collectionName: 'sessions',
      // The embedded engine accepts TTL indexes but never deletes by them.
      autoRemove: 'interval',
      autoRemoveInterval: 10,
      touchAfter: 5 * 60,
    }),
  });
}
