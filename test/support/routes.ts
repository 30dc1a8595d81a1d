import type { Express, Handler, Router } from 'express';

export interface RegisteredRoute {
  method: string;
  /** The whole path as it was written: `/events/:event/guests`. */
  path: string;
  /** What runs, in order; the last one answers. */
  handlers: readonly Handler[];
}

/** A layer of an Express 5 router, as far as it concerns us; the types of express leave `rawPath` out. */
interface Layer {
  rawPath?: unknown;
  handle: Handler & { stack?: Layer[] };
  method?: string;
  route?: { path: unknown; stack: Layer[] };
}

/** Every route of an app or a router, with the paths of the routers around it. */
export function listRoutes(app: Express | Router): RegisteredRoute[] {
  const router: { stack: Layer[] } = 'router' in app ? app.router : app;
  return routesOf(router.stack, '');
}

function routesOf(stack: readonly Layer[], prefix: string): RegisteredRoute[] {
  return stack.flatMap((layer) => {
    if (layer.route) return methodsOf(layer.route.stack, pathsOf(layer.route.path, prefix));
    const below = layer.handle.stack ?? [];
    return below.length === 0 ? [] : pathsOf(layer.rawPath, prefix).flatMap((path) => routesOf(below, path));
  });
}

function methodsOf(stack: readonly Layer[], paths: readonly string[]): RegisteredRoute[] {
  const methods = new Set(stack.map(({ method }) => (method ?? 'all').toUpperCase()));
  return paths.flatMap((path) =>
    [...methods].map((method) => ({
      method,
      path,
      handlers: stack
        .filter((layer) => (layer.method ?? 'all').toUpperCase() === method)
        .map(({ handle }) => handle),
    })),
  );
}

function pathsOf(written: unknown, prefix: string): string[] {
  const paths: unknown[] = Array.isArray(written) ? written : [written];
  return paths.map((path) => {
    if (typeof path !== 'string' && !(path instanceof RegExp))
      throw new TypeError('This router hides its path');
    return joined(prefix, path instanceof RegExp ? path.source : path);
  });
}

function joined(prefix: string, path: string): string {
  return `${prefix}/${path}`.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
}
