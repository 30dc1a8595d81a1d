import { type Request, type Response, Router } from 'express';
import { readFileSync } from 'node:fs';
import { api as attendance } from './features/attendance/api.ts';
import { api as events } from './features/events/api.ts';
import { api as guests } from './features/guests/api.ts';
import { api as invitations } from './features/invitations/api.ts';
import { api as letters } from './features/letters/api.ts';
import { api as statements } from './features/statements/api.ts';
import { api as users } from './features/users/api.ts';
import { paths } from './paths.ts';
import { apiGuide } from './platform/http/api-guide.ts';
import { apiRouter, type Endpoint } from './platform/http/api.ts';
import { localeOf } from './platform/http/locale.ts';
import { openApiDocument } from './platform/http/openapi.ts';
import { siteOf } from './platform/http/site.ts';

/** Every operation for programs: one line per feature. */
export function endpoints(): Endpoint[] {
  return [
    ...users(),
    ...events(),
    ...guests(),
    ...invitations(),
    ...letters(),
    ...attendance(),
    ...statements(),
  ];
}

/** The document is open to everybody; the operations ask for a token. */
export function apiRoutes(): Router {
  const all = endpoints();
  const router = Router();
  router.get(
    paths.apiGuide,
    apiGuide(all, { document: paths.openapi, base: paths.api, tokens: paths.profile }),
  );
  router.get(paths.openapi, (req: Request, res: Response) => {
    const server = `${siteOf(req).url}${paths.api}`;
    res.json(openApiDocument(localeOf(res), { endpoints: all, server, version }));
  });
  router.use(paths.api, apiRouter(all));
  return router;
}

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);
