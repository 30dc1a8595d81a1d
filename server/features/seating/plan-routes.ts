import { type Request, type Response, Router } from 'express';
import type { SeatingArea } from '../../../models/seating.ts';
import { paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { drawPlan } from './draw-plan.ts';
import { PlanInput } from './input.ts';
import { loadSeating } from './load-seating.ts';
import { losingSeats } from './losing-seats.ts';
import { planFormModel, sketchOf } from './plan-form.ts';
import { isUndrawn, rearrangedPlan } from './described-form.ts';
import { views } from './views.ts';

const anEvent = { slug: ':event' };

export function planRoutes(): Router {
  const router = Router();
  router.get(paths.seatingPlan(anEvent), showForm);
  router.post(paths.seatingPlan(anEvent), savePlan);
  router.post(paths.seatingDrawing(anEvent), showSketch);
  return router;
}

async function showForm(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'seating.edit');
  const { preset } = req.query;
  const form =
    typeof preset === 'string' ? rearrangedPlan({ rows: `preset:${preset}` }, localeOf(res)) : null;
  await formPage(res, access, form);
}

async function savePlan(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'seating.edit');
  const again = (form: FormState) => formPage(res, access, form);
  const values = bodyOf(req);
  const form = rearrangedPlan(values, localeOf(res));
  if (form) return again(form);
  if (isUndrawn(values)) {
    const errors = { describe: translate(localeOf(res), 'seating.not-drawn-yet') };
    res.status(422);
    return again({ values, errors, refused: '' });
  }
  await submit(req, res, PlanInput, {
    act: async (input) => {
      await drawPlan(access, input);
      res.redirect(303, paths.seating(access.event));
    },
    again,
  });
}

/** The hall as it is typed. Where that means nothing yet, the page keeps what it shows. */
async function showSketch(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'seating.edit');
  const areas = typedAreas(bodyOf(req));
  if (!areas) return void res.status(204).end();
  const losers = await losingSeats(access, await loadSeating(access.event), areas);
  const sketch = sketchOf({ areas, losing: losers.length, locale: localeOf(res) });
  fragment(res, views, 'seating/_sketch', sketch);
}

async function formPage(res: Response, access: Access, form: FormState | null): Promise<void> {
  const seating = await loadSeating(access.event);
  const { areas } = seating;
  const locale = localeOf(res);
  const typed = form ? typedAreas(form.values) : null;
  const losers = typed ? await losingSeats(access, seating, typed) : [];
  const model = planFormModel({ event: access.event, areas, typed, losers, locale, form });
  page(res, views, 'seating/plan', model, { title: translate(locale, 'seating.draw') });
}

function typedAreas(values: Record<string, unknown>): SeatingArea[] | null {
  const read = PlanInput.safeParse({ ...values, version: '' });
  return read.success ? read.data.areas : null;
}

function bodyOf(req: { body: unknown }): Record<string, unknown> {
  const { body } = req;
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
