import type { Locale } from '../../../contract/locales.ts';
import { type AppError, Invalid } from '../errors.ts';
import { translate } from '../i18n/translate.ts';

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  reference?: string;
  /** The server's clock in milliseconds, where the caller's was too wrong. */
  now?: number;
  errors?: { path: string; code: string; message: string }[];
}

/** An error as RFC 9457 describes it. `code` is stable, `detail` is for people in the caller's language. */
export function problemDetails(error: AppError, locale: Locale): Problem {
  const detail = translate(locale, error.code, error.params);
  return {
    type: `urn:rostrum:problem:${error.code}`,
    title: translate(locale, `errors.status.${statusName(error.status)}`),
    status: error.status,
    code: error.code,
    detail,
    ...(error.params['reference'] ? { reference: String(error.params['reference']) } : {}),
    ...(typeof error.params['now'] === 'number' ? { now: error.params['now'] } : {}),
    ...(error instanceof Invalid ? { errors: fieldErrors(error, locale) } : {}),
  };
}

function fieldErrors(error: Invalid, locale: Locale): { path: string; code: string; message: string }[] {
  return error.fields.map(({ path, key, params }) => ({
    path,
    code: key,
    message: translate(locale, key, params),
  }));
}

const NAMES = {
  400: 400,
  401: 401,
  403: 403,
  404: 404,
  405: 405,
  409: 409,
  410: 410,
  413: 413,
  415: 415,
  422: 422,
  429: 429,
  503: 503,
} as const;

export function statusName(status: number): (typeof NAMES)[keyof typeof NAMES] | 500 {
  return status in NAMES ? NAMES[status as keyof typeof NAMES] : 500;
}
