import { join } from 'node:path';
import type { RequestHandler } from 'express';

const built = join(import.meta.dirname, '../../../public/build');

/**
 * Sends a service worker of ours. It stands beside its page, because it watches over its own folder only, unless `scope`
 * lets it reach further up; browsers ask each time whether there is a new version of it.
 */
export function serviceWorker(name: string, scope?: string): RequestHandler {
  return (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache');
    if (scope) res.setHeader('Service-Worker-Allowed', scope);
    res.sendFile(join(built, `${name}.js`));
  };
}
