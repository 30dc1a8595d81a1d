import { Router } from 'express';
import mongoose from 'mongoose';
import { models } from './models.ts';
import { paths } from './paths.ts';
import { missingIndexes } from './platform/database/indexes.ts';

/** For whoever watches the server: is the process alive, and can it do its work? */
export function healthRoutes(): Router {
  const router = Router();
  router.get(paths.health, (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get(paths.ready, async (_req, res) => {
    const problems = await whyNotReady();
    res.status(problems.length ? 503 : 200);
    if (problems.length) res.setHeader('Retry-After', '5');
    res.json({ status: problems.length ? 'not ready' : 'ready', problems });
  });
  return router;
}

async function whyNotReady(): Promise<string[]> {
  if (mongoose.connection.readyState !== mongoose.ConnectionStates.connected) return ['database is away'];
  try {
    const missing = await missingIndexes(models);
    return missing.map((index) => `index is missing: ${index}`);
  } catch {
    return ['database is away'];
  }
}
