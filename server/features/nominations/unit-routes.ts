import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { newId } from '../../platform/new-id.ts';
import { acceptAll, acceptNominee } from './accept-nominees.ts';
import { editUnit } from './edit-unit.ts';
import { resemblances } from './find-listed.ts';
import { AcceptInput, ReturnInput, StepInput, UnitInput } from './input.ts';
import { loadNomination } from './load-nomination.ts';
import { editModel } from './present-form.ts';
import { showModel, type UnitFacts, unitModel } from './present-unit.ts';
import { returnNominee } from './return-nominee.ts';
import { steerUnit } from './steer-unit.ts';
import { unitToken } from './unit-link.ts';
import { views } from './views.ts';

const anEvent = { slug: ':event' };
type OneUnit = Request<{ event: string; unit: string }>;

/** One unit: what it is asked for, its link, and the names it sends. */
export function unitRoutes(): Router {
  const router = Router();
  router.get(paths.nomination(anEvent, ':unit'), showUnit);
  router.get(paths.editNomination(anEvent, ':unit'), showEdit);
  router.post(paths.editNomination(anEvent, ':unit'), saveUnit);
  router.post(paths.acceptNominee(anEvent, ':unit'), accept);
  router.post(paths.returnNominee(anEvent, ':unit'), sendBack);
  router.post(paths.steerNomination(anEvent, ':unit'), steer);
  return router;
}

async function showUnit(req: OneUnit, res: Response): Promise<void> {
  const access = await enter(req, 'nominations.view');
  const facts = await unitFacts(access, req);
  if (req.query['part'] === 'unit')
    return fragment(res, views, 'nominations/_unit', unitModel(localeOf(res), facts));
  const model = showModel(localeOf(res), facts);
  page(res, views, 'nominations/show', model, { title: model.title });
}

async function showEdit(req: OneUnit, res: Response): Promise<void> {
  await editPage(await enter(req, 'nominations.edit'), req, res, null);
}

async function saveUnit(req: OneUnit, res: Response): Promise<void> {
  const access = await enter(req, 'nominations.edit');
  await submit(req, res, UnitInput, {
    act: async (input) => {
      await editUnit(access, req.params.unit, input);
      flash(req, 'good', translate(localeOf(res), 'common.saved'));
      res.redirect(303, paths.nomination(access.event, req.params.unit));
    },
    again: (form) => editPage(access, req, res, form),
  });
}

async function accept(req: OneUnit, res: Response): Promise<void> {
  const access = await enter(req, 'nominations.accept');
  const { unit } = req.params;
  const { nominee } = parse(AcceptInput, req.body);
  const before = await loadNomination(access, unit);
  const after =
    nominee === 'all' ? await acceptAll(access, unit) : await acceptNominee(access, unit, nominee);
  const count = accepted(after) - accepted(before);
  flash(req, 'good', translate(localeOf(res), 'nominations.accepted', { count: Math.max(0, count) }));
  res.redirect(303, paths.nomination(access.event, unit));
}

async function sendBack(req: OneUnit, res: Response): Promise<void> {
  const access = await enter(req, 'nominations.accept');
  const { unit } = req.params;
  await submit(req, res, ReturnInput, {
    act: async (input) => {
      await returnNominee(access, unit, { ...input, from: siteOf(req).mailFrom });
      flash(req, 'good', translate(localeOf(res), 'nominations.returned'));
      res.redirect(303, paths.nomination(access.event, unit));
    },
    // A remark has no page of its own to come back to; the unit's page says what is wrong.
    again: (form) => {
      flash(req, 'bad', [form.refused, ...Object.values(form.errors)].filter(Boolean).join(' '));
      res.redirect(303, paths.nomination(access.event, unit));
    },
  });
}

async function steer(req: OneUnit, res: Response): Promise<void> {
  const access = await enter(req, 'nominations.edit');
  const { unit } = req.params;
  const { step } = parse(StepInput, req.body);
  await steerUnit(access, unit, { step, linkKey: siteOf(req).secret('guest-link') });
  flash(req, 'good', translate(localeOf(res), `nominations.step.${step}-done`));
  res.redirect(303, paths.nomination(access.event, unit));
}

async function editPage(access: Access, req: OneUnit, res: Response, form: FormState | null): Promise<void> {
  const nomination = await loadNomination(access, req.params.unit);
  const model = editModel({ event: access.event, form, locale: localeOf(res) }, nomination);
  page(res, views, 'nominations/edit', model, { title: model.title });
}

async function unitFacts(access: Access, req: OneUnit): Promise<UnitFacts> {
  const nomination = await loadNomination(access, req.params.unit);
  const { url, secret } = siteOf(req);
  const token = unitToken(secret('guest-link'), nomination, nomination.linkRevision);
  return {
    access,
    nomination,
    resemblances: await resemblances(access, nomination.nominees),
    address: `${url}${paths.unitLink(token)}`,
    mark: newId(),
    now: now(),
  };
}

function accepted({ nominees }: UnitFacts['nomination']): number {
  return nominees.filter(({ state }) => state === 'accepted').length;
}
