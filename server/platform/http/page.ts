import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { ViewEngine } from '../views/engine.ts';
import { Shell } from '../views/shell.ts';
import type { ViewData } from '../views/view-data.ts';
import type { ViewModel, ViewName, ViewSet } from '../views/view-set.ts';
import { csrfToken } from './csrf.ts';
import { localeOf } from './locale.ts';

export type Layout = 'site' | 'desk' | 'console' | 'screen' | 'bare' | 'print' | 'device';

/** Builds what surrounds a page, when a page is about to be sent. */
export type ShellBuilder = (req: Request, res: Response, title: string) => Shell;

export interface Pages {
  engine: ViewEngine;
  shell: ShellBuilder;
  /** The zone of dates where no event says otherwise. */
  timeZone: string;
}

export interface PageOptions {
  status?: number;
  /** Only where a page differs from its router's layout; null for none. */
  layout?: Layout | null;
  title?: string;
}

/** Tells an app how its pages are made. */
export function usePages(app: Express, pages: Pages): void {
  app.set('views engine', pages.engine);
  app.set('shell', pages.shell);
  app.set('time zone', pages.timeZone);
}

/** The layout of every page of a router, chosen once. */
export function useLayout(layout: Layout): RequestHandler {
  return (_req: Request, res: Response, next: NextFunction) => {
    res.locals['layout'] = layout;
    next();
  };
}

/** The zone in which this page shows its dates: the event's, on the pages of an event. */
export function useTimeZone(res: Response, timeZone: string): void {
  res.locals['timeZone'] = timeZone;
}

/** Answers with a whole page: `page(res, views, 'guests/index', model, { title })`. */
export function page<S extends ViewSet, K extends ViewName<S>>(
  res: Response,
  views: S,
  name: K,
  ...[model, options = {}]: [model: ViewModel<S, K>, options?: PageOptions]
): void {
  const shell = shellBuilder(res)(res.req, res, options.title ?? '');
  const layout = options.layout === undefined ? layoutOf(res) : options.layout;
  const html = render(res, { name, model, schema: views[name], layout, shell });
  if (options.status !== undefined) res.status(options.status);
  res.type('html').send(html);
}

/** Answers with a piece of a page, for a page that is already open. It has no `@shell`, and takes no flash away. */
export function fragment<S extends ViewSet, K extends ViewName<S>>(
  res: Response,
  views: S,
  name: K,
  model: ViewModel<S, K>,
): void {
  res.type('html').send(markup(res, views, name, model));
}

/** The same as text, to be sent along with something else. */
export function markup<S extends ViewSet, K extends ViewName<S>>(
  res: Response,
  views: S,
  name: K,
  model: ViewModel<S, K>,
): string {
  return render(res, { name, model, schema: views[name], layout: null, shell: null });
}

interface Rendering {
  name: string;
  model: unknown;
  schema: z.ZodType | undefined;
  layout: string | null;
  shell: Shell | null;
}

function render(res: Response, { name, model, schema, layout, shell }: Rendering): string {
  const engine = viewEngine(res);
  if (!engine.strict) return engine.render(name, model, viewData(res, shell), layout);
  if (shell) check('@shell', Shell, shell);
  return engine.render(name, check(name, schema, model), viewData(res, shell), layout);
}

function viewData(res: Response, shell: Shell | null): ViewData {
  const timeZone: unknown = res.locals['timeZone'] ?? res.app.get('time zone');
  return {
    locale: localeOf(res),
    timeZone: typeof timeZone === 'string' ? timeZone : 'UTC',
    csrf: { toString: () => csrfToken(res.req) },
    shell,
  };
}

function layoutOf(res: Response): string {
  const layout: unknown = res.locals['layout'];
  return typeof layout === 'string' ? layout : 'site';
}

function check(name: string, schema: z.ZodType | undefined, model: unknown): unknown {
  if (!schema) throw new Error(`The view ${name} is not declared in the set it was rendered from`);
  const result = schema.safeParse(model);
  if (!result.success) throw new Error(`The model of ${name} is wrong:\n${z.prettifyError(result.error)}`);
  return result.data;
}

function viewEngine(res: Response): ViewEngine {
  const engine: ViewEngine | undefined = res.app.get('views engine');
  if (!engine) throw new Error('The app has no views: call usePages first');
  return engine;
}

function shellBuilder(res: Response): ShellBuilder {
  const builder: ShellBuilder | undefined = res.app.get('shell');
  if (!builder) throw new Error('The app has no shell: call usePages first');
  return builder;
}
