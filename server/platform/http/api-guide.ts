import type { RequestHandler } from 'express';
import { z } from 'zod';
import { translate } from '../i18n/translate.ts';
import { defineViews } from '../views/view-set.ts';
import type { Endpoint } from './api.ts';
import { localeOf } from './locale.ts';
import { page } from './page.ts';
import { siteOf } from './site.ts';

export const views = defineViews({
  'api/index': z.object({
    example: z.string(),
    document: z.string(),
    tokens: z.string(),
    groups: z.array(
      z.object({
        tag: z.string(),
        operations: z.array(z.object({ method: z.string(), path: z.string(), summary: z.string() })),
      }),
    ),
  }),
});

interface Addresses {
  document: string;
  /** Below which the operations lie. */
  base: string;
  /** Where somebody gets a token. */
  tokens: string;
}

/** The way into the API for a person: a token, a first call, the list of operations. */
export function apiGuide(
  endpoints: readonly Endpoint[],
  { document, base, tokens }: Addresses,
): RequestHandler {
  return (req, res) => {
    const locale = localeOf(res);
    const operation = ({ method, path, summary }: Endpoint) => ({
      method: method.toUpperCase(),
      path: `${base}${path}`,
      summary: translate(locale, summary),
    });
    const tags = [...new Set(endpoints.map(({ tag }) => tag))];
    const model = {
      example: `curl -H 'Authorization: Bearer rostrum_…' ${siteOf(req).url}${base}/me`,
      document,
      tokens,
      groups: tags.map((tag) => ({
        tag,
        operations: endpoints.filter((each) => each.tag === tag).map(operation),
      })),
    };
    page(res, views, 'api/index', model, { layout: 'site', title: translate(locale, 'api.title') });
  };
}
