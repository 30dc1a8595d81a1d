import { type Request, type Response, Router } from 'express';
import type { EventBadges } from '../../../models/badge-design.ts';
import { anEvent, paths } from '../../paths.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { siteOf } from '../../platform/http/site.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { badgeFacts } from './badge-facts.ts';
import { exampleGuest } from './badge-guests.ts';
import { DesignInput, ForgetInput, PageQuery } from './input.ts';
import { loadBadges } from './load-badges.ts';
import { changeLogo } from './logo.ts';
import { makeBadges } from './present-badges.ts';
import { previewModel } from './present-pages.ts';
import { designModel } from './present-design.ts';
import { printRoutes } from './print-routes.ts';
import { forgetDesign, saveDesign } from './save-design.ts';
import { stationRoutes } from './station-routes.ts';
import { type PreviewModel, views } from './views.ts';

/** Badges: what they look like, printing them in advance, and the station that prints while people come in. */
export function routes(): Router {
  const router = Router();
  router.use(paths.badges(anEvent), useLayout('desk'));
  router.get(paths.badges(anEvent), showDesign);
  router.post(paths.badges(anEvent), save);
  router.post(paths.badgePreview(anEvent), showPreview);
  router.get(paths.badgeLogo(anEvent), sendLogo);
  router.post(paths.badgeLogo(anEvent), saveLogo);
  router.post(paths.removeBadgeLogo(anEvent), removeLogo);
  router.use(printRoutes());
  router.use(stationRoutes());
  return router;
}

async function showDesign(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.view');
  const { category } = parse(PageQuery, req.query);
  await designPage(req, res, { access, category: known(access, category), form: null });
}

async function save(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.edit');
  const values: Record<string, unknown> = req.body ?? {};
  if (values['action'] === 'forget') return forget(req, res, access);
  await submit(req, res, DesignInput, {
    act: async ({ rev, paper, ...design }) => {
      const category = known(access, design.category);
      await saveDesign(access, { rev, paper, design: { ...design, category } });
      flash(req, 'good', translate(localeOf(res), 'badges.saved'));
      res.redirect(303, designAddress(access, category));
    },
    again: (form) => {
      const { category } = parse(PageQuery, form.values);
      return designPage(req, res, { access, category: known(access, category), form });
    },
  });
}

async function forget(req: Request, res: Response, access: Access): Promise<void> {
  const input = parse(ForgetInput, req.body);
  await forgetDesign(access, input);
  flash(req, 'good', translate(localeOf(res), 'badges.forgotten'));
  res.redirect(303, designAddress(access, input.category));
}

/** Half a number draws nothing; the last drawing stays. */
async function showPreview(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.view');
  const typed = DesignInput.safeParse(req.body);
  if (!typed.success) return void res.status(204).end();
  const { rev: _rev, paper, ...design } = typed.data;
  const stored = await loadBadges(access.event);
  const others = stored.designs.filter(({ category }) => category !== design.category);
  const badges = { ...stored, paper, designs: [...others, design] };
  fragment(
    res,
    views,
    'badges/_preview',
    await previewOf(req, res, { access, badges, category: design.category }),
  );
}

async function sendLogo(req: Request, res: Response): Promise<void> {
  const { event } = await enter(req, 'badges.print');
  const { logo } = await loadBadges(event);
  if (!logo) throw new NotFound();
  res.setHeader('Cache-Control', 'private, max-age=3600');
  res.type(logo.type).send(Buffer.from(logo.data, 'base64'));
}

async function saveLogo(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.edit');
  const picture = req.file?.buffer;
  if (!picture || picture.length === 0) throw new Refused('badges.logo-missing');
  await changeLogo(access, picture);
  flash(req, 'good', translate(localeOf(res), 'badges.logo-saved'));
  res.redirect(303, paths.badges(access.event));
}

async function removeLogo(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.edit');
  await changeLogo(access, null);
  flash(req, 'good', translate(localeOf(res), 'badges.logo-removed'));
  res.redirect(303, paths.badges(access.event));
}

async function designPage(
  req: Request,
  res: Response,
  { access, category, form }: { access: Access; category: string; form: FormState | null },
): Promise<void> {
  const badges = await loadBadges(access.event);
  const preview = await previewOf(req, res, { access, badges, category });
  const locale = localeOf(res);
  const model = designModel({ access, locale, badges, category, form, preview });
  page(res, views, 'badges/index', model, { title: translate(locale, 'badges.title') });
}

async function previewOf(
  req: Request,
  res: Response,
  { access, badges, category }: { access: Access; badges: EventBadges; category: string },
): Promise<PreviewModel> {
  const { event } = access;
  // Somebody of the category, or anybody as if they were of it.
  const guest = (await exampleGuest(access, category)) ?? (await exampleGuest(access, ''));
  const guests = guest ? [category === '' ? guest : { ...guest, category }] : [];
  const everybody =
    category === '' ? { ...badges, designs: badges.designs.filter((each) => each.category === '') } : badges;
  const facts = await badgeFacts(siteOf(req), { event, badges: everybody }, guests);
  const [badge = null] = await makeBadges(facts, guests);
  return previewModel(badge, { event, locale: localeOf(res), rev: badges.rev });
}

/** A category that was taken away has no design of its own to show. */
function known({ event }: Access, category: string): string {
  return event.categories.some(({ id }) => id === category) ? category : '';
}

function designAddress({ event }: Access, category: string): string {
  return paths.badges(event) + (category === '' ? '' : `?category=${encodeURIComponent(category)}`);
}
