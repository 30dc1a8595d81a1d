import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { arrangeSeats } from './arrange-seats.ts';
import { AutomaticInput } from './input.ts';
import { loadSeating } from './load-seating.ts';
import { automaticModel } from './present-automatic.ts';
import { proposeSeats } from './propose-seats.ts';
import { seatingGuests } from './seating-guests.ts';
import { views } from './views.ts';

const anEvent = { slug: ':event' };

/** Automatic seating: shown first, written when somebody says so. */
export function automaticRoutes(): Router {
  const router = Router();
  router.get(paths.automaticSeating(anEvent), showProposal);
  router.post(paths.automaticSeating(anEvent), writeProposal);
  return router;
}

/** As it is first shown: everybody keeps the seat they have, and couples sit together. */
const usual = { keep: 'true', companions: 'true' };

async function showProposal(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'seating.edit');
  const asked = Object.keys(req.query).some((name) => name !== 'lang');
  await proposalPage(res, access, { input: parse(AutomaticInput, asked ? req.query : usual), form: null });
}

async function writeProposal(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'seating.edit');
  await submit(req, res, AutomaticInput, {
    act: async (input) => {
      await arrangeSeats(access, input);
      flash(req, 'good', translate(localeOf(res), 'seating.arranged'));
      res.redirect(303, paths.seating(access.event));
    },
    again: (form) => proposalPage(res, access, { input: parse(AutomaticInput, req.body), form }),
  });
}

async function proposalPage(
  res: Response,
  access: Access,
  { input, form }: { input: AutomaticInput; form: FormState | null },
): Promise<void> {
  const [seating, guests] = await Promise.all([loadSeating(access.event), seatingGuests(access)]);
  const proposal = proposeSeats(seating, guests, input);
  const locale = localeOf(res);
  const model = automaticModel({ access, locale, seating, guests, input, proposal, form });
  page(res, views, 'seating/automatic', model, { title: translate(locale, 'seating.automatic') });
}
