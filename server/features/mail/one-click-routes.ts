import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { siteOf } from '../../platform/http/site.ts';
import { unsubscribe } from './unsubscribe.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';

/**
 * RFC 8058: a mailbox provider's server unsubscribes for its user by one POST. It brings no cookie and no origin, so
 * this stands before sessions and their locks; the token is all there is to check.
 */
export function oneClickRoutes(): Router {
  const router = Router();
  router.post(paths.unsubscribe(':token'), stopByOneClick);
  return router;
}

async function stopByOneClick(req: Request<{ token: string }>, res: Response): Promise<void> {
  const claim = readUnsubscribeToken({ secret: siteOf(req).secret('mail') }, req.params.token);
  if (claim) await unsubscribe(claim);
  res
    .status(claim ? 200 : 404)
    .type('text')
    .send(claim ? 'OK\n' : 'Not found\n');
}
