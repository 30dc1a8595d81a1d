import type { Types } from 'mongoose';
import { type EventRole, eventRoles } from '../../../contract/roles.ts';
import { Memberships } from '../../../models/membership.ts';
import { type User, Users } from '../../../models/user.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

export interface Member {
  id: string;
  user: Pick<User, '_id' | 'name' | 'email' | 'active'>;
  role: EventRole;
}

/** Who works in the event: owners first, then by name. */
export async function members(access: Access): Promise<Member[]> {
  const memberships = await Memberships.find({ event: access.event._id }, { user: 1, role: 1 }).lean();
  const people = await peopleOf(memberships.map(({ user }) => user));
  return memberships
    .flatMap(({ _id, user, role }) => {
      const person = people.get(String(user));
      return person ? [{ id: String(_id), user: person, role }] : [];
    })
    .toSorted((a, b) => rank(a.role) - rank(b.role) || a.user.name.localeCompare(b.user.name, 'vi'));
}

export async function findMember(access: Access, id: string): Promise<Member> {
  const found = (await members(access)).find((member) => member.id === id);
  if (!found) throw new NotFound('users.members.no-such');
  return found;
}

async function peopleOf(ids: readonly Types.ObjectId[]): Promise<Map<string, Member['user']>> {
  const found = await Users.find({ _id: { $in: [...ids] } }, { name: 1, email: 1, active: 1 }).lean();
  return new Map(found.map((person) => [String(person._id), person]));
}

function rank(role: EventRole): number {
  return eventRoles.indexOf(role);
}
