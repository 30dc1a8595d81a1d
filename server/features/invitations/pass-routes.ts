import { type Request, type Response, Router } from 'express';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Guest } from '../../../models/guest.ts';
import { anEvent, paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { enter } from '../access/enter.ts';
import { displayName } from '../directory/person-name.ts';
import { backTo } from '../guests/back-to.ts';
import { reissuePass } from '../passes/reissue-pass.ts';
import { restorePass } from '../passes/restore-pass.ts';
import { revokePass } from '../passes/revoke-pass.ts';
import { BackInput, ReissueInput } from './input.ts';
import { passOrders } from './pass-orders.ts';

type OneGuest = Request<{ event: string; guest: string }>;

/** What the office does with the pass of one guest. */
export function passRoutes(): Router {
  const router = Router();
  router.post(paths.reissuePass(anEvent, ':guest'), reissue);
  router.post(paths.revokePass(anEvent, ':guest'), revoke);
  router.post(paths.restorePass(anEvent, ':guest'), restore);
  return router;
}

async function reissue(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { mail } = parse(ReissueInput, req.body ?? {});
  const from = siteOf(req).mailFrom;
  let sent = 0;
  const guest = await reissuePass(access, req.params.guest, (renewed) => {
    const orders = mail ? passOrders(access.event, renewed, from) : [];
    sent = orders.length;
    return orders;
  });
  answer(req, res, { guest, key: sent > 0 ? 'passes.reissued-and-sent' : 'passes.reissued' });
}

async function revoke(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  answer(req, res, { guest: await revokePass(access, req.params.guest), key: 'passes.revoked' });
}

async function restore(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  answer(req, res, { guest: await restorePass(access, req.params.guest), key: 'passes.restored' });
}

function answer(req: OneGuest, res: Response, { guest, key }: { guest: Guest; key: MessageKey }): void {
  const { back } = parse(BackInput, req.body ?? {});
  flash(req, 'good', translate(localeOf(res), key, { name: displayName(guest.name, localeOf(res)) }));
  res.redirect(303, backTo({ slug: req.params.event }, back, req.params.guest));
}
