import type { Response } from 'express';
import { z } from 'zod';
import { type AppError, Invalid } from '../errors.ts';
import { translate } from '../i18n/translate.ts';
import { defineViews } from '../views/view-set.ts';
import { localeOf } from './locale.ts';
import { page } from './page.ts';
import { statusName } from './problem.ts';

const ErrorModel = z.object({
  message: z.string(),
  reference: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })),
  home: z.string(),
});

export const views = defineViews({
  'errors/401': ErrorModel,
  'errors/403': ErrorModel,
  'errors/404': ErrorModel,
  'errors/409': ErrorModel,
  'errors/422': ErrorModel,
  'errors/429': ErrorModel,
  'errors/500': ErrorModel,
  'errors/503': ErrorModel,
});

const PAGES = {
  400: 422,
  401: 401,
  403: 403,
  404: 404,
  405: 404,
  409: 409,
  410: 404,
  413: 422,
  415: 422,
  422: 422,
  429: 429,
  500: 500,
  503: 503,
} as const;

/** A friendly page for an error nobody caught earlier. */
export function errorPage(res: Response, error: AppError): void {
  const locale = localeOf(res);
  const name = statusName(error.status);
  const fields = error instanceof Invalid ? error.fields : [];
  page(
    res,
    views,
    `errors/${PAGES[name]}`,
    {
      message: translate(locale, error.code, error.params),
      reference: String(error.params['reference'] ?? ''),
      fields: fields.map((field) => ({
        path: field.path,
        message: translate(locale, field.key, field.params),
      })),
      home: '/',
    },
    { status: error.status, layout: 'site', title: translate(locale, `errors.status.${name}`) },
  );
}
