import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { enter } from '../access/enter.ts';
import { displayName } from '../directory/person-name.ts';
import { backTo } from './back-to.ts';
import { cancelGuest } from './cancel-guest.ts';
import { changeMany } from './change-many.ts';
import { BulkInput, LiftInput, SeatInput } from './input.ts';
import { liftGuest, removeLift } from './lift-guest.ts';
import { restoreGuest } from './restore-guest.ts';
import { seatGuest } from './seat-guest.ts';

type OneGuest = Request<{ event: string; guest: string }>;
type Changed = Awaited<ReturnType<typeof cancelGuest>>;

/** What is done to guests from the list and from their panel. */
export function changeRoutes(): Router {
  const router = Router();
  router.post(paths.guestsBulk(anEvent), changeChosen);
  router.post(paths.liftGuest(anEvent, ':guest'), lift);
  router.post(paths.seatGuest(anEvent, ':guest'), seat);
  router.post(paths.cancelGuest(anEvent, ':guest'), cancel);
  router.post(paths.restoreGuest(anEvent, ':guest'), restore);
  return router;
}

async function changeChosen(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const back = backTo(access.event, bodyOf(req)['back'], '');
  await submit(req, res, BulkInput, {
    act: async (input) => {
      const { changed, already } = await changeMany(access, input);
      const done = translate(localeOf(res), `guests.bulk.done.${input.action}`, { changed, already });
      flash(req, changed > 0 ? 'good' : 'note', done);
      res.redirect(303, back);
    },
    again: (form) => sendBack(req, res, { form, back }),
  });
}

async function lift(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { guest } = req.params;
  const body = bodyOf(req);
  if (body['remove'] === 'true') {
    const changed = await removeLift(access, guest);
    return answer(req, res, { changed, key: 'guests.order-saved' });
  }
  await submit(req, res, LiftInput, {
    act: async (input) => {
      const changed = await liftGuest(access, guest, input);
      answer(req, res, { changed, key: 'guests.order-saved' });
    },
    again: (form) => sendBack(req, res, { form, back: backTo(access.event, body['back'], guest) }),
  });
}

async function seat(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const changed = await seatGuest(access, req.params.guest, parse(SeatInput, req.body).seat);
  answer(req, res, { changed, key: 'guests.seat-saved' });
}

async function cancel(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const changed = await cancelGuest(access, req.params.guest);
  answer(req, res, { changed, key: 'guests.cancelled' });
}

async function restore(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const changed = await restoreGuest(access, req.params.guest);
  answer(req, res, { changed, key: 'guests.restored' });
}

function answer(req: OneGuest, res: Response, { changed, key }: { changed: Changed; key: MessageKey }): void {
  const name = displayName(changed.name, localeOf(res));
  flash(req, 'good', translate(localeOf(res), key, { name }));
  res.redirect(303, backTo({ slug: req.params.event }, bodyOf(req)['back'], req.params.guest));
}

/** A few words in a panel have no page of their own to come back to; the list says what is wrong. */
function sendBack(req: Request, res: Response, { form, back }: { form: FormState; back: string }): void {
  flash(req, 'bad', [form.refused, ...Object.values(form.errors)].filter(Boolean).join(' '));
  res.redirect(303, back);
}

function bodyOf(req: { body: unknown }): Record<string, unknown> {
  const { body } = req;
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
