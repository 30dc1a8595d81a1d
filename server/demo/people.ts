import { Types } from 'mongoose';
import { Memberships } from '../../models/membership.ts';
import type { User } from '../../models/user.ts';
import type { EventRole } from '../../contract/roles.ts';
import type { Conference } from '../../models/event.ts';
import type { UserActor } from '../features/access/actor.ts';
import { registerUser } from '../features/users/register-user.ts';
import { randomToken } from '../platform/codes.ts';
import { hashPassword } from '../features/users/password-hash.ts';

const installer = { kind: 'system', id: 'system', name: 'Rostrum' } as const;

export interface DemoPeople {
  organiser: User;
  mc: User;
}

/** Two accounts by their work, not by a name. Nobody knows their passwords: one signs in by the printed links. */
export async function hirePeople(): Promise<DemoPeople> {
  const passwordHash = await hashPassword(randomToken('unknown'));
  const hire = (name: string, email: string, role: User['role']): Promise<User> =>
    registerUser(installer, { name, email, role, locale: 'vi', passwordHash });
  return {
    organiser: await hire('Ban Tổ chức', 'organiser@rostrum.example', 'administrator'),
    mc: await hire('Người dẫn chương trình', 'mc@rostrum.example', 'member'),
  };
}

export async function giveRole(event: Conference, user: User, role: EventRole): Promise<void> {
  await Memberships.create({ _id: new Types.ObjectId(), event: event._id, user: user._id, role });
}

export function actorOf(user: User): UserActor {
  const { _id, name, role, locale } = user;
  return { kind: 'user', id: String(_id), name, role, locale };
}
