import { Router, type Request, type Response } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { eventRoleChoices } from './choices.ts';
import { addMember, changeRole } from './grant-role.ts';
import { MemberInput, MemberRoleInput } from './input.ts';
import { findMember, members } from './members.ts';
import { presentMembers } from './present.ts';
import { readerOf } from './present-reader.ts';
import { revokeRole } from './revoke-role.ts';
import { views } from './views.ts';

type OneMember = Request<{ event: string; member: string }>;

/** Who works in one event, kept by its owners. */
export function memberRoutes(): Router {
  const router = Router();
  router.use(paths.members(anEvent), useLayout('desk'));
  router.get(paths.members(anEvent), listMembers);
  router.post(paths.members(anEvent), createMember);
  router.post(paths.member(anEvent, ':member'), saveMember);
  router.post(paths.removeMember(anEvent, ':member'), removeMember);
  return router;
}

async function listMembers(req: Request, res: Response): Promise<void> {
  await showMembers(await enter(req, 'events.manage-members'), res);
}

async function createMember(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'events.manage-members');
  await submit(req, res, MemberInput, {
    act: async (input) => {
      const { name } = await addMember(access, input);
      flash(req, 'good', translate(localeOf(res), 'users.members.added', { name }));
      res.redirect(303, paths.members(access.event));
    },
    again: (form) => showMembers(access, res, form),
  });
}

async function saveMember(req: OneMember, res: Response): Promise<void> {
  const access = await enter(req, 'events.manage-members');
  const member = await findMember(access, req.params.member);
  const { role } = parse(MemberRoleInput, req.body);
  await changeRole(access, member, role);
  flash(req, 'good', translate(localeOf(res), 'users.members.changed', { name: member.user.name }));
  res.redirect(303, paths.members(access.event));
}

async function removeMember(req: OneMember, res: Response): Promise<void> {
  const access = await enter(req, 'events.manage-members');
  const member = await findMember(access, req.params.member);
  await revokeRole(access, member);
  flash(req, 'good', translate(localeOf(res), 'users.members.removed', { name: member.user.name }));
  res.redirect(303, paths.members(access.event));
}

async function showMembers(access: Access, res: Response, form: FormState | null = null): Promise<void> {
  const locale = localeOf(res);
  const choices = eventRoleChoices(locale);
  page(
    res,
    views,
    'users/members',
    {
      action: paths.members(access.event),
      errors: errorSummary(form),
      fields: formFields({ email: '', role: 'editor' }, form),
      roles: choices,
      options: choices.map(({ value, label }) => ({ value, label })),
      members: presentMembers(access.event, readerOf(res, access), await members(access)),
    },
    { title: translate(locale, 'users.members.title') },
  );
}
