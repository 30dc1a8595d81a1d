import { Types } from 'mongoose';
import { inLocale } from '../../../contract/localised.ts';
import type { EventRole } from '../../../contract/roles.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { Memberships } from '../../../models/membership.ts';
import { Users } from '../../../models/user.ts';
import { now } from '../../platform/clock.ts';
import { idOfForm } from '../../platform/new-id.ts';
import { slugify } from '../../platform/text.ts';
import type { Access, OfficeAccess } from '../access/access.ts';
import { reservedSlugs } from '../events/reserved-slugs.ts';
import { AppError } from '../../platform/errors.ts';
import { addMember } from '../users/grant-role.ts';
import { cloneFile } from './clone-file.ts';
import type { CloneInput } from './clone-input.ts';
import { exportEvent } from './export-event.ts';
import { runImport } from './run-import.ts';

/**
 * Makes a new draft from an event, with the parts that were chosen, owned by whoever asks for it. The same form sent
 * twice is one copy.
 */
export async function cloneEvent(
  access: Access,
  office: OfficeAccess,
  { id, ...input }: CloneInput,
): Promise<Conference> {
  if (!id) return copyEvent(access, office, { input, copy: new Types.ObjectId() });
  const content = [String(access.event._id), input];
  const copy = idOfForm({ by: office.actor.id, form: id, content });
  return (await Events.findById(copy).lean<Conference>()) ?? copyEvent(access, office, { input, copy });
}

async function copyEvent(
  access: Access,
  office: OfficeAccess,
  { input: { title, parts }, copy }: { input: Omit<CloneInput, 'id'>; copy: Types.ObjectId },
): Promise<Conference> {
  const source = await exportEvent(access);
  const slug = await freeSlug(slugify(inLocale(title, 'vi')) || source.event.type);
  const file = cloneFile(source, { title, parts, at: now() });
  const event = await runImport(office.actor, file, { id: copy, slug, clonedFrom: access.event });
  if (parts.members) await copyMembers(access.event, { actor: office.actor, event, role: 'owner' });
  return event;
}

async function freeSlug(base: string): Promise<string> {
  const taken = await Events.find({ slug: { $regex: `^${base}(-\\d+)?$` } }, { slug: 1 }).lean();
  const slugs = new Set([...reservedSlugs, ...taken.map(({ slug }) => slug)]);
  let slug = base;
  for (let number = 2; slugs.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}

async function copyMembers(source: Conference, target: Access): Promise<void> {
  const memberships = await Memberships.find({ event: source._id, user: { $ne: target.actor.id } }).lean();
  const roles = new Map<string, EventRole>(memberships.map(({ user, role }) => [String(user), role]));
  const users = await Users.find({ _id: { $in: [...roles.keys()] }, active: true }, { email: 1 }).lean();
  for (const { _id, email } of users) {
    const role = roles.get(String(_id));
    if (role) await addMember(target, { email, role }).catch(leaveOut);
  }
}

/** The copy is there: a member who has lost the account meanwhile, or is one already, must not make it look failed. */
function leaveOut(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
