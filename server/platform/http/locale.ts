import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { isLocale, type Locale } from '../../../contract/locales.ts';
import { cookieOf } from './cookies.ts';
import { negotiateLocale } from '../i18n/negotiate.ts';

const COOKIE = 'rostrum-language';
const YEAR = 365 * 24 * 60 * 60 * 1000;

/**
 * Chooses the reader's language: `?lang=` in the address (remembered in a cookie), then that cookie, then the
 * account's language, then what the browser asks for.
 */
export function chooseLocale(fallback: Locale): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const asked = req.query['lang'];
    if (isLocale(asked)) res.cookie(COOKIE, asked, { maxAge: YEAR, sameSite: 'lax', httpOnly: true });
    const cookie = cookieOf(req, COOKIE);
    res.locals['locale'] = isLocale(asked)
      ? asked
      : isLocale(cookie)
        ? cookie
        : (req.user?.locale ?? negotiateLocale(req.get('accept-language'), fallback));
    next();
  };
}

export function localeOf(res: Response): Locale {
  const locale: unknown = res.locals['locale'];
  return isLocale(locale) ? locale : 'vi';
}

/** A guest's page speaks the guest's language unless the reader chose another one on this visit. */
export function preferLocale(req: Request, res: Response, locale: Locale): void {
  if (isLocale(req.query['lang']) || isLocale(cookieOf(req, COOKIE))) return;
  res.locals['locale'] = locale;
}
