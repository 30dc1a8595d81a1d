import { type Conference, Events } from '../../../models/event.ts';
import { Memberships } from '../../../models/membership.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from './access.ts';
import type { Actor } from './actor.ts';
import type { Role } from './permissions.ts';

/** The event as this actor sees it. A stranger's event does not exist. Administrators own every event. */
export async function findAccess(actor: Actor, slug: string): Promise<Access> {
  const event = await eventBySlug(slug);
  const role = event && (await roleIn(actor, event));
  if (!event || !role) throw new NotFound('errors.no-such-event');
  return { actor, event, role };
}

/** An enrolled device in its event. */
export async function accessOfDevice(actor: Extract<Actor, { kind: 'door' }>): Promise<Access> {
  const event = await eventById(String(actor.event));
  if (!event) throw new NotFound('errors.no-such-event');
  return { actor, event, role: 'device' };
}

// Doors, consoles and screens all ask for the same few events, many times a second.
const eventBySlug = groupRead(async (slugs) => {
  const events = await Events.find({ slug: { $in: slugs } }).lean<Conference[]>();
  return new Map(events.map((event) => [event.slug, event]));
});

const eventById = groupRead(async (ids) => {
  const events = await Events.find({ _id: { $in: ids } }).lean<Conference[]>();
  return new Map(events.map((event) => [String(event._id), event]));
});

async function roleIn(actor: Actor, event: Conference): Promise<Role | null> {
  switch (actor.kind) {
    case 'user':
      return actor.role === 'administrator' ? 'owner' : membershipRole(actor.id, event);
    case 'door':
      return actor.event.equals(event._id) ? 'device' : null;
    case 'guest':
    case 'secretary':
      return null;
    case 'system':
      return 'system';
  }
}

async function membershipRole(user: string, event: Conference): Promise<Role | null> {
  const membership = await Memberships.findOne({ user, event: event._id }, { role: 1 }).lean();
  return membership?.role ?? null;
}
