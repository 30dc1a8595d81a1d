import { expect } from 'chai';
import { AuditEntries } from '../../models/audit-entry.ts';
import { Awards } from '../../models/award.ts';
import { Events } from '../../models/event.ts';
import { Memberships } from '../../models/membership.ts';
import { carriers } from '../../server/effects.ts';
import { announceAward } from '../../server/features/awards/announce-award.ts';
import { removeAward } from '../../server/features/awards/remove-award.ts';
import { changeRole } from '../../server/features/users/grant-role.ts';
import { members } from '../../server/features/users/members.ts';
import { revokeRole } from '../../server/features/users/revoke-role.ts';
import { createEffects } from '../../server/platform/database/effects.ts';
import { emptyDatabase, useDatabase } from '../support/database.ts';
import { accessAs, makeAward, makeMembership, makeUser } from '../support/factories.ts';

/** Nothing is carried out before everything is over: as fast as anybody can be. */
describe('what was done just before a deletion', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  const log = async () => {
    await createEffects({ models: [Memberships, Awards, Events], carriers }).drain();
    return (await AuditEntries.find().sort({ at: 1, _id: 1 }).lean()).map(({ action }) => action);
  };

  it('to a member is in the log when the member is gone', async () => {
    const access = await accessAs('owner');
    const friend = await makeUser();
    await makeMembership(friend, access.event, 'editor');
    const member = (await members(access)).find(({ role }) => role === 'editor');
    if (!member) throw new Error('There is no such member');
    await changeRole(access, member, 'viewer');
    await revokeRole(access, { ...member, role: 'viewer' });

    expect(await log()).to.have.members(['audit.users.member-changed', 'audit.users.member-removed']);
    expect(await Memberships.countDocuments({ user: friend._id })).to.equal(0);
  });

  it('to an award is in the log when the award is gone', async () => {
    const access = await accessAs('owner');
    const award = await makeAward({ event: access.event._id });
    await announceAward(access, String(award._id));
    await removeAward(access, String(award._id));

    expect(await log()).to.have.members(['audit.awards.announced', 'audit.awards.removed']);
    expect(await Awards.countDocuments()).to.equal(0);
  });
});
