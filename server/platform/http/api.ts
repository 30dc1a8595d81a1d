import { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { MessageKey } from '../../../locales/keys.ts';
import { AppError } from '../errors.ts';
import { parse } from './input.ts';
import { addressOf, type Limit, spend } from './rate-limit.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface Shapes<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  params: P;
  query: Q;
  body: B;
  response: R;
}

/** What programs may rely on: the document and the handler's types both come from it. */
interface Declaration {
  method: Method;
  /** Below /api/v1, with `:names`. */
  path: string;
  summary: MessageKey;
  tag: string;
  status?: 200 | 201 | 204;
}

export interface Endpoint extends Required<Declaration> {
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType;
  response: z.ZodType;
  handle: RequestHandler;
}

type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Declaration &
  Partial<Shapes<P, Q, B, R>>;

export interface Call<P, Q, B> {
  req: Request;
  params: P;
  query: Q;
  body: B;
}

const Nothing = z.object({});
type Nothing = typeof Nothing;
/** No body at all, or no answer but the status. */
export const NoBody = z.undefined();

/**
 * One operation of the API: the input is parsed before the handler sees it, and the answer goes out in the shape
 * that is declared, whatever else the handler's objects carry.
 */
export function endpoint<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = typeof NoBody,
  R extends z.ZodType = typeof NoBody,
>(
  given: Given<P, Q, B, R>,
  work: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): Endpoint {
  const shapes = { params: Nothing, query: Nothing, body: NoBody, response: NoBody, ...given };
  const status = given.status ?? 200;
  const handle: RequestHandler = async (req, res) => {
    const params = parse(shapes.params, req.params) as z.output<P>;
    const query = parse(shapes.query, req.query) as z.output<Q>;
    const body = (shapes.body === NoBody ? undefined : bodyOf(req, shapes.body)) as z.output<B>;
    const answer = await work({ req, params, query, body });
    res.status(status);
    if (shapes.response === NoBody) res.end();
    else res.json(shapes.response.parse(answer));
  };
  return { ...shapes, ...given, status, handle };
}

/** A page of a list; `next` is the `after` of the following page, null on the last. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

const perToken: Limit = { name: 'api', points: 1200, seconds: 60, here: true };

/** The operations under their paths: bearer only, 405 for a method that is not there. */
export function apiRouter(endpoints: readonly Endpoint[]): Router {
  const router = Router();
  router.use(requireBearer);
  for (const { method, path, handle } of endpoints) router[method](path, handle);
  for (const path of new Set(endpoints.map((each) => each.path))) {
    router.all(
      path,
      refuseMethod(endpoints.filter((each) => each.path === path).map(({ method }) => method)),
    );
  }
  return router;
}

/** A session's cookie opens nothing here, so no other site can act through somebody's browser. */
const requireBearer: RequestHandler = async (req, res, next) => {
  const bearer = req.get('authorization') ?? '';
  if (!/^bearer /i.test(bearer)) {
    res.setHeader('WWW-Authenticate', 'Bearer realm="rostrum"');
    throw new AppError(401, 'errors.token-needed');
  }
  await spend(perToken, `${addressOf(req)} ${res.locals['actor']?.id ?? ''}`);
  next();
};

function refuseMethod(methods: readonly Method[]): RequestHandler {
  return (_req, res) => {
    res.setHeader('Allow', methods.map((method) => method.toUpperCase()).join(', '));
    throw new AppError(405, 'errors.method-not-allowed');
  };
}

function bodyOf(req: Request, schema: z.ZodType): unknown {
  const hasBody = Number(req.get('content-length') ?? 0) > 0 || req.get('transfer-encoding') !== undefined;
  if (hasBody && !req.is('application/json')) throw new AppError(415, 'errors.json-needed');
  return parse(schema, req.body);
}
