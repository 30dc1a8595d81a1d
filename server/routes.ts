import { Router } from 'express';

/** The site map: one line per feature. */
export function routes(): Router {
  const router = Router();
  return router;
}
