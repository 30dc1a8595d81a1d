import { expect } from 'chai';
import { Memberships } from '../../../models/membership.ts';
import { Users } from '../../../models/user.ts';
import { changeRole } from '../../../server/features/users/grant-role.ts';
import { members } from '../../../server/features/users/members.ts';
import { revokeRole } from '../../../server/features/users/revoke-role.ts';
import { deactivateUser, updateUser } from '../../../server/features/users/update-user.ts';
import { Refused } from '../../../server/platform/errors.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeUser, officeAccess } from '../../support/factories.ts';

const TIMES = 10;

async function outcomes(attempts: readonly Promise<void>[]): Promise<string[]> {
  const settled = await Promise.allSettled(attempts);
  return settled.map((each) => {
    if (each.status === 'fulfilled') return 'done';
    return each.reason instanceof Refused ? each.reason.code : String(each.reason);
  });
}

describe('two who take the role from each other at the same moment', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  it('leave the event an owner', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const a = await accessAs('owner');
      const b = await accessAs('owner', { event: a.event });
      const [first, second] = await members(a);
      if (!first || !second) throw new Error('Two owners were expected');
      const leave = time % 2 === 0 ? revokeRole(b, second) : changeRole(b, second, 'viewer');
      const said = await outcomes([changeRole(a, first, 'editor'), leave]);
      expect(said.toSorted()).to.deep.equal(['done', 'users.members.last-owner']);
      expect(await Memberships.countDocuments({ event: a.event._id, role: 'owner' })).to.equal(1);
    }
  });

  it('leave the site an administrator', async () => {
    const [a, b] = [await makeUser({ role: 'administrator' }), await makeUser({ role: 'administrator' })];
    for (let time = 0; time < TIMES; time += 1) {
      const demote = updateUser(await officeAccess(a), b, { name: b.name, locale: 'vi', role: 'member' });
      const said = await outcomes([demote, deactivateUser(await officeAccess(b), a)]);
      expect(said.toSorted()).to.deep.equal(['done', 'users.last-administrator']);
      expect(await Users.countDocuments({ role: 'administrator', active: true })).to.equal(1);
      await Users.updateMany({}, { $set: { role: 'administrator', active: true } });
    }
  });

  it('are told when the role has changed meanwhile', async () => {
    const access = await accessAs('owner');
    await accessAs('editor', { event: access.event });
    const editor = (await members(access)).find(({ role }) => role === 'editor');
    if (!editor) throw new Error('An editor was expected');
    await changeRole(access, editor, 'mc');
    expect(await outcomes([changeRole(access, editor, 'viewer')])).to.deep.equal(['errors.conflict-rev']);
  });
});
