import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { rearranged, typedText } from '../../platform/http/form-rows.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { addAward } from './add-award.ts';
import { announceAward, withdrawAnnouncement } from './announce-award.ts';
import { awardFormModel, peopleTyped } from './award-form.ts';
import { awardList, namedIn } from './award-list.ts';
import { candidates, peopleOf, searchPeople } from './award-people.ts';
import { editAward } from './edit-award.ts';
import { findAward } from './find-award.ts';
import { AnnounceInput, AwardInput, MoveAwardInput, NewAwardInput } from './input.ts';
import { moveAward } from './move-award.ts';
import { awardsModel } from './present.ts';
import { newId } from '../../platform/new-id.ts';
import { removeAward } from './remove-award.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  router.get(paths.awards(anEvent), useLayout('desk'), showAwards);
  router.get(paths.newAward(anEvent), useLayout('desk'), newAward);
  router.post(paths.awards(anEvent), useLayout('desk'), createAward);
  router.get(paths.award(anEvent, ':award'), useLayout('desk'), showAward);
  router.post(paths.award(anEvent, ':award'), useLayout('desk'), changeAward);
  router.post(paths.moveAward(anEvent, ':award'), move);
  router.post(paths.announceAward(anEvent, ':award'), announce);
  router.post(paths.removeAward(anEvent, ':award'), remove);
  return router;
}

async function showAwards(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'awards.view');
  const model = awardsModel(await awardList(access), {
    event: access.event,
    locale: localeOf(res),
    canEdit: can(access, 'awards.edit'),
    canAnnounce: can(access, 'awards.announce'),
  });
  if (req.query['part'] === 'list') return fragment(res, views, 'awards/_list', model);
  page(res, views, 'awards/index', model, { title: translate(localeOf(res), 'awards.title') });
}

async function newAward(req: Request, res: Response): Promise<void> {
  await formPage(res, await enter(req, 'awards.edit'), { award: '', form: null });
}

async function createAward(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'awards.edit');
  const again = (form: FormState) => formPage(res, access, { award: '', form });
  const form = unsent(req);
  if (form) return again(form);
  await submit(req, res, NewAwardInput, {
    act: async (input) => {
      const award = await addAward(access, input);
      res.redirect(303, placeOf(access, String(award._id)));
    },
    again,
  });
}

async function showAward(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'awards.edit');
  await formPage(res, access, { award: awardIn(req), form: null });
}

async function changeAward(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'awards.edit');
  const award = awardIn(req);
  const again = (form: FormState) => formPage(res, access, { award, form });
  const form = unsent(req);
  if (form) return again(form);
  await submit(req, res, AwardInput, {
    act: async (input) => {
      await editAward(access, award, input);
      res.redirect(303, placeOf(access, award));
    },
    again,
  });
}

async function move(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'awards.edit');
  await moveAward(access, awardIn(req), parse(MoveAwardInput, req.body).before);
  done(req, res, placeOf(access, awardIn(req)));
}

async function announce(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'awards.announce');
  const { announced } = parse(AnnounceInput, req.body);
  await (announced === 'true' ? announceAward : withdrawAnnouncement)(access, awardIn(req));
  done(req, res, placeOf(access, awardIn(req)));
}

async function remove(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'awards.edit');
  await removeAward(access, awardIn(req));
  done(req, res, paths.awards(access.event));
}

async function formPage(
  res: Response,
  access: Access,
  wanted: { award: string; form: FormState | null },
): Promise<void> {
  const { form } = wanted;
  const award = wanted.award ? await findAward(access, wanted.award) : null;
  const query = typedText(form?.values['find']).trim();
  const stored = award ? namedIn(award) : [];
  const [offered, named, found] = await Promise.all([
    candidates(access),
    peopleOf(access, form ? [...stored, ...peopleTyped(form)] : stored),
    query ? searchPeople(access, query) : null,
  ]);
  const facts = { event: access.event, award, id: newId(), candidates: offered, named, found };
  const model = awardFormModel(facts, localeOf(res), form);
  page(res, views, 'awards/form', model, { title: model.title });
}

/** The form as it is while its rows change or a guest is looked for: nothing is saved. */
function unsent(req: Request): FormState | null {
  const values: Record<string, unknown> = req.body ?? {};
  if (values['rows'] === 'find') return { values, errors: {}, refused: '' };
  const form = rearranged(values, ['recipients']);
  return form && { ...form, values: { ...form.values, find: '' } };
}

function awardIn(req: Request): string {
  return String(req.params['award']);
}

function placeOf(access: Access, award: string): string {
  return `${paths.awards(access.event)}#award-${award}`;
}
