import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import { isUnavailable } from '../database/unavailable.ts';
import { AppError, Forbidden, Invalid, NotFound, Refused, SignInNeeded, TooMany } from '../errors.ts';
import { translate } from '../i18n/translate.ts';
import type { Log } from '../log.ts';
import { errorPage } from './error-page.ts';
import { localeOf } from './locale.ts';
import { problemDetails } from './problem.ts';
import { flash, wantsJson } from './reply.ts';

const RETRY_AFTER_DATABASE = 5;

export function notFound(_req: Request, _res: Response, next: NextFunction): void {
  next(new NotFound('errors.no-such-page'));
}

/** The one place where an error becomes an answer. Nothing of the error itself leaves, only its sentence. */
export function answerErrors(options: { log: Log; signInPath: string }): ErrorRequestHandler {
  return (thrown: unknown, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(thrown);
    const reference = randomBytes(5).toString('hex');
    const error = known(thrown, reference);
    note(options.log, { thrown, error, req, reference });
    if (error instanceof TooMany) res.setHeader('Retry-After', String(error.retryAfter));
    if (error.status === 503) res.setHeader('Retry-After', String(RETRY_AFTER_DATABASE));
    if (wantsJson(req)) {
      res.status(error.status).type('application/problem+json');
      res.send(JSON.stringify(problemDetails(error, localeOf(res))));
      return;
    }
    try {
      answerPerson(req, res, { error, signInPath: options.signInPath });
    } catch (failure) {
      options.log.error({ reference, err: failure }, 'the page of an error failed');
      res
        .status(error.status)
        .type('text')
        .send(translate(localeOf(res), error.code, error.params));
    }
  };
}

function answerPerson(req: Request, res: Response, answer: { error: AppError; signInPath: string }): void {
  const { error } = answer;
  if (error instanceof SignInNeeded && req.method === 'GET') {
    if (req.session) req.session.returnTo = req.originalUrl;
    res.redirect(303, answer.signInPath);
    return;
  }
  const back = error instanceof Refused ? cameFrom(req) : null;
  if (back && req.session) {
    flash(req, 'bad', translate(localeOf(res), error.code, error.params));
    res.redirect(303, back);
    return;
  }
  errorPage(res, error);
}

/** The page a refused form was posted from, when it is one of ours. */
function cameFrom(req: Request): string | null {
  const referrer = req.get('referer');
  if (req.method === 'GET' || !referrer || !URL.canParse(referrer)) return null;
  const url = new URL(referrer);
  return url.host === req.get('host') ? `${url.pathname}${url.search}` : null;
}

function known(thrown: unknown, reference: string): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isUnavailable(thrown)) return new AppError(503, 'errors.unavailable');
  const status = statusOf(thrown);
  if (status === 413) return new AppError(413, 'errors.too-large');
  if (status === 415) return new AppError(415, 'errors.unsupported-type');
  if (status === 404) return new NotFound('errors.no-such-page');
  if (status >= 400 && status < 500) return new AppError(400, 'errors.malformed');
  return new AppError(500, 'errors.unexpected', { reference });
}

/** body-parser and the router mark their errors with a status. */
function statusOf(thrown: unknown): number {
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : 500;
  return typeof status === 'number' ? status : 500;
}

function note(log: Log, what: { thrown: unknown; error: AppError; req: Request; reference: string }): void {
  const { error, req, reference } = what;
  const where = { method: req.method, path: req.path, code: error.code };
  if (error.status === 500) log.error({ ...where, reference, err: what.thrown }, 'unexpected error');
  else if (error instanceof Forbidden) log.info(where, 'forbidden');
  else if (error.status === 503) log.warn(where, 'database away');
  else if (!(error instanceof Invalid)) log.debug(where, 'refused');
}
