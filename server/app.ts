import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import { apiRoutes } from './api.ts';
import type { Config } from './config.ts';
import { devicePrintRoutes } from './features/badges/device-print-routes.ts';
import { deviceRoutes } from './features/doors/device-routes.ts';
import { uploadRoutes as badgeUploads } from './features/badges/upload-routes.ts';
import { uploadRoutes as queueUploads } from './features/doors/upload-routes.ts';
import { uploadRoutes } from './features/exchange/upload-routes.ts';
import type { DkimKey } from './features/mail/dkim-key.ts';
import { oneClickRoutes } from './features/mail/one-click-routes.ts';
import { uploadRoutes as importUploads } from './features/imports/upload-routes.ts';
import { passportSession } from './features/users/passport.ts';
import { healthRoutes } from './health.ts';
import { identify } from './identify.ts';
import { paths } from './paths.ts';
import { refuseForeignRequests, requireCsrfToken } from './platform/http/csrf.ts';
import { answerErrors, notFound } from './platform/http/error-handler.ts';
import { chooseLocale } from './platform/http/locale.ts';
import { usePages } from './platform/http/page.ts';
import { allowWebAssembly, securityHeaders } from './platform/http/security.ts';
import { useSite } from './platform/http/site.ts';
import { type Log, requestLogOptions } from './platform/log.ts';
import type { ViewEngine } from './platform/views/engine.ts';
import { limits } from '../contract/limits.ts';
import { routes } from './routes.ts';
import { shellFor } from './shell.ts';

export interface AppParts {
  config: Config;
  log: Log;
  views: ViewEngine;
  dkim: DkimKey | null;
  /** The session middleware, which the sockets share. */
  sessions: RequestHandler;
  /** The site's own address without a slash at the end; known once the port is. */
  baseUrl: () => string;
}

const YEAR = 365 * 24 * 60 * 60 * 1000;
const root = join(import.meta.dirname, '..');

/** Everything a request passes, from top to bottom. */
export function createApp({ config, log, views, dkim, sessions, baseUrl }: AppParts): Express {
  const secure = config.baseUrl?.startsWith('https:') ?? false;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('env', config.mode);
  if (config.trustProxy)
    app.set(
      'trust proxy',
      config.trustProxy.split(',').map((proxy) => proxy.trim()),
    );
  usePages(app, { engine: views, shell: shellFor, timeZone: config.timeZone });
  useSite(app, {
    url: baseUrl,
    // Calendars answer to whom the mail came from, so it must be the address that is read.
    mailFrom: config.inbound?.address ?? config.mailFrom,
    sendsMail: config.smtpUrl !== null,
    timeZone: config.timeZone,
    secret: config.secret,
    outlet: {
      smtpUrl: config.smtpUrl,
      returnPath: config.mail.bounceAddress,
      dkim,
      dnsServer: config.mail.dnsServer,
      pace: config.mail.pace,
    },
  });

  app.use(securityHeaders(secure));
  // A worker obeys the policy it was served with, and this one decodes with WebAssembly.
  app.use(/^\/build\/read-codes[^/]*$/, allowWebAssembly);
  app.use(
    '/build',
    express.static(join(root, 'public/build'), { immutable: true, maxAge: YEAR, index: false }),
  );
  app.use(healthRoutes());
  app.use(compression());
  app.use(pinoHttp({ ...requestLogOptions(log), genReqId: () => randomUUID() }));
  app.use(oneClickRoutes());
  // Devices sign each request: they have no session, and nothing that another site could use.
  app.use(deviceRoutes(chooseLocale(config.locale), devicePrintRoutes()));
  app.use(refuseForeignRequests(baseUrl));
  app.use(sessions);
  app.use(passportSession());
  app.use(chooseLocale(config.locale));
  app.use(identify());
  app.use(express.json({ limit: limits.body }));
  app.use(express.urlencoded({ extended: true, limit: limits.body, parameterLimit: 5000 }));
  app.use(uploadRoutes());
  app.use(queueUploads());
  app.use(importUploads());
  app.use(badgeUploads());
  app.use(requireCsrfToken);
  app.use(apiRoutes());
  app.use(routes());
  app.use(notFound);
  app.use(answerErrors({ log, signInPath: paths.signIn }));
  return app;
}
