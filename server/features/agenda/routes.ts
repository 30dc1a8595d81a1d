import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { addItem } from './add-item.ts';
import { agendaFacts } from './agenda-facts.ts';
import { editItem } from './edit-item.ts';
import { AgendaItemInput, MoveInput, NewItemInput, SeenInput } from './input.ts';
import { itemFormModel, typedSpeakers } from './item-form.ts';
import { loadAgenda } from './load-agenda.ts';
import { moveItem } from './move-item.ts';
import { agendaModel, programmeModel } from './present.ts';
import { removeItem } from './remove-item.ts';
import { possibleSpeakers } from './speakers.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  router.get(paths.agenda(anEvent), useLayout('desk'), showAgenda);
  router.get(paths.programme(anEvent), useLayout('print'), printProgramme);
  router.get(paths.newAgendaItem(anEvent), useLayout('desk'), newItem);
  router.post(paths.agenda(anEvent), useLayout('desk'), createItem);
  router.get(paths.agendaItem(anEvent, ':item'), useLayout('desk'), showItem);
  router.post(paths.agendaItem(anEvent, ':item'), useLayout('desk'), changeItem);
  router.post(paths.moveAgendaItem(anEvent, ':item'), move);
  router.post(paths.removeAgendaItem(anEvent, ':item'), remove);
  return router;
}

async function showAgenda(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'agenda.view');
  const model = agendaModel(await agendaFacts(access.event), localeOf(res), can(access, 'agenda.edit'));
  if (req.query['part'] === 'list') return fragment(res, views, 'agenda/_parts', model);
  page(res, views, 'agenda/index', model, { title: translate(localeOf(res), 'agenda.title') });
}

async function printProgramme(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'agenda.view');
  const model = programmeModel(await agendaFacts(access.event), localeOf(res), paths.agenda(access.event));
  page(res, views, 'agenda/programme', model, { title: translate(localeOf(res), 'agenda.programme') });
}

async function newItem(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'agenda.edit');
  await itemPage(res, access, { item: '', form: null });
}

async function createItem(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'agenda.edit');
  await submit(req, res, AgendaItemInput, {
    act: async (input) => {
      await addItem(access, input, parse(NewItemInput, req.body).id);
      res.redirect(303, paths.agenda(access.event));
    },
    again: (form) => itemPage(res, access, { item: '', form }),
  });
}

async function showItem(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'agenda.edit');
  await itemPage(res, access, { item: String(req.params['item']), form: null });
}

async function changeItem(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'agenda.edit');
  const item = String(req.params['item']);
  await submit(req, res, AgendaItemInput, {
    act: async (input) => {
      await editItem(access, { id: item, version: parse(SeenInput, req.body).seen }, input);
      res.redirect(303, paths.agenda(access.event));
    },
    again: (form) => itemPage(res, access, { item, form }),
  });
}

async function move(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'agenda.edit');
  const item = String(req.params['item']);
  await moveItem(access, item, parse(MoveInput, req.body));
  done(req, res, `${paths.agenda(access.event)}#item-${item}`);
}

async function remove(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'agenda.edit');
  const { seen } = parse(SeenInput, req.body);
  await removeItem(access, { id: String(req.params['item']), version: seen });
  done(req, res, paths.agenda(access.event));
}

async function itemPage(
  res: Response,
  access: Access,
  wanted: { item: string; form: FormState | null },
): Promise<void> {
  const agenda = await loadAgenda(access.event);
  const item = agenda.items.find((each) => each.id === wanted.item) ?? null;
  // Typed into an item that somebody has removed: what was typed can be saved as a new one.
  if (wanted.item && !item && !wanted.form) throw new NotFound('agenda.unknown-item');
  const facts = {
    event: access.event,
    item,
    candidates: await possibleSpeakers(access.event, [
      ...(item?.speakers ?? []),
      ...typedSpeakers(wanted.form),
    ]),
  };
  const model = itemFormModel(facts, localeOf(res), wanted.form);
  page(res, views, 'agenda/form', model, { title: model.title });
}
