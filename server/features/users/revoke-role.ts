import { Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { Memberships } from '../../../models/membership.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { effectsLeft } from '../../platform/database/effects-left.ts';
import { cutSockets } from '../../platform/live/cut.ts';
import type { Access } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import { withAnotherOwner } from './grant-role.ts';
import type { Member } from './members.ts';

/**
 * Takes somebody out of the event. A deleted document can carry no effects, so the event carries them, the deletion
 * among them: after a crash it is made up for. So does it with what the membership had still to bring about.
 */
export async function revokeRole(access: Access, member: Member): Promise<void> {
  const ending = {
    id: `member-left:${member.id}`,
    kind: 'member-left',
    data: { member: member.id },
    at: now(),
  };
  const noted = audit(access.actor, {
    action: 'audit.users.member-removed',
    event: access.event._id,
    subject: { kind: 'user', id: String(member.user._id) },
    params: { name: member.user.name },
  });
  await withAnotherOwner(access, member, async () => {
    const effects = [...(await effectsLeft(Memberships, member.id)), ending, noted];
    await Events.updateOne({ _id: access.event._id }, { $push: { effects: { $each: effects } } });
    await endMemberships([ending]);
  });
  settle(Events, access.event._id);
  cutSockets(rooms.user(String(member.user._id)));
}

/** Carries out what `revokeRole` has written. */
export async function endMemberships(effects: readonly Effect[]): Promise<void> {
  await Memberships.deleteMany({ _id: { $in: effects.map(({ data }) => String(data['member'])) } });
}
