import type { Request, Response } from 'express';

/** Programs ask for JSON; people with a browser do not. Everything below /api is for programs. */
export function wantsJson(req: Request): boolean {
  if (req.originalUrl.startsWith('/api/')) return true;
  return req.accepts(['html', 'json']) === 'json';
}

/** Answers a successful write: JSON for a program, a redirect for a form posted without script. */
export function done(req: Request, res: Response, path: string, body: object = {}): void {
  if (wantsJson(req)) {
    res.json(body);
    return;
  }
  res.redirect(303, path);
}

/** A sentence shown once on the next page. */
export function flash(req: Request, tone: 'good' | 'bad' | 'note', text: string): void {
  req.session.flash = { tone, text };
}
